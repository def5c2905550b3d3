import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { questionColumns, type QuestionRow } from '../question/read-questions.ts';
import type { PollState, RoomEventKind } from './room.entity.ts';
import type { RoomPlace } from './room.policy.ts';

export interface PollRow {
  id: string;
  eventId: string;
  text: string;
  options: string[];
  counts: number[];
  state: PollState;
  createdAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
}

export interface NoteRow {
  id: string;
  eventId: string;
  position: string;
  text: string;
  version: number;
  personId: string | null;
  at: Date;
  removedAt: Date | null;
}

/** What is on in a room. */
export interface Now {
  sessionId: string | null;
  words: string;
  since: Date | null;
}

/** A room at one moment, before anybody's rights are looked at. */
export interface RoomRows {
  place: RoomPlace;
  nowOn: Now;
  questions: QuestionRow[];
  polls: PollRow[];
  notes: NoteRow[];
}

/** What happened in a room after a revision, before anybody's rights are looked at. */
export interface RoomStep {
  epoch: string;
  revision: number;
  after: number;
  place: RoomPlace;
  nowOn: Now;
  events: {
    revision: number;
    kind: RoomEventKind;
    at: Date;
    questions: string[];
    hidden: string[];
    polls: string[];
    notes: string[];
  }[];
  /** What was touched, as it is at `revision`. */
  questions: QuestionRow[];
  polls: PollRow[];
  notes: NoteRow[];
}

/** How many of a room's questions one look brings: what most want to know of those to be read, and the others. */
export const MOST_OPEN = 100;
export const MOST_WAITING = 50;
export const MOST_HIDDEN = 20;
export const MOST_POLLS = 20;
export const MOST_NOTES = 200;

/** How long after its end people still ask and vote (hours). */
const LINGERS = 6;
/** More events behind than this, and a fresh look is cheaper than the log. */
const MAX_BEHIND = 500;

export const placeColumns = sql`room.event_id as id, event.organization_id as "organizationId",
  event.campaign_id as "campaignId", event.sensitivity, event.slug, room.epoch, room.revision,
  room.pruned_to as "prunedTo", room.shown_at_once as "shownAtOnce", room.chair_id as "chairId",
  event.cancelled_at is not null as "isCancelled",
  event.ends_at < now() - make_interval(hours => ${sql.lit(LINGERS)}) as "isOver",
  array(select party ->> 'organizationId' from jsonb_array_elements(event.parties) party
    where party ->> 'part' = 'CO_HOST' and party ->> 'organizationId' is not null) as "coHosts"`;
const nowColumns = sql`room.now_session_id as "sessionId", room.now_words as words, room.now_since as since`;
const pollColumns = sql`id, event_id as "eventId", text, options, counts, state, created_at as "createdAt",
  opened_at as "openedAt", closed_at as "closedAt"`;
const noteColumns = sql`id, event_id as "eventId", position, text, version, person_id as "personId", at,
  removed_at as "removedAt"`;

