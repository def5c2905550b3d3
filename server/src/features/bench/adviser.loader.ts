import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type AdviserRow, readAdvisers } from './read-bench.ts';
import { readFreeSlots } from './free-slots.ts';
import type { Slot } from './slots-of-hours.ts';

/** Advisers by row id of the person; null for who is none now. */
export const adviserLoader = defineLoader<string, AdviserRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const advisers = await readAdvisers(em, ids);
      return ids.map((id) => {
        const adviser = advisers.get(id);
        return adviser?.onBench ? adviser : null;
      });
    }),
);

/** What somebody asks about an adviser's time. */
export interface SlotsKey {
  personId: string;
  from: Date | null;
  to: Date | null;
}

const rangeOf = ({ from, to }: SlotsKey) => `${from?.toISOString() ?? ''} ${to?.toISOString() ?? ''}`;

/** Free slots of all advisers that are asked about for one range, in four queries. */
export const slotsLoader = defineLoader<SlotsKey, Slot[], string>(
  ({ em }) =>
    new DataLoader<SlotsKey, Slot[], string>(
      async (keys) => {
        const found = new Map<string, Map<string, Slot[]>>();
        for (const [range, same] of Map.groupBy(keys, rangeOf)) {
          const ids = [...new Set(same.map(({ personId }) => personId))];
          found.set(range, await readFreeSlots(em, ids, same[0]!));
        }
        return keys.map((key) => found.get(rangeOf(key))?.get(key.personId) ?? []);
      },
      { cacheKeyFn: (key) => `${key.personId} ${rangeOf(key)}` },
    ),
);
