import type { Feature } from '../../platform/feature.ts';
import { LiveResolver } from './live.resolver.ts';

export const stream: Feature = {
  name: 'stream',
  resolvers: [LiveResolver],
};
