import type { Feature } from '../../platform/feature.ts';
import { OperatorResolver } from './operator.resolver.ts';

export const operator: Feature = {
  name: 'operator',
  resolvers: [OperatorResolver],
};
