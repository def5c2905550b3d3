import type { Feature } from '../../platform/feature.ts';
import { Availability } from './availability.entity.ts';
import { ViewerAvailability } from './availability.resolver.ts';
import { CardMatches, PersonMatchResolver, ViewerMatches } from './match.resolver.ts';

export const matching: Feature = {
  name: 'matching',
  entities: [Availability],
  resolvers: [CardMatches, PersonMatchResolver, ViewerAvailability, ViewerMatches],
};
