import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Services } from '../../platform/services.ts';
import { actorOf } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { isHandedIn, requireSomeWork, takeWork, type WorkInput } from './hand-in-card.ts';
import { attachedTo, passFiles } from '../file/attach-files.ts';
import { ownUndecided, readPending, requireSeen } from './pending-work.ts';

/**
 * Puts other work in place of what the actor handed in, while nobody decided on it. `handInId` is the hand-in its
 * writer read; the words of that one stay in the record. The clock of whoever is waited for goes on. The same work
 * again changes nothing.
 */
export async function correctHandIn(
  services: Services,
  actorId: string,
  input: WorkInput & { handInId: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, handInId, requestId } = input;
  const work = takeWork(input);
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    await ownUndecided(board, cardId);
    if (await isHandedIn(board, cardId, work))
      return { kind: null, result: await readCard(board.db, cardId) };
    await requireSeen(board, cardId, handInId);
    const pending = await readPending(board, cardId);
    requireSomeWork(work, (await attachedTo(board, pending.id)).length > 0);
    const corrected = newId();
    await sql`update hand_in set outcome = 'REPLACED' where card_id = ${cardId} and outcome = 'PENDING'`.execute(
      board.db,
    );
    await sql`insert into hand_in (id, card_id, person_id, note, links, at)
      values (${corrected}, ${cardId}, ${actorOf(board).id}, ${work.note}, ${JSON.stringify(work.links)}::jsonb,
        clock_timestamp())`.execute(board.db);
    // What was sent belongs to the work as it is now.
    await passFiles(board, pending.id, corrected);
    await sql`update card set updated_at = clock_timestamp() where id = ${cardId}`.execute(board.db);
    return { kind: 'HAND_IN_CORRECTED', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}
