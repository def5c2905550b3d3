import { sql } from 'kysely';
import { requireManager } from '../../core/board/board.policy.ts';
import type { Changed } from '../../core/board/change-board.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeClosing, type ClosingRequest, requireClosing, scheduleErasing } from './change-closing.ts';
import { type ClosingWordsInput, takeClosingWords } from './closing-words.ts';

/**
 * Changes what is said at the end of a campaign, what is handed over, and when the rest is erased, in days from its
 * end. New words need the local's yes again. Refuses a moment of erasing that has passed.
 */
export async function updateClosing(
  services: Services,
  actorId: string,
  input: ClosingWordsInput & ClosingRequest & { asRead?: ClosingWordsInput | null | undefined },
): Promise<Changed<{ campaignId: string }>> {
  const words = takeClosingWords(input);
  return changeClosing(services, actorId, input, async (board) => {
    requireManager(board);
    const before = await requireClosing(board);
    const eraseAfterDays = Math.round((before.eraseAfter.getTime() - before.closedAt.getTime()) / 86_400_000);
    requireAsRead({ ...input.asRead }, { ...before, eraseAfterDays }, words);
    const { thanks = before.thanks, outcome = before.outcome } = words;
    const handover = words.handover === undefined ? null : JSON.stringify(words.handover);
    const newWords = thanks !== before.thanks || outcome !== before.outcome;
    const days = words.eraseAfterDays ?? null;
    const { rows } = await sql<{ eraseAfter: Date; past: boolean }>`
      update closing set thanks = ${thanks}, outcome = ${outcome},
        handover = coalesce(${handover}::jsonb, handover),
        erase_after = coalesce(closed_at + make_interval(days => ${days}::int), erase_after),
        page_approved_at = case when ${newWords} then null else page_approved_at end,
        page_approved_by_id = case when ${newWords} then null else page_approved_by_id end
      where campaign_id = ${board.campaignId}
      returning erase_after as "eraseAfter", erase_after <= clock_timestamp() as past`.execute(board.db);
    const { eraseAfter, past } = rows[0]!;
    if (days === null) return { fields: ['closing'] };
    if (past) throw new InvalidInput('eraseAfterDays', 'PAST', 'That day has passed. Choose more days.');
    await scheduleErasing(services, board, eraseAfter);
    return { fields: ['closing'] };
  });
}
