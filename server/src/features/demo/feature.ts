import type { Feature } from '../../platform/feature.ts';
import { DemoPeople } from './demo-people.resolver.ts';
import { DemoMutations } from './demo.mutations.ts';

export const demo: Feature = {
  name: 'demo',
  resolvers: [DemoMutations, DemoPeople],
  lists: {
    'Query.demoPeople': 12,
  },
};
