import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { BoardEventKind } from '../board/board.entity.ts';
import { levelFor, type Reader } from '../access/viewer.ts';
import { type CardOnBoard, selectCards } from '../board/read-cards.ts';
import type { Cursor } from '../board/read-board.ts';
import { Sensitivity } from '../access/sensitivity.ts';

/*
 * Open work over all boards has a history of its own, made of theirs: at any moment of the database its revision is the
 * sum of what each board counted. Moments of one database follow each other, so the same sum means the same moment at
 * every server. What a reader sees nothing of is not in their sum: it must not tell of boards they do not know.
 */

/** A board as far as it decides who may read what of it, and how much happened on it. */
export interface OpenBoard {
  id: string;
  campaignId: string;
  organizationId: string;
  campaignSensitivity: Sensitivity;
  ended: boolean;
  revision: number;
  hiddenFromVetted: number;
  hiddenFromPublic: number;
}

/** A card that something happened to, though perhaps nothing that stayed. */
export interface TouchedCard {
  id: string;
  kinds: BoardEventKind[];
  /** The least who could read it before it was hidden, if it was. */
  seenBefore: Sensitivity | null;
}

export interface ChangedBoard extends OpenBoard {
  /** Whether all its open cards are read, since the campaign changed or it was not followed. */
  whole: boolean;
  /** Null where the log does not say which, and who could read them between. */
  touched: TouchedCard[] | null;
}

/** What changed since somebody last looked, from one moment. */
export interface OpenWorkRead {
  /** Names the history; null while there is no board. */
  history: string | null;
  boards: ChangedBoard[];
  /** The touched cards, and the open cards of boards that are read whole. */
  cards: CardOnBoard[];
}

/** More events of one board, and reading its open cards is cheaper than its log. */
const MAX_EVENTS = 500;

const RISING = Object.values(Sensitivity);

const consistent = { isolationLevel: 'repeatable read', readOnly: true } as const;

/** The board that was there first: it gets another epoch when the database has another history. */
const HISTORY = sql<
  string | null
>`(select board.epoch from board join campaign on campaign.id = board.campaign_id
  order by campaign.created_at, board.id limit 1)`;

/** What changed on all boards since they were at the revisions in `known`. */
export async function readOpenWork(em: Em, known: ReadonlyMap<string, number>): Promise<OpenWorkRead> {
  return em.fork().transactional(async (tx) => {
    const db = tx.getKysely();
    const [history, boards] = await readChangedBoards(db, known);
    const whole = boards.flatMap((board) => (board.whole ? [board.id] : []));
    const touched = boards.flatMap((board) => board.touched ?? []).map(({ id }) => id);
    if (whole.length + touched.length === 0) return { history, boards, cards: [] };
    const cards = await selectCards(db)
      .where(
        sql<boolean>`card.id = any(array(select unnest(${touched}::uuid[]) union all
          select id from card where status = 'OPEN' and board_id = any(${whole}::uuid[])))`,
      )
      .execute();
    return { history, boards, cards };
  }, consistent);
}

