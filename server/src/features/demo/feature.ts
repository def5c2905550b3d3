import { DemoMutations } from './demo.mutations.ts';
import type { Feature } from '../../platform/feature.ts';
import { DemoPeople } from './demo-people.resolver.ts';

export const demo: Feature = {
  name: 'demo',
  lists: {
    'Query.demoPeople': 12,
  },
  resolvers: [DemoMutations, DemoPeople],
};
