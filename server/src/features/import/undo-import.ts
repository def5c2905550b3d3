import { sql } from 'kysely';
import { requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { requireManager } from '../../core/board/board.policy.ts';
import { changeBoard, type Changed } from '../../core/board/change-board.ts';
import { takeAwayAdded } from '../../core/chosen/undo-board-change.ts';
import { asMissing, notAllowed, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';

/** For how long whoever imported cards can take them away again: as long as it takes to see what came. */
export const UNDO_MINUTES = 60;

/**
 * Takes the cards of an import off the board again, with what came with them: for whoever imported them, within the hour
 * by the database's clock, all of them or none. Refused where somebody did anything with one of them since.
 */
export async function undoImport(
  services: Services,
  viewer: Viewer | null,
  request: { campaignId: string; revision: number; requestId?: string | null | undefined },
): Promise<Changed<undefined>> {
  const { personId } = requireViewer(viewer);
  const { rows } = await sql<{
    id: string;
  }>`select id from board where campaign_id = ${request.campaignId}`.execute(
    services.orm.em.fork().getKysely(),
  );
  const [board] = rows;
  if (!board) throw notFound('campaign');
  const { requestId, revision } = request;
  return changeBoard(services, { board, actorId: personId, requestId }, async (held) => {
    requireManager(held);
    const at = await takeImport(held, revision, personId);
    return { ...(await takeAwayAdded(services, held, { revision, at })), result: undefined };
  }).catch(asMissing('campaign'));
}

/** Marks an import as undone, once. Returns when it was made. Refuses everything else and says why. */
async function takeImport(board: BoardInHand, revision: number, me: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    update board_import set undone_at = clock_timestamp()
    where board_id = ${board.id} and revision = ${revision} and person_id = ${me} and undone_at is null
      and at > clock_timestamp() - make_interval(mins => ${UNDO_MINUTES})
    returning at`.execute(board.db);
  return rows[0]?.at ?? (await refuseToUndo(board, revision, me));
}

async function refuseToUndo(board: BoardInHand, revision: number, me: string): Promise<never> {
  const { rows } = await sql<{ mine: boolean; made: boolean; undone: boolean; over: boolean }>`
    select event.actor_id is not distinct from ${me} as mine, event.kind = 'CARD_CREATED' as made,
      undone_at is not null as undone,
      event.at <= clock_timestamp() - make_interval(mins => ${UNDO_MINUTES}) as over
    from board_event event left join board_import made on made.board_id = event.board_id
      and made.revision = event.revision
    where event.board_id = ${board.id} and event.revision = ${revision}`.execute(board.db);
  const [event] = rows;
  if (!event) throw notFound('import');
  if (!event.mine) throw notAllowed('UNDO_NOT_YOURS', 'Only who imported this can undo it, within an hour.');
  if (event.undone) throw wrongStage('UNDONE_ALREADY', 'This was undone already.');
  if (event.made && event.over)
    throw wrongStage('HOUR_OVER', 'The hour in which this could be undone is over.');
  throw wrongStage('NOT_UNDOABLE', 'This was no import. It cannot be undone here.');
}

/** Of imports that can be undone no more nothing is kept. */
export const IMPORT_OVER = sql`
  delete from board_import where at <= clock_timestamp() - make_interval(mins => ${UNDO_MINUTES})`;
