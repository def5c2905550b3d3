import { plainText } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { postComment } from './comment-on-card.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { LEASE_QUEUE } from './lease-jobs.ts';
import { inHandsOf } from '../board/hands.ts';
import { takeFrom } from './take-back-card.ts';

/**
 * An organizer ends every claim that somebody has on a board, in one change, with a reason that stands on each card.
 * Drafts are kept; what another holds with them is the other's. Where they hold nothing, nothing changes.
 */
export async function takeBackAllCards(
  services: Services,
  actorId: string,
  input: { boardId: string; personId: string; reason: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard[]>> {
  const { boardId, personId, requestId } = input;
  const reason = plainText(input.reason, { field: 'reason', max: 500, multiline: true });
  return changeBoard(services, { board: { id: boardId }, actorId, requestId }, async (board) => {
    requireManager(board);
    const held = await board.db
      .selectFrom('card')
      .select('id')
      .where('board_id', '=', boardId)
      .where(inHandsOf(personId))
      .where('status', '=', 'CLAIMED')
      .orderBy('number')
      .execute();
    if (held.length === 0) return { kind: null, result: [] };
    const taken = [];
    for (const { id } of held) {
      taken.push({ id, ...(await takeFrom(board, await board.card(id), personId, actorId)) });
      await postComment(board, id, reason);
    }
    // What is open again comes first: the log names the first.
    taken.sort((one, other) => Number(one.kind === 'CARD_LEFT') - Number(other.kind === 'CARD_LEFT'));
    const cards = taken.map(({ id }) => id);
    const jobs = taken.flatMap((each) => each.jobs?.jobs ?? []);
    const result = await Promise.all(cards.map((id) => readCard(board.db, id)));
    return {
      kind: taken[0]!.kind,
      cards,
      ...(jobs.length > 0 && { jobs: { queue: LEASE_QUEUE, jobs } }),
      result,
    };
  });
}
