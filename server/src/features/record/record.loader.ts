import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { readShown, type ShownRecordOf } from './read-record.ts';

/** What people show of their record to everybody. */
export const shownRecordLoader = defineLoader<string, ShownRecordOf>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const shown = await readShown(em, ids);
      return ids.map((id) => shown.get(id)!);
    }),
);
