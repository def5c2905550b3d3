import { generateKeyBetween } from 'fractional-indexing';
import { sql } from 'kysely';
import { notFound } from '../refusal.ts';
import type { BoardInHand } from './board-in-hand.ts';
import type { CardStatus } from './card.entity.ts';

/** A key that puts a card behind all others of a column. Further keys follow by asking with the last one. */
export async function positionAtEnd(board: BoardInHand, status: CardStatus): Promise<string> {
  const last = await board.db
    .selectFrom('card')
    .select('position')
    .where('board_id', '=', board.id)
    .where('status', '=', status)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return generateKeyBetween(last?.position ?? null, null);
}

export const positionAfter = (position: string) => generateKeyBetween(position, null);

/** A key between a named neighbour of a column and whoever stands on its other side. */
export async function positionBeside(
  board: BoardInHand,
  status: CardStatus,
  cardId: string,
  { after, before }: { after?: string | null | undefined; before?: string | null | undefined },
): Promise<string> {
  const neighbourId = after ?? before;
  if (!neighbourId) return positionAtEnd(board, status);
  const neighbour = await board.card(neighbourId);
  if (neighbour.status !== status) throw notFound('card');
  const ahead = after != null;
  // The nearest key that differs, so that equal keys (a tie of two racing inserts) do not stop the move.
  const { rows } = await sql<{ position: string }>`
    select position from card where board_id = ${board.id} and status = ${status} and id <> ${cardId}
      and ${ahead ? sql`position > ${neighbour.position}` : sql`position < ${neighbour.position}`}
    order by position ${sql.raw(ahead ? 'asc' : 'desc')} limit 1`.execute(board.db);
  const other = rows[0]?.position ?? null;
  return ahead
    ? generateKeyBetween(neighbour.position, other)
    : generateKeyBetween(other, neighbour.position);
}
