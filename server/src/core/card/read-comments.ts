import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Comment } from './comment.entity.ts';

/** Comments of many cards, oldest first and at most `limit` of each, in one query. */
export async function readComments(
  em: Em,
  cardIds: readonly string[],
  { limit, after }: { limit: number; after: string | null },
): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select said.id, said.card_id as card, said.person_id as person, said.text, said.at, said.edited_at as "editedAt",
      said.removed_at as "removedAt", said.said_by as "saidBy"
    from unnest(${cardIds}::uuid[]) as asked(id) cross join lateral (
      select * from comment where card_id = asked.id and (${after}::uuid is null or comment.id > ${after}::uuid)
      order by comment.id limit ${limit}) said
    order by said.id`.execute(em.getKysely());
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
