import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { readRecaps, type RecapRow, untouched } from './read-recap.ts';

/** Recaps of events, with all that hosts wrote: what of it somebody may read is looked at where it is shown. */
export const recapLoader = defineLoader<string, RecapRow>(
  ({ em }) =>
    new DataLoader(async (eventIds) => {
      const rows = new Map((await readRecaps(em.getKysely(), eventIds)).map((row) => [row.eventId, row]));
      return eventIds.map((id) => rows.get(id) ?? untouched(id));
    }),
);
