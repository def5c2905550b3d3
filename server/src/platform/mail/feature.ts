import type { Feature } from '../feature.ts';
import { MailCount } from './mail-count.entity.ts';

export const mail: Feature = {
  name: 'mail',
  entities: [MailCount],
};
