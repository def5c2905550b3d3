import type { Feature } from '../../platform/feature.ts';
import { BoardStream } from './live.resolver.ts';

export const stream: Feature = {
  name: 'stream',
  resolvers: [BoardStream],
};
