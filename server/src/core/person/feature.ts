import type { Feature } from '../../platform/feature.ts';
import { Person, Session } from './person.entity.ts';
import { PersonMutations } from './person.mutations.ts';
import { PersonResolver } from './person.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';

export const person: Feature = {
  name: 'person',
  services: (services, features) => ({
    rightsListeners: features.flatMap(({ hearsRights }) => hearsRights?.(services) ?? []),
  }),
  entities: [Person, Session],
  resolvers: [PersonMutations, PersonResolver, ViewerResolver],
};
