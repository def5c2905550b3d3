import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { sql } from 'kysely';
import { type Blanks, prepared } from '../../platform/db/prepared.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { CardStatus } from '../board/card.entity.ts';

/** A key that puts a card behind all others of a column. Further keys follow by asking with the last one. */
export async function positionAtEnd(board: BoardInHand, status: CardStatus): Promise<string> {
  const { rows } = await board.db.executeQuery(lastPosition(board.db, { boardId: board.id, status }));
  return generateKeyBetween(rows[0]?.position ?? null, null);
}

const lastPosition = prepared((db, blank: Blanks<{ boardId: string; status: CardStatus }>) =>
  db
    .selectFrom('card')
    .select('position')
    .where('board_id', '=', blank('boardId'))
    .where('status', '=', blank('status'))
    .orderBy('position', 'desc')
    .limit(1),
);

export const positionAfter = (position: string) => generateKeyBetween(position, null);

/** Where a card goes, and what has to make room for it. */
export interface Place {
  position: string;
  /** Other cards of the column that get a new key, so that the order can be said at all. */
  moved: { id: string; position: string }[];
}

/** A place right beside a named neighbour of a column; at its end without one. Refuses a neighbour that is not there. */
export async function placeBeside(
  board: BoardInHand,
  status: CardStatus,
  cardId: string,
  { after, before }: { after?: string | null | undefined; before?: string | null | undefined },
): Promise<Place> {
  const neighbourId = after ?? before;
  if (!neighbourId) return { position: await positionAtEnd(board, status), moved: [] };
  const neighbour = await board.card(neighbourId);
  if (neighbour.status !== status) throw notFound('card');
  if (neighbourId === cardId) return { position: neighbour.position, moved: [] };
  const { rows: column } = await sql<{ id: string; position: string }>`
    select id, position from card where board_id = ${board.id} and status = ${status} and id <> ${cardId}
    order by position, id`.execute(board.db);
  const ahead = after != null;
  const outwards = ahead ? column : column.reverse();
  const beyond = outwards.slice(outwards.findIndex(({ id }) => id === neighbourId) + 1);
  // Cards bring their key along from column to column, so two can have the same one, ordered by id: no key lies
  // between them, and those on this side of the neighbour make room.
  const tied = beyond.filter(({ position }) => position === neighbour.position);
  const other = beyond[tied.length]?.position ?? null;
  const [from, to] = ahead ? [neighbour.position, other] : [other, neighbour.position];
  const keys = generateNKeysBetween(from, to, tied.length + 1);
  const [position, ...rest] = ahead ? keys : keys.reverse();
  if (position === undefined) throw new Error('No key was made.');
  return { position, moved: tied.map(({ id }, index) => ({ id, position: rest[index] ?? position })) };
}
