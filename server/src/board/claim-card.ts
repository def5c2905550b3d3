import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { CardAlreadyClaimed, ClaimLimitReached, WrongStatus } from '../refusal.ts';
import type { Services } from '../services.ts';
import { actorOf, claimLimitFor } from './board.policy.ts';
import type { BoardInHand } from './board-in-hand.ts';
import { changeBoard, type Changed } from './change-board.ts';
import type { Card } from './card.entity.ts';
import { expireLease, isOver, leaseOf, scheduleLease } from './lease.ts';
import { type CardOnBoard, readCard } from './read-cards.ts';

export interface CardRequest {
  cardId: string;
  requestId?: string | null | undefined;
}

/**
 * Gives an open card to `actorId` under a lease of the campaign's length. Exactly one of those who ask gets
 * it; the others are told who was first. Asking again for a card one already holds changes nothing.
 */
export async function claimCard(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  // Whether the lease that stood in the way was over, by the clock.
  let wasOver = false;
  const claim = () =>
    changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
      const actor = actorOf(board);
      const claimId = newId();
      const won = await takeIfOpen(board, cardId, actor.id, claimId);
      if (!won) {
        const card = await board.card(cardId);
        wasOver = await isOver(board, card);
        if (card.status === 'CLAIMED' && card.holder === actor.id && !wasOver) {
          return { kind: null, result: await readCard(board.db, cardId) };
        }
        throw await whyNotOpen(board, card);
      }
      await board.card(cardId); // refuses, and so rolls back, what the actor may not read
      await refuseBeyondLimit(board, claimLimitFor(actor, board));
      const claimed = await readCard(board.db, cardId);
      await scheduleLease(services, board, leaseOf(claimed));
      return { kind: 'CARD_CLAIMED', cards: [cardId], result: claimed };
    });
  try {
    return await claim();
  } catch (error) {
    if (!wasOver) throw error;
    // Only its job is late: end it now, unless somebody did meanwhile, and try once more.
    await expireLease(services, cardId);
    return claim();
  }
}

/** One conditional update: whoever finds the card not OPEN any more changes nothing. */
async function takeIfOpen(
  board: BoardInHand,
  cardId: string,
  actorId: string,
  claimId: string,
): Promise<boolean> {
  const { rows } = await sql`
    with taken as (
      update card set status = 'CLAIMED', holder_id = ${actorId}, claim = ${claimId},
        claimed_at = clock_timestamp(),
        lease_expires_at = clock_timestamp() + make_interval(hours => ${board.leaseHours}),
        extensions = 0, changes_requested_at = null, updated_at = clock_timestamp()
      where id = ${cardId} and status = 'OPEN' returning id, claimed_at)
    insert into claim (id, card_id, person_id, claimed_at)
    select ${claimId}, id, ${actorId}, claimed_at from taken returning id`.execute(board.db);
  return rows.length === 1;
}

async function whyNotOpen(board: BoardInHand, card: Card): Promise<Error> {
  if (card.holder === actorOf(board).id && card.status === 'IN_REVIEW') {
    return new WrongStatus(card.id, card.status, 'You have handed this card in. It is being reviewed.');
  }
  if (card.holder && card.status !== 'DONE') {
    const holder = await board.em
      .getKysely()
      .selectFrom('person')
      .select(['id', 'handle'])
      .where('id', '=', card.holder)
      .executeTakeFirstOrThrow();
    return new CardAlreadyClaimed(card.id, holder);
  }
  return new WrongStatus(card.id, card.status, 'This card is not open. Choose another one.');
}

async function refuseBeyondLimit(board: BoardInHand, limit: number): Promise<void> {
  const held = await board.db
    .selectFrom('card')
    .innerJoin('board', 'board.id', 'card.board_id')
    .select('card.id')
    .where('board.campaign_id', '=', board.campaignId)
    .where('card.holder_id', '=', actorOf(board).id)
    .where('card.status', '=', 'CLAIMED')
    .orderBy('card.claimed_at')
    .execute();
  // The card just taken counts; it is the newest.
  if (held.length > limit)
    throw new ClaimLimitReached(
      limit,
      held.slice(0, limit).map(({ id }) => id),
    );
}
