import { type RawBuilder, sql } from 'kysely';
import type { Span } from './connection.ts';
import { InvalidInput } from '../refusal/refusal.ts';

type KeyType = 'timestamptz' | 'numeric' | 'text' | 'uuid' | 'int';

/** What a list is ordered by: all its keys rise, or all fall, so that a row compares them; the last one is unique. */
export interface Order {
  keys: readonly { of: RawBuilder<unknown>; type: KeyType }[];
  falls?: boolean;
}

/** What keys look like in our cursors. What looks like one and is none, such as a day 99, PostgreSQL cannot read. */
const LOOKS_LIKE: Record<KeyType, (key: string) => boolean> = {
  timestamptz: (key) =>
    /^(-?infinity|\d{4,6}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:?\d\d){0,2}))$/.test(key),
  numeric: (key) => /^-?(Infinity|\d{1,40}(\.\d{1,40})?)$/.test(key),
  text: (key) => !key.includes('\0'),
  uuid: (key) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(key),
  int: (key) => /^-?\d{1,10}$/.test(key),
};

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
  if (cursor.length !== keys.length || !keys.every(({ type }, index) => LOOKS_LIKE[type](cursor[index]!)))
    throw new InvalidInput(field, 'UNKNOWN', 'This cursor is of another order. Start from the first page.');
  return sql`(${sql.join(keys.map(({ type }, index) => sql`${cursor[index]}::${sql.raw(type)}`))})`;
}

/** The keys as `order by` takes them, from the end for a page that is read backwards. */
export function orderedBy({ keys, falls = false }: Order, backwards: boolean): RawBuilder<unknown> {
  const direction = falls === backwards ? sql`asc` : sql`desc`;
  return sql.join(keys.map(({ of }) => sql`${of} ${direction}`));
}