async function readChangedBoards(
  db: Kysely,
  known: ReadonlyMap<string, number>,
): Promise<[history: string | null, boards: ChangedBoard[]]> {
  // A board that is new since the first look is followed from its beginning.
  const unknown = known.size === 0 ? null : 0;
  const after = sql`event.board_id = board.id and event.revision > followed.after`;
  const { rows } = await sql<ChangedBoard & { history: string | null }>`
    select ${HISTORY} as history, board.id, campaign.id as "campaignId", campaign.organization_id as "organizationId",
      campaign.sensitivity as "campaignSensitivity", campaign.ended_at is not null as ended, board.revision,
      board.hidden_from_vetted as "hiddenFromVetted", board.hidden_from_public as "hiddenFromPublic",
      board.revision - followed.after between 0 and ${MAX_EVENTS} is not true or exists (
        select from board_event event where ${after} and event.kind = 'CAMPAIGN_UPDATED') as whole,
      case when board.revision - followed.after between 0 and ${MAX_EVENTS} and not exists (
        select from board_event event where ${after} and event.kind = 'CAMPAIGN_UPDATED'
          and (event.fields = '{}' or 'sensitivity' = any(event.fields)))
      then (select coalesce(json_agg(touched), '[]') from (
        select touched.id, array_agg(distinct event.kind) as kinds,
          (${RISING}::text[])[min(array_position(${RISING}::text[], coalesce(event.seen_before_each[touched.place],
            case when touched.place = 1 then event.seen_before end)))] as "seenBefore"
        from board_event event cross join lateral unnest(event.cards) with ordinality as touched(id, place)
        where ${after} group by touched.id) touched) end as touched
    from board join campaign on campaign.id = board.campaign_id
    left join unnest(${[...known.keys()]}::uuid[], ${[...known.values()]}::int[]) as known(id, revision)
      on known.id = board.id
    cross join lateral (select coalesce(known.revision, ${unknown}::int) as after) followed
    where known.revision is distinct from board.revision`.execute(db);
  const [first] = rows;
  if (first) return [first.history, rows.map(({ history: _history, ...board }) => board)];
  const { rows: quiet } = await sql<{ history: string | null }>`select ${HISTORY} as history`.execute(db);
  return [quiet[0]?.history ?? null, []];
}

/** Where open work stands for a reader. What is read after it holds everything up to it. */
export async function readOpenWorkCursor(em: Em, reader: Reader): Promise<Cursor> {
  const { rows } = await sql<OpenBoard & { history: string | null }>`
    select ${HISTORY} as history, board.id, campaign.id as "campaignId", campaign.organization_id as "organizationId",
      board.revision, board.hidden_from_vetted as "hiddenFromVetted", board.hidden_from_public as "hiddenFromPublic"
    from board join campaign on campaign.id = board.campaign_id`.execute(em.getKysely());
  return { epoch: openWorkEpoch(rows[0]?.history ?? null, reader), revision: openWorkRevision(rows, reader) };
}

/** How much happened on boards that a reader could see something of. */
export function openWorkRevision(boards: Iterable<BoardCount>, reader: Reader): number {
  let sum = 0;
  for (const board of boards) sum += countedFor(board, reader);
  return sum;
}

type BoardCount = Pick<
  OpenBoard,
  'campaignId' | 'organizationId' | 'revision' | 'hiddenFromVetted' | 'hiddenFromPublic'
>;

function countedFor(board: BoardCount, reader: Reader): number {
  switch (levelFor(reader, board)) {
    case 'TEAM':
      return board.revision;
    case 'VETTED':
      return board.revision - board.hiddenFromVetted;
    case 'PUBLIC':
      return board.revision - board.hiddenFromPublic;
  }
}

/**
 * The history as a reader knows it: the first half names the history, the second what they may read, so that a cursor
 * of other rights is foreign.
 */
export function openWorkEpoch(history: string | null, reader: Reader): string {
  return `${digest(history ?? 'none')}.${digest(readerKey(reader))}`;
}

/** Whether two epochs are of one history, whatever their readers may read. */
export function isOfHistory(epoch: string, other: string): boolean {
  return epoch.split('.')[0] === other.split('.')[0];
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Equal for readers who read the same. */
export function readerKey({ base, vettedOf, teamOf, strangerTo, readsOf }: Reader): string {
  const list = (ids: ReadonlySet<string>) => [...ids].sort().join(',');
  const reads = teamOf === 'EVERY' ? 'EVERY' : `${base} vetted ${list(vettedOf)} team ${list(teamOf)}`;
  const limited = readsOf && new Set([...readsOf].map(([id, level]) => `${id} ${level}`));
  return `${reads} not ${list(strangerTo)}${limited ? ` of ${list(limited)}` : ''}`;
}
