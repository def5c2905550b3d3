import DataLoader from 'dataloader';
import type { Skill } from '../../core/access/skill.ts';
import { defineLoader } from '../../core/access/loaders.ts';
import { readSums, readWishes, type SumRow } from './read-feedback.ts';

/** Answers to events in numbers; null while there are fewer than five. Whether one may read them is asked before. */
export const sumLoader = defineLoader<string, SumRow | null>(
  ({ em }) =>
    new DataLoader(async (eventIds) => {
      const sums = new Map((await readSums(em.getKysely(), eventIds)).map((row) => [row.eventId, row]));
      return eventIds.map((id) => sums.get(id) ?? null);
    }),
);

/** What people want to practise next. Whether one may read it is asked before. */
export const wishesLoader = defineLoader<string, Partial<Record<Skill, number>>>(
  ({ em }) =>
    new DataLoader(async (eventIds) => {
      const wishes = new Map(
        (await readWishes(em.getKysely(), eventIds)).map(({ eventId, skills }) => [eventId, skills]),
      );
      return eventIds.map((id) => wishes.get(id) ?? {});
    }),
);