/** Where many rooms stand, in one query. Those that are gone are left out. */
export async function readPlaces(db: Kysely, ids: readonly string[]): Promise<RoomPlace[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<RoomPlace>`select ${placeColumns} from room join event on event.id = room.event_id
    where room.event_id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

/** Where rooms stand, by the row id of the event, whoever may read it. */
export const placeLoader = defineLoader<string, RoomPlace | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const places = await readPlaces(em.getKysely(), ids);
      return ids.map((id) => places.find((place) => place.id === id) ?? null);
    }),
);

/** What is on in one room. */
export async function readNow(em: Em, eventId: string): Promise<Now> {
  const { rows } = await sql<Now>`select ${nowColumns} from room where event_id = ${eventId}`.execute(
    em.getKysely(),
  );
  return rows[0] ?? { sessionId: null, words: '', since: null };
}

/** The rooms of many events, by row id, each from one moment of the database. */
export const roomLoader = defineLoader<string, RoomRows | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const rows = await readRooms(em, ids);
      return ids.map((id) => rows.get(id) ?? null);
    }),
);

const consistent = { isolationLevel: 'repeatable read', readOnly: true } as const;

async function readRooms(em: Em, ids: readonly string[]): Promise<Map<string, RoomRows>> {
  return em.fork().transactional(async (tx) => {
    const db = tx.getKysely();
    const places = await readPlaces(db, ids);
    const { rows: nows } = await sql<Now & { id: string }>`select event_id as id, ${nowColumns} from room
      where event_id = any(${ids}::uuid[])`.execute(db);
    const { rows: questions } = await sql<QuestionRow>`
      select ${questionColumns} from unnest(${ids}::uuid[]) as asked(about) cross join lateral (
        (select * from question where subject_kind = 'Event' and subject_id = about
          and state in ('SHOWN', 'ANSWERED') order by votes desc, id limit ${MOST_OPEN})
        union all (select * from question where subject_kind = 'Event' and subject_id = about
          and state = 'WAITING' order by id limit ${MOST_WAITING})
        union all (select * from question where subject_kind = 'Event' and subject_id = about
          and state = 'HIDDEN' order by changed_at desc limit ${MOST_HIDDEN})) question`.execute(db);
    const { rows: polls } = await sql<PollRow>`select ${pollColumns} from poll
      where event_id = any(${ids}::uuid[]) order by created_at, id`.execute(db);
    const { rows: notes } = await sql<NoteRow>`select ${noteColumns} from room_note
      where event_id = any(${ids}::uuid[]) and removed_at is null order by position collate "C", id`.execute(
      db,
    );
    return new Map(
      places.map((place) => {
        const now = nows.find(({ id }) => id === place.id)!;
        const here = ({ eventId }: { eventId: string }) => eventId === place.id;
        return [
          place.id,
          {
            place,
            nowOn: { sessionId: now.sessionId, words: now.words, since: now.since },
            questions: questions.filter(({ subjectId }) => subjectId === place.id),
            polls: polls.filter(here),
            notes: notes.filter(here),
          },
        ];
      }),
    );
  }, consistent);
}

/** Times within JSON come as text. */
type AsJson<Row> = {
  [Key in keyof Row]: Row[Key] extends Date
    ? string
    : Row[Key] extends Date | null
      ? string | null
      : Row[Key];
};
interface LogRow {
  place: RoomPlace;
  nowOn: AsJson<Now>;
  events: AsJson<RoomStep['events'][number]>[] | null;
  questions: AsJson<QuestionRow>[] | null;
  polls: AsJson<PollRow>[] | null;
  notes: AsJson<NoteRow>[] | null;
}

const rowsAsJson = (rows: RawBuilder<unknown>) => sql`(select json_agg(found) from (${rows}) found)`;

/**
 * The log of a room after a revision, with what was touched, in one statement and from one moment. Returns 'reset' when
 * the log does not reach back that far, who may read changed, or so much happened that a fresh look is better; null when
 * the room is gone.
 */
export async function readRoomLog(em: Em, id: string, after: number): Promise<RoomStep | 'reset' | null> {
  const touched = (column: string) => sql`any(array(select unnest(${sql.ref(column)}) from log))`;
  const { rows } = await sql<LogRow>`
    with head as (select ${placeColumns} from room join event on event.id = room.event_id
      where room.event_id = ${id}),
    log as (
      select log.revision, kind, at, questions, hidden, polls, notes from room_event log, head
      where event_id = ${id} and log.revision > ${after} and log.revision <= head.revision
        and head.revision - ${after}::int <= ${MAX_BEHIND})
    select row_to_json(head) as place,
      (select row_to_json(now_on) from (select ${nowColumns} from room where event_id = ${id}) now_on) as "nowOn",
      (select json_agg(log order by revision) from log) as events,
      ${rowsAsJson(sql`select ${questionColumns} from question where question.id = ${touched('questions')}`)}
        as questions,
      ${rowsAsJson(sql`select ${pollColumns} from poll where poll.id = ${touched('polls')}`)} as polls,
      ${rowsAsJson(sql`select ${noteColumns} from room_note where room_note.id = ${touched('notes')}`)} as notes
    from head`.execute(em.fork().getKysely());
  const [found] = rows;
  if (!found) return null;
  const { place } = found;
  const { epoch, revision } = place;
  if (after < place.prunedTo || after > revision || revision - after > MAX_BEHIND) return 'reset';
  const events = (found.events ?? []).map((each) => ({ ...each, at: new Date(each.at) }));
  if (events.some(({ kind }) => kind === 'READERS_CHANGED')) return 'reset';
  return {
    ...{ epoch, revision, after, place, events },
    nowOn: { ...found.nowOn, since: moment(found.nowOn.since) },
    questions: (found.questions ?? []).map((row) => ({
      ...row,
      askedAt: new Date(row.askedAt),
      answeredAt: moment(row.answeredAt),
    })),
    polls: (found.polls ?? []).map(pollOfJson),
    notes: (found.notes ?? []).map((row) => ({
      ...row,
      at: new Date(row.at),
      removedAt: moment(row.removedAt),
    })),
  };
}

const moment = (text: string | null) => (text === null ? null : new Date(text));
const pollOfJson = (row: AsJson<PollRow>): PollRow => ({
  ...row,
  createdAt: new Date(row.createdAt),
  openedAt: moment(row.openedAt),
  closedAt: moment(row.closedAt),
});

/** Polls and lines by row id, whoever may read them. */
export const pollLoader = defineLoader<string, PollRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const { rows } =
        await sql<PollRow>`select ${pollColumns} from poll where id = any(${ids}::uuid[])`.execute(
          em.getKysely(),
        );
      return ids.map((id) => rows.find((row) => row.id === id) ?? null);
    }),
);

export const noteLoader = defineLoader<string, NoteRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const { rows } = await sql<NoteRow>`select ${noteColumns} from room_note
        where id = any(${ids}::uuid[]) and removed_at is null`.execute(em.getKysely());
      return ids.map((id) => rows.find((row) => row.id === id) ?? null);
    }),
);

/** What somebody chose, counted from 1, of many polls: keys are poll and voter, with a blank between. */
export const choiceLoader = defineLoader<string, number | null>(
  ({ em }) =>
    new DataLoader(async (keys) => {
      const asked = keys.map((key) => key.split(' ', 2) as [string, string]);
      const { rows } = await sql<{ key: string; choice: number }>`
        select poll_id || ' ' || voter as key, choice from poll_vote where (poll_id, voter) in
          (select * from unnest(${asked.map(([id]) => id)}::uuid[], ${asked.map(([, voter]) => voter)}::text[]))`.execute(
        em.getKysely(),
      );
      const found = new Map(rows.map(({ key, choice }) => [key, choice]));
      return keys.map((key) => found.get(key) ?? null);
    }),
);

/** What became of questions, by their row id. */
export const outcomeLoader = defineLoader<
  string,
  { cardId: string | null; madeEventId: string | null } | null
>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const { rows } = await sql<{ id: string; cardId: string | null; madeEventId: string | null }>`
        select question_id as id, card_id as "cardId", made_event_id as "madeEventId" from question_outcome
        where question_id = any(${ids}::uuid[])`.execute(em.getKysely());
      return ids.map((id) => rows.find((row) => row.id === id) ?? null);
    }),
);
