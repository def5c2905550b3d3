import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Kysely } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardAsOwner } from './read-as-owner.ts';
import { type Part, readPart } from './webhook-message.ts';

/** A board that a webhook follows, and where its receiver stands there. */
export interface Followed {
  boardId: string;
  epoch: string;
  revision: number;
  told: number;
}

/** A message that is fixed: of which part of which board, and under which id. */
export interface Waiting {
  id: string;
  boardId: string;
  previous: number;
  readFrom: number;
  revision: number;
}

/** What is sent next: a part of a board as its owner reads it, or that it is gone for them. */
export interface Next {
  delivery: Waiting;
  at: BoardAsOwner | null;
  part: Part | null;
}

/** The boards of a webhook; the one that waits longest for its turn comes first. */
export async function readFollowed(db: Kysely, webhookId: string): Promise<Followed[]> {
  return db
    .selectFrom('webhook_board')
    .select(['board_id as boardId', 'epoch', 'revision', 'told'])
    .where('webhook_id', '=', webhookId)
    .orderBy('begun_at')
    .orderBy('board_id')
    .execute();
}

/**
 * What is to be sent next: what waits, else the next part of a board that moved. 'passed' where there was nothing in it
 * for the owner, or somebody else was first: there may be more. Null where there is nothing.
 */
export async function nextOf(
  services: Services,
  db: Kysely,
  of: { webhookId: string; followed: readonly Followed[]; readable: ReadonlyMap<string, BoardAsOwner> },
): Promise<Next | 'passed' | null> {
  const { webhookId, followed, readable } = of;
  const delivery = await nextWaiting(db, webhookId);
  const board = followed.find(({ boardId }) =>
    delivery ? boardId === delivery.boardId : hasMore(followed, readable, boardId),
  );
  if (!board) return null;
  const at = readable.get(board.boardId) ?? null;
  if (delivery) {
    const after = { epoch: board.epoch, revision: delivery.readFrom };
    return { delivery, at, part: at && (await readPart(services, at, after, delivery.revision)) };
  }
  const part = at && (await readPart(services, at, board));
  const begun = await begin(db, webhookId, board, part);
  return begun ? { delivery: begun, at, part } : 'passed';
}

/** Whether a board moved, is another one to its owner than it was, or went. */
function hasMore(
  followed: readonly Followed[],
  readable: ReadonlyMap<string, BoardAsOwner>,
  id: string,
): boolean {
  const board = followed.find(({ boardId }) => boardId === id);
  const at = readable.get(id);
  if (!board || !at) return board !== undefined && board.epoch !== '';
  return at.epoch !== board.epoch || at.place.revision !== board.revision;
}

async function nextWaiting(db: Kysely, webhookId: string): Promise<Waiting | undefined> {
  return db
    .selectFrom('webhook_delivery')
    .select(['id', 'board_id as boardId', 'previous', 'read_from as readFrom', 'revision'])
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'WAITING')
    .where('kind', '=', 'CHANGES')
    .orderBy('revision')
    .limit(1)
    .executeTakeFirst();
}

/** Fixes a part of the log as one message. Undefined where there is none to send, or somebody else was first. */
async function begin(
  db: Kysely,
  webhookId: string,
  { boardId, revision: readFrom, told: previous, epoch }: Followed,
  part: Part | null,
): Promise<Waiting | undefined> {
  const revision = part ? part.change.revision : readFrom;
  const concerns = part ? part.concerns : true;
  const id = newId();
  // Of a reset the place is not before its revision: what comes after it is read from there.
  // The webhook first, as who takes it away locks it.
  const { rows } = await sql`with held as (select id from webhook where id = ${webhookId} for key share),
    moved as (
      update webhook_board set revision = ${revision}, begun_at = clock_timestamp() from held
      where webhook_id = held.id and webhook_id = ${webhookId} and board_id = ${boardId} and revision = ${readFrom} and epoch = ${epoch}
      returning webhook_id)
    insert into webhook_delivery (id, webhook_id, board_id, previous, read_from, revision)
    select ${id}, webhook_id, ${boardId}, ${previous}, ${readFrom}, ${revision} from moved
    where ${concerns} returning id`.execute(db);
  return rows.length > 0 ? { id, boardId, previous, readFrom, revision } : undefined;
}
