import type { Feature } from '../../platform/feature.ts';
import { keepAgingOut } from './age-out.ts';

export const retention: Feature = {
  name: 'retention',
  clock: keepAgingOut,
};
