import type { Feature } from '../feature.ts';
import { PushKey } from './push-key.entity.ts';

export const push: Feature = {
  name: 'push',
  entities: [PushKey],
};
