import { type RawBuilder, sql } from 'kysely';
import type { Span } from './connection.ts';
import { InvalidInput } from '../refusal/refusal.ts';

/** What a list is ordered by: all its keys rise, or all fall, so that a row compares them; the last one is unique. */
export interface Order {
  keys: readonly { of: RawBuilder<unknown>; type: 'timestamptz' | 'numeric' | 'text' | 'uuid' | 'int' }[];
  falls?: boolean;
}

/** Where a row stands in an order, as its cursor says it. */
export const placeIn = ({ keys }: Order): RawBuilder<string[]> =>
  sql<string[]>`array[${sql.join(keys.map(({ of, type }) => sql`(${of})::${sql.raw(type)}::text`))}]`;

/** Whether a row lies within a span. Refuses cursors of another order. */
export function within(
  order: Order,
  { after, before }: Partial<Pick<Span, 'after' | 'before'>>,
): RawBuilder<boolean> {
  const [later, earlier] = order.falls ? [sql`<`, sql`>`] : [sql`>`, sql`<`];
  const row = sql`(${sql.join(order.keys.map(({ of }) => of))})`;
  const conditions = [
    ...(after ? [sql<boolean>`${row} ${later} ${placeOf(order, after, 'after')}`] : []),
    ...(before ? [sql<boolean>`${row} ${earlier} ${placeOf(order, before, 'before')}`] : []),
  ];
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`;
}

function placeOf({ keys }: Order, cursor: readonly string[], field: string): RawBuilder<unknown> {
  if (cursor.length !== keys.length)
    throw new InvalidInput(field, 'UNKNOWN', 'This cursor is of another order. Start from the first page.');
  return sql`(${sql.join(keys.map(({ type }, index) => sql`${cursor[index]}::${sql.raw(type)}`))})`;
}

/** The keys as `order by` takes them, from the end for a page that is read backwards. */
export function orderedBy({ keys, falls = false }: Order, backwards: boolean): RawBuilder<unknown> {
  const direction = falls === backwards ? sql`asc` : sql`desc`;
  return sql.join(keys.map(({ of }) => sql`${of} ${direction}`));
}
