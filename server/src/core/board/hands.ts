import { type RawBuilder, sql } from 'kysely';
import type { Card } from './card.entity.ts';

/** Whether somebody is one of the two who may hold a card together, handed it in or finished it. */
export function holds(card: Pick<Card, 'holder' | 'partner'>, personId: string): boolean {
  return card.holder === personId || card.partner === personId;
}

/** The people of a card, whoever took it first before whoever joined. */
export function handsOf({ holder, partner }: Pick<Card, 'holder' | 'partner'>): string[] {
  return [holder, partner].filter((id) => id != null);
}

/** The same as a condition over `card`: each half has an index of its own. */
export function inHandsOf(personId: RawBuilder<unknown> | string): RawBuilder<boolean> {
  return sql<boolean>`(card.holder_id = ${personId} or card.partner_id = ${personId})`;
}

/** Whether somebody finished a card, anywhere: over `card`, in two halves of which the second is seldom asked. */
export const hasFinished = (personId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  exists (select from card done where done.holder_id = ${personId} and done.status = 'DONE')
  or exists (select from card done where done.partner_id = ${personId} and done.status = 'DONE'))`;

/** To join to `card`: one row, `hand.person_id`, for each who holds it. */
export const hands = sql`lateral (select card.holder_id as person_id where card.holder_id is not null
  union all select card.partner_id where card.partner_id is not null) hand`;

/** Hours of a card that count for each of its people: two who share it share its hours. */
export const hoursEach = sql<number>`(card.hours / (case when card.partner_id is null then 1 else 2 end))`;
