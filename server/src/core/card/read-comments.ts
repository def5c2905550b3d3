import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { Comment } from './comment.entity.ts';

/** What was said first comes first: the ids of comments begin with their time. */
const OLDEST: Order = { keys: [{ of: sql`said.id`, type: 'uuid' }] };

/** Comments of many cards, oldest first, a page of each in one query. */
export async function readComments(
  em: Em,
  cardIds: readonly string[],
  { limit, after, before = null, backwards = false }: Pick<Span, 'limit' | 'after'> & Partial<Span>,
): Promise<Comment[]> {
  const order = orderedBy(OLDEST, backwards);
  const { rows } = await sql<Comment>`
    select said.id, said.card_id as card, said.person_id as person, said.text, said.at, said.edited_at as "editedAt",
      said.removed_at as "removedAt", said.said_by as "saidBy"
    from unnest(${cardIds}::uuid[]) as asked(id) cross join lateral (
      select * from comment said where card_id = asked.id and ${within(OLDEST, { after, before })}
      order by ${order} limit ${limit}) said
    order by ${order}`.execute(em.getKysely());
  return rows;
}

/** How many comments each of these cards has, in one query; those without any are left out. */
export async function countComments(
  em: Em,
  cardIds: readonly string[],
): Promise<{ id: string; count: number }[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select card_id as id, count(*)::int as count from comment
    where card_id = any(${cardIds}::uuid[]) group by card_id`.execute(em.getKysely());
  return rows;
}

/** Comments by row id, whoever asks. */
export async function readCommentsById(db: Kysely, ids: readonly string[]): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select id, card_id as card, person_id as person, text, at, edited_at as "editedAt",
      removed_at as "removedAt", said_by as "saidBy"
    from comment where id = any(${ids}::uuid[])`.execute(db);
  return rows;
}
