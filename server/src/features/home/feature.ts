import type { Feature } from '../../platform/feature.ts';
import { findWaitingForYou, ViewerHome, WaitingResolver } from './home.resolver.ts';

export const home: Feature = {
  name: 'home',
  resolvers: [ViewerHome, WaitingResolver],
  parts: { WaitingForYou: findWaitingForYou },
};
