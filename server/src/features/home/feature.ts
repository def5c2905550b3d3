import type { Feature } from '../../platform/feature.ts';
import { ViewerHome, WaitingResolver } from './home.resolver.ts';

export const home: Feature = {
  name: 'home',
  resolvers: [ViewerHome, WaitingResolver],
};
