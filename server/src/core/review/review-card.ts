import { sql } from 'kysely';
import { plainText, textOrNull } from '../../platform/input/text.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { mayApprove } from '../campaign/campaign-rights.ts';
import { requireApprover, requireCraftReviewer } from './review.policy.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { type Change, changeBoard, type Changed } from '../board/change-board.ts';
import type { Card } from '../board/card.entity.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { releaseCard } from '../card/release-card.ts';
import { handsOf } from '../board/hands.ts';
import { leaseJobs } from '../card/lease-jobs.ts';
import { holdAgain, whoMayGoOn } from './hold-again.ts';
import { earnStanding } from '../trust/earn-standing.ts';
import { inReview, requireSeen } from './pending-work.ts';
import { craftSeen } from './review-refusals.ts';

interface Review {
  cardId: string;
  /** The hand-in that whoever decides has read; refused where another one waits by now. */
  handInId?: string | null | undefined;
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
    await requireSeen(board, cardId, input.handInId);
    await sql`update hand_in set craft_reviewer_id = ${actor.id}, craft_reviewed_at = clock_timestamp(),
      craft_note = ${note} where card_id = ${cardId} and outcome = 'PENDING'`.execute(board.db);
    // From here on it is the local that is waited for.
    await sql`update card set craft_reviewed_at = clock_timestamp(), craft_reviewer_id = ${actor.id},
      waiting_since = clock_timestamp(), updated_at = clock_timestamp() where id = ${cardId}`.execute(
      board.db,
    );
    return { kind: 'CRAFT_REVIEW_PASSED', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}

/** Either gate: sends the card back to its volunteer, or to both of two, with what should be different and a new lease. */
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
    await requireSeen(board, cardId, input.handInId);
    return sendBack(services, board, card, { by: actor, note });
  });
}

/** Who decided: a person who is signed in, or whoever holds a link made for `label`. */
type Decider = { id: string } | UsedLink;

/** The link by which somebody without an account decided: whom it was made for, and by whom. */
export interface UsedLink {
  linkId: string;
  label: string;
  madeBy: string;
}

const personOf = (by: Decider) => ('id' in by ? by.id : null);
const labelOf = (by: Decider) => ('label' in by ? by.label : null);
const linkOf = (by: Decider) => ('linkId' in by ? { linkId: by.linkId } : {});
const makerOf = (by: Decider) => ('madeBy' in by ? by.madeBy : null);

/** Sends work back under the lock of its board. Whether `by` may is asked before. */
export async function sendBack(
  services: Services,
  board: BoardInHand,
  card: Card,
  { by, note }: { by: Decider; note: string },
): Promise<Change<CardOnBoard>> {
  const { id: cardId } = card;
  await sql`update hand_in set outcome = 'CHANGES_REQUESTED', reviewer_id = ${personOf(by)}, review_note = ${note},
      reviewed_by_link = ${labelOf(by)}, link_made_by_id = ${makerOf(by)},
      reviewed_at = clock_timestamp()
      where card_id = ${cardId} and outcome = 'PENDING'`.execute(board.db);
  await closeLinks(board, cardId, by);
  const goOn = await whoMayGoOn(board, card);
  if (goOn.length === 0) {
    // Nobody is given a card that they may not work on: it is open to others, with the work so far in its record.
    await releaseCard(board, card, { how: 'TAKEN_BACK', by: personOf(by), note: null });
    await sql`update card set craft_reviewed_at = null, craft_reviewer_id = null where id = ${cardId}`.execute(
      board.db,
    );
    const released = await readCard(board.db, cardId);
    return { kind: 'CHANGES_REQUESTED', cards: [cardId], ...linkOf(by), result: released };
  }
  await holdAgain(board, card, goOn, 0);
  await sql`update card set changes_requested_at = clock_timestamp(), craft_reviewed_at = null,
      craft_reviewer_id = null where id = ${cardId}`.execute(board.db);
  const returned = await readCard(board.db, cardId);
  return {
    kind: 'CHANGES_REQUESTED',
    cards: [cardId],
    ...linkOf(by),
    jobs: leaseJobs(board, returned),
    result: returned,
  };
}

/** Second gate: the local says yes, with a word of thanks. Never by the author, or by who was at the first gate. */
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
      if (!craftIsGood(board, card)) {
        throw notAllowed(
          'CRAFT_FIRST',
          'Somebody who knows the craft looks at it first. You can do that too, if you are not its author.',
        );
      }
      if (card.craftReviewer === actor.id) throw craftSeen();
      await requireSeen(board, cardId, input.handInId);
      return sayYes(services, board, card, { by: actor, thanks });
    },
  );
  return tellPromoted(services, changed);
}

/** Whether the first gate is passed, or there is none on this campaign. */
export function craftIsGood(
  { craftReviewRequired }: Pick<BoardInHand, 'craftReviewRequired'>,
  { craftReviewedAt }: Pick<Card, 'craftReviewedAt'>,
): boolean {
  return !craftReviewRequired || craftReviewedAt != null;
}

interface Approved {
  card: CardOnBoard;
  /** Row ids of those who made it and whose standing this approval raised. */
  promoted: string[];
}

/** Approves work under the lock of its board. Whether `by` may is asked before; see `tellPromoted` for afterwards. */
export async function sayYes(
  services: Services,
  board: BoardInHand,
  card: Card,
  { by, thanks }: { by: Decider; thanks: string },
): Promise<Change<Approved>> {
  const { id: cardId } = card;
  await sql`update hand_in set outcome = 'APPROVED', reviewer_id = ${personOf(by)},
    reviewed_by_link = ${labelOf(by)}, link_made_by_id = ${makerOf(by)},
      reviewed_at = clock_timestamp()
    where card_id = ${cardId} and outcome = 'PENDING'`.execute(board.db);
  await closeLinks(board, cardId, by);
  await sql`update card set status = 'DONE', finished_at = clock_timestamp(), thanks = ${thanks},
    thanked_by_id = ${personOf(by)}, waiting_since = null, draft_kept = false,
    brief_before = null, brief_changed_at = null, updated_at = clock_timestamp()
    where id = ${cardId}`.execute(board.db);
  const promoted: string[] = [];
  for (const personId of handsOf(card))
    if (await earnStanding(services, board.em, { personId, cardId })) promoted.push(personId);
  return {
    kind: 'CARD_APPROVED',
    cards: [cardId],
    ...linkOf(by),
    result: { card: await readCard(board.db, cardId), promoted },
  };
}

/** After the commit: whoever earned standing by this hears of it. */
export function tellPromoted(services: Services, changed: Changed<Approved>): Changed<CardOnBoard> {
  for (const personId of changed.result?.promoted ?? []) {
    services.hints.send({ person: personId });
    services.word.hint([{ personId }]);
  }
  return { ...changed, result: changed.result?.card };
}

/** The decision is made, or there is none to make any more: links that ask for it end, and the one that made it is used. */
export async function closeLinks(board: BoardInHand, cardId: string, by: Decider): Promise<void> {
  const usedId = 'linkId' in by ? by.linkId : null;
  await sql`update approval_link set
      used_at = case when id = ${usedId}::uuid then clock_timestamp() end,
      revoked_at = case when id is distinct from ${usedId}::uuid then clock_timestamp() end
    where card_id = ${cardId} and used_at is null and revoked_at is null`.execute(board.db);
}
