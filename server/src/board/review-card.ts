import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { plainText, textOrNull } from '../input/text.ts';
import { WrongStatus, notAllowed } from '../refusal.ts';
import type { Services } from '../services.ts';
import { mayApprove, requireApprover, requireCraftReviewer } from './board.policy.ts';
import type { BoardInHand } from './board-in-hand.ts';
import { changeBoard, type Changed } from './change-board.ts';
import type { Card } from './card.entity.ts';
import { leaseOf, scheduleLease } from './lease.ts';
import { type CardOnBoard, readCard } from './read-cards.ts';
import { earnStanding } from '../person/earn-standing.ts';

interface Review {
  cardId: string;
  requestId?: string | null | undefined;
}

/** First gate: somebody who knows the craft, and is not the author, says that the work is good. */
export async function passCraftReview(
  services: Services,
  actorId: string,
  input: Review & { note?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const note = textOrNull(input.note, { field: 'note', max: 2000, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const card = await inReview(board, cardId);
    const actor = requireCraftReviewer(board, card);
    if (card.craftReviewedAt) return { kind: null, result: await readCard(board.db, cardId) };
    await sql`update hand_in set craft_reviewer_id = ${actor.id}, craft_reviewed_at = clock_timestamp(),
      craft_note = ${note} where card_id = ${cardId} and outcome = 'PENDING'`.execute(board.db);
    // From here on it is the local that is waited for.
    await sql`update card set craft_reviewed_at = clock_timestamp(), waiting_since = clock_timestamp(),
      updated_at = clock_timestamp() where id = ${cardId}`.execute(board.db);
    return { kind: 'CRAFT_REVIEW_PASSED', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}

/** Either gate: sends the card back to its volunteer, with what should be different and a new lease. */
export async function requestChanges(
  services: Services,
  actorId: string,
  input: Review & { note: string },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const note = plainText(input.note, { field: 'note', max: 2000, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const card = await inReview(board, cardId);
    const actor =
      board.actor && mayApprove(board.actor)
        ? requireApprover(board, card)
        : requireCraftReviewer(board, card);
    const claimId = newId();
    await sql`update hand_in set outcome = 'CHANGES_REQUESTED', reviewer_id = ${actor.id}, review_note = ${note},
      reviewed_at = clock_timestamp() where card_id = ${cardId} and outcome = 'PENDING'`.execute(board.db);
    await sql`insert into claim (id, card_id, person_id, claimed_at)
      values (${claimId}, ${cardId}, ${card.holder}, clock_timestamp())`.execute(board.db);
    await sql`update card set status = 'CLAIMED', claim = ${claimId}, claimed_at = clock_timestamp(), extensions = 0,
      lease_expires_at = clock_timestamp() + make_interval(hours => ${board.leaseHours}),
      changes_requested_at = clock_timestamp(), craft_reviewed_at = null, waiting_since = null,
      updated_at = clock_timestamp() where id = ${cardId}`.execute(board.db);
    const returned = await readCard(board.db, cardId);
    await scheduleLease(services, board, leaseOf(returned));
    return { kind: 'CHANGES_REQUESTED', cards: [cardId], result: returned };
  });
}

/** Second gate: the local says yes, with a word of thanks. Never by the author. */
export async function approveCard(
  services: Services,
  actorId: string,
  input: Review & { thanks: string },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const thanks = plainText(input.thanks, { field: 'thanks', max: 500, multiline: true });
  const changed = await changeBoard(
    services,
    { board: { ofCard: cardId }, actorId, requestId },
    async (board) => {
      const card = await inReview(board, cardId);
      const actor = requireApprover(board, card);
      if (board.craftReviewRequired && !card.craftReviewedAt) {
        throw notAllowed(
          'Somebody who knows the craft looks at it first. You can do that too, if you are not its author.',
        );
      }
      await sql`update hand_in set outcome = 'APPROVED', reviewer_id = ${actor.id}, reviewed_at = clock_timestamp()
      where card_id = ${cardId} and outcome = 'PENDING'`.execute(board.db);
      await sql`update card set status = 'DONE', finished_at = clock_timestamp(), thanks = ${thanks},
      thanked_by_id = ${actor.id}, waiting_since = null, draft_kept = false, updated_at = clock_timestamp()
      where id = ${cardId}`.execute(board.db);
      const promoted = card.holder != null && (await earnStanding(board.em, card.holder));
      return {
        kind: 'CARD_APPROVED',
        cards: [cardId],
        result: { card: await readCard(board.db, cardId), promoted: promoted ? card.holder : undefined },
      };
    },
  );
  if (changed.result?.promoted) services.hints.send({ person: changed.result.promoted });
  return { ...changed, result: changed.result?.card };
}

async function inReview(board: BoardInHand, cardId: string): Promise<Card> {
  const card = await board.card(cardId);
  if (card.status !== 'IN_REVIEW') {
    throw new WrongStatus(cardId, card.status, 'This card has no work waiting for a review.');
  }
  return card;
}
