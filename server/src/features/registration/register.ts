import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { hashOf } from '../../core/access/secret.ts';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { numberBetween, plainText } from '../../platform/input/text.ts';
import { InvalidInput, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireAhead } from '../event/change-event.ts';
import { type EventRow, readEventsById } from '../event/read-events.ts';
import { handOut, type Places, seatsOf, withPlaces } from './places.ts';
import { readOfPerson, readRegistration } from './read-registrations.ts';
import type { Seat } from './registration.entity.ts';
import { newSeatCode } from './seat-code.ts';

/** People for whom one registers at once. */
export const MOST_PEOPLE = 10;
/** Registrations that wait in line: whoever comes after them has no prospect. */
export const LONGEST_LINE = 1000;
/** For so long a repeated request is told the secret of its receipt again (minutes). */
const TOLD_AGAIN_MINUTES = 10;

/** Of 128 bits, with or without its dashes. */
const UUID = /(?:[0-9a-f]{4}-?){8}$/i;

export interface RegisterInput {
  eventId: string;
  seat: Seat;
  people: number;
  /** What somebody without an account is called. */
  name?: string | null | undefined;
  requestId?: string | null | undefined;
}

export interface Registered {
  registrationId: string;
  /** Of the receipt of somebody without an account: said to them alone. */
  secret: string | null;
}

/**
 * Takes places at an event, all that are asked for or none; where they are not free, a place in line. Refuses an event
 * that one may not read, that is over or called off, places it does not have, and a second time under one handle.
 * Sent again with the same request id it takes no others. `hasRoom` says whether the network has some left, and is
 * asked for whoever has no account, or one that nobody knows yet.
 */
export async function register(
  services: Services,
  viewer: Viewer | null,
  input: RegisterInput,
  hasRoom: () => Promise<boolean> = async () => true,
): Promise<Registered> {
  // Whoever is on hold hears so whether or not there is such an event.
  if (viewer) requireViewer(viewer);
  const people = Math.round(numberBetween(input.people, 'people', 1, MOST_PEOPLE));
  const name = viewer ? '' : plainText(input.name, { field: 'name', max: 80 });
  const secret = viewer ? null : secretOf(services, input);
  const requestHash = input.requestId
    ? createHash('sha256')
        .update(`${input.eventId} ${viewer?.personId ?? ''} ${input.requestId}`)
        .digest()
    : null;
  const before = await madeBefore(services.orm.em.fork().getKysely(), requestHash);
  // Room is counted by another connection, so before anything is locked; a request that comes again takes none.
  if (!before && (viewer === null || viewer.standing === 'NEW')) await requireRoom(people, hasRoom);
  return withPlaces(services, input.eventId, async (places) => {
    const actor = viewer && requireViewer(await refreshViewer(places.em, viewer));
    const event = await requireReadable(places, actor);
    const again = await madeBefore(places.db, requestHash);
    if (again) return { registrationId: again.id, secret: again.isFresh ? secret : null };
    requireAhead(event);
    if (!seatsOf(event).includes(input.seat))
      throw new InvalidInput('seat', 'UNKNOWN', 'This event has no places of this sort.');
    if (actor) {
      if (event.campaignId && actor.blocks.has(event.campaignId))
        throw new Refusal('BLOCKED', 'The local has asked that you stay off its campaign.');
      const [has] = await readOfPerson(places.db, actor.personId, [event.id]);
      if (has && has.state !== 'CANCELLED')
        throw wrongStage('REGISTERED_ALREADY', 'You are on the list already. Give that place up first.');
    }
    await requireLine(places.db, event.id);
    const id = timelessId();
    await sql`insert into registration
      (id, event_id, person_id, name, secret_hash, code, seat, people, state, line, request_hash)
      select ${id}, ${event.id}, ${actor?.personId ?? null}, ${name}, ${secret && hashOf(secret)},
        ${await freeCode(places.db, event.id)}, ${input.seat}, ${people}, 'WAITING',
        coalesce(max(line), 0) + 1, ${requestHash} from registration where event_id = ${event.id}`.execute(
      places.db,
    );
    await handOut(services, places, id);
    return { registrationId: id, secret };
  });
}

/**
 * The secret of a receipt. It follows from the id of the request, so that one that is sent again, since its answer was
 * lost, is told the same; with a key of ours, and of ids alone that nobody guesses.
 */
function secretOf({ vault }: Pick<Services, 'vault'>, { eventId, requestId }: RegisterInput): string {
  if (!requestId || !UUID.test(requestId))
    throw new InvalidInput('requestId', 'UNKNOWN', 'Send a random UUID along: the receipt hangs on it.');
  return vault.keyedHash(`${eventId} ${requestId}`, 'receipt of a place').toString('base64url');
}

async function madeBefore(
  db: Kysely,
  requestHash: Buffer | null,
): Promise<{ id: string; isFresh: boolean } | undefined> {
  if (!requestHash) return undefined;
  const { rows } = await sql<{ id: string; isFresh: boolean }>`select id,
    registered_at > clock_timestamp() - make_interval(mins => ${TOLD_AGAIN_MINUTES}) as "isFresh"
    from registration where request_hash = ${requestHash}`.execute(db);
  return rows[0];
}

/** Each of a group takes room: a crowd of invented names is not smaller for being one group. */
async function requireRoom(people: number, hasRoom: () => Promise<boolean>): Promise<void> {
  for (let count = 0; count < people; count += 1) {
    if (await hasRoom()) continue;
    throw new Refusal(
      'TOO_MANY_REQUESTS',
      'Many places were taken from your network today. Write to the organizers, or come to the door.',
      'PLACES_OF_NETWORK',
    );
  }
}

/** Whom one may not read of is not there; of what is held, only rights are looked at again. */
export async function requireReadable({ em, event }: Places, actor: Viewer | null): Promise<EventRow> {
  const [readable] = await readEventsById(em, readerOf(actor), [event.id]);
  if (!readable) throw notFound('event');
  return readable;
}

async function requireLine(db: Kysely, eventId: string): Promise<void> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from registration
    where event_id = ${eventId} and state = 'WAITING'`.execute(db);
  if (rows[0]!.waiting < LONGEST_LINE) return;
  throw wrongStage('LINE_FULL', 'So many wait already that nobody else can stand in line.');
}

async function freeCode(db: Kysely, eventId: string): Promise<string> {
  for (;;) {
    const code = newSeatCode();
    const { rows } =
      await sql`select from registration where event_id = ${eventId} and code = ${code}`.execute(db);
    if (rows.length === 0) return code;
  }
}

/** The registration as it is, by row id. */
export async function readOne(em: Em, id: string) {
  const row = await readRegistration(em.getKysely(), id);
  if (!row) throw notFound('registration');
  return row;
}
