import { type CompiledQuery, sql } from 'kysely';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { blocked } from '../../core/board/board-refusals.ts';
import { type Em, type Kysely, outsideTransactions } from '../../platform/db/orm.ts';
import { transact } from '../../platform/db/transact.ts';
import { notAllowed, notFound, suspended } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { placeColumns } from './read-room.ts';
import type { RoomEventKind } from './room.entity.ts';
import { isBlocked, leadsRoom, roomLevelOf, type RoomPlace, whyClosed } from './room.policy.ts';

/** What a change did, for the log; a `kind` of null says that all is as it was. */
export interface RoomChange<T> {
  kind: RoomEventKind | null;
  /** Row ids of what it touched. */
  questions?: readonly string[];
  /** Those of the questions that everybody could read before and cannot any more. */
  hidden?: readonly string[];
  polls?: readonly string[];
  notes?: readonly string[];
  result: T;
}

/** A room whose row this transaction has locked, and who wants to change it. */
export interface RoomInHand {
  em: Em;
  db: Kysely;
  place: RoomPlace;
  /** As they are now; null for nobody. */
  actor: Viewer | null;
  leads: boolean;
  /** Who leads, and the chair. */
  moderates: boolean;
}

export interface RoomRequest {
  /** Row id. */
  eventId: string;
  viewer: Viewer | null;
  /** Whether this can be done once the event is over or called off; by default it cannot. */
  evenWhenClosed?: boolean;
}

/**
 * The only way to write to a room. Locks its row, so that changes of one room follow each other; runs `change` in that
 * transaction; raises the revision by one and appends one event. What `change` throws rolls everything back. After the
 * commit, replicas get a hint. Refuses a room that is not there or whose event the actor may not read, who is on hold or
 * blocked from its campaign, and what comes after the end.
 */
export async function changeRoom<T>(
  services: Services,
  { eventId, viewer, evenWhenClosed = false }: RoomRequest,
  change: (room: RoomInHand) => Promise<RoomChange<T>>,
): Promise<{ revision: number; result: T }> {
  return inRoom(services, eventId, async (em, place) => {
    const actor = viewer && (await refreshViewer(em, viewer));
    const level = roomLevelOf(actor, place);
    if (level === null) throw notFound('event');
    if (actor?.standing === 'SUSPENDED') throw suspended();
    if (isBlocked(actor, place)) throw blocked();
    const closed = evenWhenClosed ? null : whyClosed(place);
    if (closed) throw closed;
    const moderates = level === 'TEAM';
    const leads = moderates && actor !== null && leadsRoom(actor, place);
    return change({ em, db: em.getKysely(), place, actor, leads, moderates });
  });
}

/** The same before anybody's rights are looked at; `missing` is how one that is not there is called. */
export async function inRoom<T>(
  services: Services,
  eventId: string,
  change: (em: Em, place: RoomPlace) => Promise<RoomChange<T>>,
  missing = 'event',
): Promise<{ revision: number; result: T }> {
  const opening = [holdRoom(eventId), readHeld(eventId)].map((each) =>
    each.compile(outsideTransactions(services.orm)),
  ) as [CompiledQuery, CompiledQuery<RoomPlace>];
  const { raised, ...changed } = await services.turns.take({ id: eventId }, () =>
    transact(services.orm, opening, async (transaction, [, { rows }]) => {
      const [place] = rows;
      if (!place) throw notFound(missing);
      const { result, ...outcome } = await change(transaction.em, place);
      if (outcome.kind === null) return { revision: place.revision, raised: false, result, last: [] };
      await transaction.flush();
      const revision = place.revision + 1;
      return { revision, raised: true, result, last: [appendEvent(transaction.db, place, outcome)] };
    }),
  );
  if (raised) services.hints.send({ room: eventId, revision: changed.revision });
  return changed;
}

/**
 * Appends an event within a larger change, which sends the hint after its commit: `{ room, revision }`. Null where there
 * is no such room.
 */
export async function appendWithin(
  db: Kysely,
  eventId: string,
  change: (place: RoomPlace) => Promise<Omit<RoomChange<unknown>, 'result'>>,
): Promise<{ room: string; revision: number } | null> {
  await holdRoom(eventId).execute(db);
  const [place] = (await readHeld(eventId).execute(db)).rows;
  if (!place) return null;
  const outcome = await change(place);
  if (outcome.kind === null) return null;
  await db.executeQuery(appendEvent(db, place, outcome));
  return { room: eventId, revision: place.revision + 1 };
}

const holdRoom = (eventId: string) => sql`select from room where event_id = ${eventId} for update`;

/** By another statement than the lock: each sees what was committed before it began. */
const readHeld = (eventId: string) => sql<RoomPlace>`
  select ${placeColumns} from room join event on event.id = room.event_id where room.event_id = ${eventId}`;

function appendEvent(
  db: Kysely,
  { id, revision }: RoomPlace,
  { kind, questions = [], hidden = [], polls = [], notes = [] }: Omit<RoomChange<unknown>, 'result'>,
): CompiledQuery {
  return sql`
    with head as (update room set revision = ${revision + 1} where event_id = ${id})
    insert into room_event (event_id, revision, kind, questions, hidden, polls, notes)
    values (${id}, ${revision + 1}, ${kind}, ${questions}::uuid[], ${hidden}::uuid[], ${polls}::uuid[],
      ${notes}::uuid[])`.compile(db);
}

/** Refuses all but those who lead through the event. */
export function requireLead({ leads }: RoomInHand): void {
  if (!leads) throw notAllowed('LEADS_ONLY', 'Only those who lead through this event can do this.');
}

/** Refuses all but those who lead, and the chair. */
export function requireToModerate({ moderates }: RoomInHand): void {
  if (!moderates) throw notAllowed('LEADS_ONLY', 'Only those who lead through this event can do this.');
}

declare module '../../platform/live/hints.ts' {
  interface HintKinds {
    /** The room of an event is at least at this revision. */
    room: { room: string; revision: number };
  }
}
