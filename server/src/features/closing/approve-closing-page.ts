import { sql } from 'kysely';
import { actorOf } from '../../core/board/board.policy.ts';
import { mayApprove } from '../../core/campaign/campaign-rights.ts';
import type { Changed } from '../../core/board/change-board.ts';
import { notAllowed, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeClosing, type ClosingRequest, requireClosing } from './change-closing.ts';

/**
 * The local's yes to its last page: from now on whoever may read the campaign reads it. `thanks` and `outcome` are
 * what was read; other words since then are not approved unread. Approving again changes nothing.
 */
export async function approveClosingPage(
  services: Services,
  actorId: string,
  input: ClosingRequest & { thanks?: string | null; outcome?: string | null },
): Promise<Changed<{ campaignId: string }>> {
  return changeClosing(services, actorId, input, async (board) => {
    const actor = actorOf(board);
    if (!mayApprove(actor)) throw notAllowed('LOCAL_ONLY', 'Only the local can say yes to this.');
    const closing = await requireClosing(board);
    const asRead = (read: string | null | undefined, now: string) => read == null || read === now;
    if (!asRead(input.thanks, closing.thanks) || !asRead(input.outcome, closing.outcome)) {
      throw wrongStage(
        'PAGE_CHANGED',
        'Somebody changed the page since you read it. Read it again, then say yes.',
      );
    }
    const { rows } = await sql`update closing set page_approved_at = clock_timestamp(),
      page_approved_by_id = ${actor.id}
      where campaign_id = ${board.campaignId} and page_approved_at is null returning campaign_id`.execute(
      board.db,
    );
    return rows.length === 1 ? { fields: ['closing'] } : null;
  });
}
