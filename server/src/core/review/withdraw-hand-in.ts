import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { actorOf } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { claimLimitFor } from '../campaign/campaign-rights.ts';
import { refuseBeyondLimit, type CardRequest } from '../card/claim-card.ts';
import { cardsInHand } from '../card/join-card.ts';
import { MAX_EXTENSIONS } from '../card/lease.ts';
import { leaseJobs } from '../card/lease-jobs.ts';
import { refuseBeyondShare } from '../card/newcomers.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import { closeLinks } from './review-card.ts';
import { detachFiles } from '../file/attach-files.ts';
import { holdAgain, whoMayGoOn } from './hold-again.ts';
import { ownUndecided, readPending } from './pending-work.ts';

/**
 * Takes the actor's work back while nobody decided on it: they hold the card again, with whoever made it with them,
 * under a new lease, with the work as the draft of who handed it in. It counts as an extension and as a card in hand, so that handing in and taking back holds no card
 * for good, and no more cards than others may.
 */
export async function withdrawHandIn(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const actor = actorOf(board);
    const card = await ownUndecided(board, cardId);
    if (card.extensions >= MAX_EXTENSIONS) {
      throw notAllowed(
        'WITHDRAWN_OFTEN',
        'You have had more time for this card three times. Correct what you handed in instead.',
      );
    }
    refuseBeyondLimit(await cardsInHand(board, actor.id), claimLimitFor(actor, board));
    await sql`insert into draft (card_id, person_id, note, links, saved_at)
      select card_id, person_id, note, links, clock_timestamp() from hand_in
      where card_id = ${cardId} and outcome = 'PENDING'
      on conflict (card_id, person_id) do update set note = excluded.note, links = excluded.links,
        saved_at = excluded.saved_at, kept_at = null`.execute(board.db);
    await detachFiles(board, (await readPending(board, cardId)).id);
    await sql`update hand_in set outcome = 'WITHDRAWN' where card_id = ${cardId} and outcome = 'PENDING'`.execute(
      board.db,
    );
    await closeLinks(board, cardId, actor);
    await holdAgain(board, card, await whoMayGoOn(board, card), card.extensions + 1);
    await refuseBeyondShare(board, actor);
    const result = await readCard(board.db, cardId);
    return { kind: 'HAND_IN_WITHDRAWN', cards: [cardId], jobs: leaseJobs(board, result), result };
  });
}
