import type { Feature } from '../feature.ts';
import { EntryCount } from './entry-count.entity.ts';

export const entries: Feature = {
  name: 'entries',
  entities: [EntryCount],
};
