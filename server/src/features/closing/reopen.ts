import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { closingInHand, requireClosing } from './change-closing.ts';

/** Takes the end of a campaign back, and its clock with it. Refuses one whose work is erased: nothing would be left to go on with. */
export async function reopen(board: BoardInHand): Promise<void> {
  if (!(await closingInHand(board))) return;
  await requireClosing(board);
  await board.db.deleteFrom('closing').where('campaign_id', '=', board.campaignId).execute();
}
