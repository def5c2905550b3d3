import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import type { Link } from '../../platform/input/links.ts';
import type { RecapPage, TakeawayState, Thanked } from './recap.entity.ts';
import type { RecapPartKind } from './recap-parts.ts';

export interface RecapRow {
  eventId: string;
  words: string;
  recordingUrl: string | null;
  files: Link[];
  presenters: string[] | null;
  hosts: string[] | null;
  sponsors: string[] | null;
  volunteers: Thanked[];
  leftOut: RecapPartKind[];
  withFeedback: boolean;
  prepared: RecapPage | null;
  preparedAt: Date | null;
  preparedById: string | null;
  edition: number;
  published: RecapPage | null;
  publishedEdition: number | null;
  publishedAt: Date | null;
}

/** A recap that nobody has touched yet. */
export const untouched = (eventId: string): RecapRow => ({
  eventId,
  ...{ words: '', recordingUrl: null, files: [], presenters: null, hosts: null, sponsors: null },
  ...{
    volunteers: [],
    leftOut: [],
    withFeedback: true,
    prepared: null,
    preparedAt: null,
    preparedById: null,
  },
  ...{ edition: 0, published: null, publishedEdition: null, publishedAt: null },
});

/** The recaps of events that have one, with all that hosts wrote: rights are looked at before. */
export async function readRecaps(db: Kysely, eventIds: readonly string[]): Promise<RecapRow[]> {
  const { rows } =
    await sql<RecapRow>`select event_id as "eventId", words, recording_url as "recordingUrl", files,
      presenters, hosts, sponsors, volunteers, left_out as "leftOut", with_feedback as "withFeedback", prepared,
      prepared_at as "preparedAt", prepared_by_id as "preparedById", edition, published,
      published_edition as "publishedEdition", published_at as "publishedAt"
    from recap where event_id = any(${eventIds}::uuid[])`.execute(db);
  return rows;
}

export async function readRecap(db: Kysely, eventId: string): Promise<RecapRow> {
  return (await readRecaps(db, [eventId]))[0] ?? untouched(eventId);
}

export interface TakeawayRow {
  id: string;
  eventId: string;
  personId: string | null;
  text: string;
  state: TakeawayState;
  at: Date;
}

/** Lines that one event takes; whoever comes later is told. */
export const MOST_TAKEAWAYS = 200;

const columns = sql`id, event_id as "eventId", person_id as "personId", text, state, at`;

/** The takeaways of an event, in the order in which they came. */
export async function readTakeaways(db: Kysely, eventId: string): Promise<TakeawayRow[]> {
  const { rows } = await sql<TakeawayRow>`select ${columns} from takeaway where event_id = ${eventId}
    order by at, id limit ${MOST_TAKEAWAYS}`.execute(db);
  return rows;
}

export async function readTakeaway(db: Kysely, id: string): Promise<TakeawayRow | undefined> {
  const { rows } = await sql<TakeawayRow>`select ${columns} from takeaway where id = ${id}`.execute(db);
  return rows[0];
}

/** What was suggested by one place. */
export async function readOwnTakeaways(
  db: Kysely,
  { id, eventId, personId }: { id: string; eventId: string; personId: string | null },
): Promise<TakeawayRow[]> {
  const { rows } = await sql<TakeawayRow>`select ${columns} from takeaway
    where event_id = ${eventId} and (registration_id = ${id} or person_id = ${personId}) order by at, id`.execute(
    db,
  );
  return rows;
}

/** Who stood at the door, by handle: hosts may want to thank them. */
export async function readHelpers(db: Kysely, eventId: string): Promise<{ id: string; handle: string }[]> {
  const { rows } = await sql<{ id: string; handle: string }>`select id, handle from person
    where erased_at is null and id in (select checked_in_by_id from registration where event_id = ${eventId})
    order by lower(handle) limit 50`.execute(db);
  return rows;
}
