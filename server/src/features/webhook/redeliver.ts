import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Viewer } from '../../core/access/viewer.ts';
import { InvalidInput, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { ownWebhook } from './keep-webhook.ts';
import { type Followed, readFollowed } from './next-part.ts';
import { MOST_CHANGES } from './webhook-message.ts';

/** So many changes back one goes at once. */
export const MOST_REDELIVERED = 5_000;

/**
 * Delivers everything after a revision of a board again. Messages that were made before come under the ids they had, so that a
 * receiver which keeps ids takes nothing twice; what was told of in none is a message now. One that was off is on again.
 */
export async function redeliver(
  services: Services,
  viewer: Viewer,
  { id, boardId: named, fromRevision }: { id: string; boardId: string | null; fromRevision: number },
): Promise<void> {
  await ownWebhook(services, viewer, id, async (db) => {
    const { boardId, revision } = theBoard(await readFollowed(db, id), named);
    const { rows: boards } = await sql<{ prunedTo: number }>`select pruned_to as "prunedTo" from board
      where id = ${boardId}`.execute(db);
    const least = Math.max(boards[0]?.prunedTo ?? 0, revision - MOST_REDELIVERED, 0);
    if (fromRevision < least || fromRevision > revision)
      throw new InvalidInput(
        'fromRevision',
        'OUT_OF_RANGE',
        `The log reaches from ${least} to ${revision}.`,
        {
          limit: fromRevision < least ? least : revision,
        },
      );
    const { rows: again } = await sql<{ readFrom: number; revision: number }>`
      update webhook_delivery set state = 'WAITING'
      where webhook_id = ${id} and board_id = ${boardId} and kind = 'CHANGES' and revision > ${fromRevision}
      returning read_from as "readFrom", revision`.execute(db);
    const parts = gaps(fromRevision, revision, again);
    if (parts.length > 0)
      await db
        .insertInto('webhook_delivery')
        .values(
          parts.map(({ after, upTo }) => ({
            ...{ id: newId(), webhook_id: id, board_id: boardId },
            ...{ previous: after, read_from: after, revision: upTo },
          })),
        )
        .execute();
    await sql`update webhook set off = null, off_at = null, failing_since = null, next_attempt_at = null
      where id = ${id}`.execute(db);
  });
  services.courier.wake(id);
}

/** The one that is named, or the only one. A revision is of one board. */
function theBoard(followed: readonly Followed[], named: string | null): Followed {
  const [only, ...others] = followed;
  if (named === null && others.length > 0)
    throw new InvalidInput('boardId', 'EMPTY', 'This webhook follows several boards: say of which.');
  const board = named === null ? only : followed.find(({ boardId }) => boardId === named);
  if (!board) throw notFound('board');
  return board;
}

/** What of the log, from one revision to another, is in none of these parts: as parts of their own. */
export function gaps(
  from: number,
  to: number,
  told: readonly { readFrom: number; revision: number }[],
): { after: number; upTo: number }[] {
  const parts: { after: number; upTo: number }[] = [];
  let at = from;
  for (const { readFrom, revision } of [...told].sort((one, other) => one.revision - other.revision)) {
    for (; at < readFrom; at = Math.min(at + MOST_CHANGES, readFrom))
      parts.push({ after: at, upTo: Math.min(at + MOST_CHANGES, readFrom) });
    at = Math.max(at, revision);
  }
  for (; at < to; at = Math.min(at + MOST_CHANGES, to))
    parts.push({ after: at, upTo: Math.min(at + MOST_CHANGES, to) });
  return parts;
}
