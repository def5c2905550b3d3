import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { defineLoader } from '../access/loaders.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { readableBy, selectCards } from '../board/read-cards.ts';
import { type CardType, toCardType } from './card.type.ts';

/** Cards by row id. Refuses one that is not there or that the reader may not read. */
export const cardLoader = defineLoader<string, CardType>(
  ({ em, reader }) =>
    new DataLoader<string, CardType>(async (ids) => {
      const rows = await selectCards(em.getKysely())
        .where(sql<boolean>`card.id = any(${ids}::uuid[])`)
        .where(readableBy(reader))
        .execute();
      const cards = new Map(rows.map((row) => [row.id, toCardType(row)]));
      return ids.map((id) => cards.get(id) ?? notFound('card'));
    }),
);
