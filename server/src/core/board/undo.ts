import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import type { JobsOfQueue } from '../../platform/jobs/jobs.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';
import { notAllowed, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { BoardInHand } from './board-in-hand.ts';
import { actorOf } from './board.policy.ts';
import type { UndoKind } from './undo.entity.ts';

/** For how long whoever changed many cards, or cancelled one, can undo it. */
export const UNDO_SECONDS = 60;

/** What the retention queue carries when such a minute is over. */
export interface UndoOverJob {
  undoOver: string;
}

/** What is kept of a card, by the names of its columns. */
export type CardBefore = { id: string } & Record<string, unknown>;

/**
 * Keeps what some cards of a board in hand are before they change, so that the actor can undo it; call it before the
 * change writes. Returns the job that forgets it, which goes with the change.
 */
export async function keepForUndo(
  board: BoardInHand,
  {
    kind,
    cards,
    columns,
    comments = [],
  }: { kind: UndoKind; cards: readonly string[]; columns: readonly string[]; comments?: readonly string[] },
): Promise<JobsOfQueue> {
  await sql`
    insert into board_undo (board_id, revision, person_id, kind, at, before, comments)
    select ${board.id}, ${board.revision + 1}, ${actorOf(board).id}, ${kind}, ${board.now},
      coalesce((select jsonb_agg((select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(card))
        where key = any(${['id', ...columns]}::text[])) order by card.number) from card
        where id = any(${cards}::uuid[])), '[]'), ${comments}::uuid[]`.execute(board.db);
  return forgetting(board);
}

/** The same for a comment of the actor's, whose words go from it now and from here when the minute is over. */
export async function keepCommentForUndo(
  board: BoardInHand,
  { commentId, cardId }: { commentId: string; cardId: string },
): Promise<JobsOfQueue> {
  await sql`
    insert into board_undo (board_id, revision, person_id, kind, at, before, comments)
    select ${board.id}, ${board.revision + 1}, person_id, 'COMMENT_REMOVED', ${board.now},
      jsonb_build_array(jsonb_build_object('id', ${cardId}::text, 'text', text)), array[id]
    from comment where id = ${commentId} and removed_at is null`.execute(board.db);
  return forgetting(board);
}

function forgetting(board: BoardInHand): JobsOfQueue {
  const data: UndoOverJob = { undoOver: board.id };
  return { queue: RETENTION_QUEUE, jobs: [{ data, notBefore: { seconds: UNDO_SECONDS } }] };
}

/** What a change is undone with. */
export interface Undoing {
  kind: UndoKind;
  at: Date;
  before: CardBefore[];
  comments: string[];
}

/**
 * Takes what a change of the board in hand is undone with, once: within its minute by the database's clock, and for
 * whoever made it. Refuses everything else and says why.
 */
export async function takeUndo(board: BoardInHand, revision: number): Promise<Undoing> {
  const { id: me } = actorOf(board);
  const { rows } = await sql<Undoing>`
    with kept as (
      select * from board_undo where board_id = ${board.id} and revision = ${revision} and person_id = ${me}
        and undone_at is null and at > clock_timestamp() - make_interval(secs => ${UNDO_SECONDS}) for update)
    update board_undo undone set undone_at = clock_timestamp(), before = '[]', comments = '{}' from kept
    where undone.board_id = kept.board_id and undone.revision = kept.revision
    returning kept.kind, kept.at, kept.before, kept.comments`.execute(board.db);
  return rows[0] ?? (await refuseToUndo(board, revision, me));
}

async function refuseToUndo(board: BoardInHand, revision: number, me: string): Promise<never> {
  const { rows } = await sql<{ mine: boolean; undone: boolean; over: boolean }>`
    select event.actor_id is not distinct from ${me} as mine, undone_at is not null as undone,
      coalesce(undo.at, event.at) <= clock_timestamp() - make_interval(secs => ${UNDO_SECONDS}) as over
    from board_event event left join board_undo undo on undo.board_id = event.board_id
      and undo.revision = event.revision
    where event.board_id = ${board.id} and event.revision = ${revision}`.execute(board.db);
  const [event] = rows;
  if (!event) throw notFound('change');
  if (!event.mine) throw notAllowed('UNDO_NOT_YOURS', 'Only who did this can undo it, within a minute.');
  if (event.undone) throw wrongStage('UNDONE_ALREADY', 'This was undone already.');
  if (event.over) throw wrongStage('MINUTE_OVER', 'The minute in which this could be undone is over.');
  throw wrongStage('NOT_UNDOABLE', 'This cannot be undone here.');
}

/** Until when somebody can undo what they made a revision with; null where there is nothing of that kind. */
export async function readUndoUntil(
  { orm }: Pick<Services, 'orm'>,
  boardId: string,
  { revision, personId }: { revision: number; personId: string },
): Promise<Date | null> {
  const { rows } = await sql<{ until: Date }>`
    select at + make_interval(secs => ${UNDO_SECONDS}) as until from board_undo
    where board_id = ${boardId} and revision = ${revision} and person_id = ${personId} and undone_at is null`.execute(
    orm.em.fork().getKysely(),
  );
  return rows[0]?.until ?? null;
}

/** Of changes whose minute is over nothing is kept. */
export const UNDO_OVER = sql`
  delete from board_undo where at <= clock_timestamp() - make_interval(secs => ${UNDO_SECONDS})`;

export const forgetUndos = ({ orm }: Pick<Services, 'orm'>) => UNDO_OVER.execute(orm.em.fork().getKysely());

/**
 * Who leaves is not kept as a holder, nor with what they waited for, nor as who held with another; what they did
 * themselves is gone with them.
 */
export async function forgetHolder(db: Kysely, personId: string): Promise<void> {
  for (const [column, erased] of [
    ['holder_id', { holder_id: null, waiting_reason: null }],
    ['partner_id', { partner_id: null }],
  ] as const) {
    await sql`
      update board_undo set before = (select coalesce(jsonb_agg(case when card ->> ${column}::text = ${personId}::text
        then card || ${JSON.stringify(erased)}::jsonb else card end), '[]')
        from jsonb_array_elements(before) card)
      where before @> jsonb_build_array(jsonb_build_object(${column}::text, ${personId}::text))`.execute(db);
  }
}
