import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { actorOf, mayClaim } from '../board/board.policy.ts';
import { claimLimitFor } from '../campaign/campaign-rights.ts';
import type { Card } from '../board/card.entity.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { holds, inHandsOf } from '../board/hands.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { CardAlreadyClaimed, statementNeeded, WrongStatus } from './card-refusals.ts';
import { type CardRequest, refuseBeyondLimit } from './claim-card.ts';
import { expireLease, isOver } from './lease.ts';
import { refuseBeyondShare, refuseTooOften } from './newcomers.ts';

/**
 * Takes the second place on a card whose organizer lets two hold it, under the lease that runs. Whose card it is stays
 * what the claim decided: who joins finds a holder, or is refused. What a claim asks of somebody is asked here too.
 * Asking again for a card one already holds changes nothing.
 */
export async function joinCard(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  // Whether the lease that stood in the way was over, by the clock.
  let wasOver = false;
  const join = () =>
    changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
      const actor = actorOf(board);
      const before = await board.card(cardId);
      wasOver = await isOver(board, before);
      if (before.status === 'CLAIMED' && holds(before, actor.id) && !wasOver) {
        return { kind: null, result: await readCard(board.db, cardId) };
      }
      const held = await cardsInHand(board, actor.id);
      if (!(await takeSecondPlace(board, cardId, actor.id))) throw await whyNoPlace(board, before);
      refuseBeyondLimit(held, claimLimitFor(actor, board));
      if (!mayClaim(actor, before)) throw statementNeeded();
      refuseTooOften(actor, await handedBackLately(board, actor.id));
      await refuseBeyondShare(board, actor);
      return { kind: 'CARD_JOINED', cards: [cardId], result: await readCard(board.db, cardId) };
    });
  try {
    return await join();
  } catch (error) {
    if (!wasOver) throw error;
    // Only its job is late: the card is open, and so the second answer says.
    await expireLease(services, cardId);
    return join();
  }
}

/** One conditional update, as the claim is: whoever finds no free place beside a running lease changes nothing. */
async function takeSecondPlace(board: BoardInHand, cardId: string, actorId: string): Promise<boolean> {
  const { rows } = await sql`
    with joined as (
      update card set partner_id = ${actorId}, updated_at = clock_timestamp()
      where id = ${cardId} and status = 'CLAIMED' and for_two and partner_id is null and holder_id <> ${actorId}
        and lease_expires_at > clock_timestamp() returning id)
    insert into claim (id, card_id, person_id, claimed_at, as_partner)
    select ${newId()}, id, ${actorId}, clock_timestamp(), true from joined returning id`.execute(board.db);
  return rows.length === 1;
}

async function whyNoPlace(board: BoardInHand, card: Card): Promise<Error> {
  if (card.status === 'OPEN') {
    return new WrongStatus(card.id, card.status, 'Nobody holds this card now. Take it.', 'NOBODY_TO_JOIN');
  }
  if (card.status !== 'CLAIMED') {
    return new WrongStatus(card.id, card.status, 'This card is not being worked on.');
  }
  const first = card.partner ?? card.holder;
  if (first && (card.partner || !card.forTwo)) {
    const taken = await board.db
      .selectFrom('person')
      .select(['id', 'handle'])
      .where('id', '=', first)
      .executeTakeFirstOrThrow();
    if (card.partner) return new CardAlreadyClaimed(card.id, taken);
    return notAllowed('NOT_FOR_TWO', `${taken.handle} holds this card alone.`);
  }
  return new WrongStatus(card.id, card.status, 'This card is not being worked on.');
}

/** What somebody works on, on the board in hand, alone or with another; oldest first. */
export async function cardsInHand(board: BoardInHand, personId: string): Promise<string[]> {
  const held = await board.db
    .selectFrom('card')
    .select('id')
    .where('board_id', '=', board.id)
    .where(inHandsOf(personId))
    .where('status', '=', 'CLAIMED')
    .orderBy('claimed_at')
    .execute();
  return held.map(({ id }) => id);
}

async function handedBackLately(board: BoardInHand, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from claim
    where person_id = ${personId} and how = 'HANDED_BACK'
      and ended_at > clock_timestamp() - interval '1 hour'`.execute(board.db);
  return rows[0]?.count ?? 0;
}
