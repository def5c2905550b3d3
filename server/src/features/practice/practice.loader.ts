import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import { defineCounts, definePages } from '../../core/access/page-loader.ts';
import { type CardOnBoard, readableBy, selectCards } from '../../core/board/read-cards.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import {
  countPractices,
  countWaiting,
  listWaiting,
  type PracticeCardRow,
  type PracticeRow,
  readPracticeCardsById,
  readPracticeCardsOf,
  readPracticesOf,
} from './read-practice.ts';

/** Practice cards by row id. Refuses one that is not there, or of a training that the reader may not read. */
export const practiceCardLoader = defineLoader<string, PracticeCardRow>(
  ({ em, reader }) =>
    new DataLoader<string, PracticeCardRow>(async (ids) => {
      const rows = new Map((await readPracticeCardsById(em, reader, ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? notFound('card'));
    }),
);

/** What can be practised at trainings. */
export const cardsOfEventLoader = defineLoader<string, PracticeCardRow[]>(
  ({ em, reader }) =>
    new DataLoader(async (eventIds) => {
      const found = Map.groupBy(await readPracticeCardsOf(em, reader, eventIds), ({ eventId }) => eventId);
      return eventIds.map((id) => found.get(id) ?? []);
    }),
);

/** What the viewer does at practice cards; null for nothing. */
export const ownPracticeLoader = defineLoader<string, PracticeRow | null>(
  ({ em, viewerId }) =>
    new DataLoader(async (cardIds) => {
      const rows = viewerId ? await readPracticesOf(em.getKysely(), viewerId, cardIds) : [];
      const found = new Map(rows.map((row) => [row.cardId, row]));
      return cardIds.map((id) => found.get(id) ?? null);
    }),
);

/** What waits for an answer of whoever answers it, of practice cards, a page each. */
export const waitingPracticesLoader = definePages<PracticeRow, { personId: string }>(
  ({ em }, cardIds, { span, personId }) => listWaiting(em.getKysely(), personId, cardIds, span),
  ({ cardId }) => cardId,
);

/** How much of it there is. */
export const waitingCountLoader = defineCounts<{ personId: string }>(({ em }, cardIds, { personId }) =>
  countWaiting(em.getKysely(), personId, cardIds),
);

/** How many do and did practice cards. */
export const practiceCountsLoader = defineLoader<string, { begun: number; done: number }>(
  ({ em }) =>
    new DataLoader(async (cardIds) => {
      const counts = await countPractices(em.getKysely(), cardIds);
      return cardIds.map((id) => counts.get(id) ?? { begun: 0, done: 0 });
    }),
);

/** Open cards that are kept for trainings, of those that the reader may read. */
export const keptCardsLoader = defineLoader<string, CardOnBoard[]>(
  ({ em, reader }) =>
    new DataLoader(async (eventIds) => {
      const rows = await selectCards(em.getKysely())
        .where(sql<boolean>`card.kept_for = any(${eventIds}::uuid[])`)
        .where('card.status', '=', 'OPEN')
        .where(sql<boolean>`card.kept_until > now()`)
        .where(readableBy(reader))
        .orderBy('card.id')
        .execute();
      const found = Map.groupBy(rows, ({ keptFor }) => keptFor!);
      return eventIds.map((id) => found.get(id) ?? []);
    }),
);
