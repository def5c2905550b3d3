import { sql } from 'kysely';
import { textOrNull } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import type { Card } from '../board/card.entity.ts';
import { holds } from '../board/hands.ts';
import { requireHolder } from './lease.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { letGo } from './release-card.ts';

/**
 * Ends the actor's claim, free of guilt: the card is open again, the note and the draft are kept for the
 * next one; where two hold it, the other goes on with both. Doing it again after it was done changes nothing; with another note it is refused, so that the
 * note is not lost.
 */
export async function handBackCard(
  services: Services,
  actorId: string,
  input: { cardId: string; note?: string | null | undefined; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const note = textOrNull(input.note, { field: 'note', max: 4000, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const before = await board.card(cardId);
    const mine = before.returnedHow === 'HANDED_BACK' && before.returnedBy === actorId;
    if (before.status === 'OPEN' && mine && (note === null || (await isLastNote(board, cardId, note)))) {
      return { kind: null, result: await readCard(board.db, cardId) };
    }
    if (await leftOthers(board, before, actorId, note))
      return { kind: null, result: await readCard(board.db, cardId) };
    const card = await requireHolder(board, cardId);
    const end = { how: 'HANDED_BACK', by: actorId, note, whenOpen: 'CARD_HANDED_BACK' } as const;
    const left = await letGo(board, card, actorId, end);
    return { ...left, cards: [cardId], result: await readCard(board.db, cardId) };
  });
}

async function isLastNote(board: BoardInHand, cardId: string, note: string): Promise<boolean> {
  const last = await board.db
    .selectFrom('claim')
    .select('note')
    .where('card_id', '=', cardId)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.note === note;
}

/** Whether the actor left it to whoever holds it now, with that note. */
async function leftOthers(
  board: BoardInHand,
  card: Card,
  actorId: string,
  note: string | null,
): Promise<boolean> {
  if (card.status !== 'CLAIMED' || holds(card, actorId)) return false;
  const { rows } = await sql<{ same: boolean }>`
    select how = 'HANDED_BACK' and (${note}::text is null or note = ${note}::text) and exists (
      select from claim running where running.card_id = ${card.id} and running.ended_at is null
        and running.claimed_at < claim.ended_at) as same
    from claim where card_id = ${card.id} and person_id = ${actorId}
    order by ended_at desc limit 1`.execute(board.db);
  return rows[0]?.same ?? false;
}
