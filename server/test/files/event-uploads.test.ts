import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setRole } from '../../src/core/trust/set-role.ts';
import { cancelEvent } from '../../src/features/event/cancel-event.ts';
import { readSessions } from '../../src/features/event/event-sessions.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { SLIDES } from '../support/a-material.ts';
import { aPicture, CAMERA } from '../support/a-picture.ts';
import { anEvent, type Hosts, hosts, wallIn } from '../support/an-event.ts';
import { aHandle } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { begin, offsetOf, send, sendAll, type Sender } from '../support/uploads.ts';

// Files of events over the doors, as phones send and strangers fetch them.

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let people: Hosts;
let host: Sender;
let member: Sender;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  app = await startApp(database.url, { FILE_MB: '2' });
  people = await hosts(services);
  host = await somebody('ORGANIZER');
  member = await somebody('MEMBER');
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

async function somebody(role: 'ORGANIZER' | 'MEMBER'): Promise<Sender> {
  const { token, viewer } = await joinAs(services, aHandle());
  const { organizationId } = people;
  await setRole(services, people.coordinator, { organizationId, handle: viewer.handle, role });
  return { url: app.url, cookie: `strikeboard=${token}` };
}

const pdf = { name: 'slides.pdf', type: 'application/pdf' };
const get = (id: string, cookie = '', showing = '') =>
  fetch(`${app.url}/files/${toGlobalId('File', id)}${showing}`, { headers: { cookie } });
const refusalOf = async (answer: Response) => {
  const { errors } = (await answer.json()) as { errors: { extensions: { code: string; field?: string } }[] };
  const { code, field } = errors[0]!.extensions;
  return [answer.status, code, ...(field ? [field] : [])];
};

test('slides come in pieces, go on after a break, and are fetched by whoever may read the event', async () => {
  const eventId = await anEvent(services, people);
  const begun = await begin(host, { eventId, ...pdf, bytes: SLIDES.length });
  const address = begun.headers.get('location')!;
  const id = address.split('/').at(-1)!;
  expect((await send(host, address, 0, SLIDES.subarray(0, 200))).status).toBe(204);
  // Another host is no sender of it, and a stranger learns nothing.
  expect(await offsetOf(member, address)).toBe(-404);
  expect((await get(id)).status).toBe(404);
  const offset = await offsetOf(host, address);
  expect(offset).toBe(200);
  expect((await send(host, address, offset, SLIDES.subarray(offset))).status).toBe(204);
  const answer = await get(id);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="slides.pdf"');
  expect(Buffer.from(await answer.arrayBuffer()).equals(SLIDES)).toBe(true);
});

test('a photo comes out without place, time and camera; what is in a file counts, not what is said of it', async () => {
  const eventId = await anEvent(services, people);
  const photo = await sendAll(host, { eventId, name: 'room.jpg', type: 'image/jpeg' }, await aPicture());
  for (const showing of ['', '/view', '/small']) {
    const answer = await get(photo, '', showing);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).includes(CAMERA)).toBe(false);
  }
  const page = await sendAll(host, { eventId, ...pdf }, Buffer.from('<script>alert(1)</script>'.padEnd(400)));
  expect((await get(page, host.cookie)).status).toBe(404);
});

test('the door for files reads as the page does: by the level of the event, and from when it is shown', async () => {
  const hidden = await sendAll(
    host,
    { eventId: await anEvent(services, people, { sensitivity: 'TEAM' }), ...pdf },
    SLIDES,
  );
  const later = await sendAll(
    host,
    { eventId: await anEvent(services, people), shown: 'RECAP', ...pdf },
    SLIDES,
  );
  for (const id of [hidden, later]) {
    expect((await get(id)).status).toBe(404);
    expect((await get(id, member.cookie)).status).toBe(200);
  }
});

test('who is no host, and what is no event, no session or no file that we take, is refused before anything comes', async () => {
  const words = { title: 'Practice', presenter: '', startsWall: wallIn(168.5), minutes: 30 };
  const eventId = await anEvent(services, people, { sessions: [words] });
  const hidden = await anEvent(services, people, { sensitivity: 'TEAM' });
  const [session] = await readSessions(services.orm.em.fork().getKysely(), [eventId]);
  const bytes = SLIDES.length;
  const stranger = { url: app.url, cookie: `strikeboard=${(await joinAs(services, aHandle())).token}` };
  for (const [sender, file, refusal] of [
    [{ ...host, cookie: '' }, { eventId }, [401, 'NOT_SIGNED_IN']],
    [member, { eventId }, [403, 'NOT_ALLOWED']],
    [stranger, { eventId: hidden }, [404, 'NOT_FOUND']],
    [host, { eventId: crypto.randomUUID() }, [404, 'NOT_FOUND']],
    [host, { eventId: hidden, sessionId: session!.id }, [404, 'NOT_FOUND']],
    [host, { eventId, shown: 'NEVER' }, [403, 'INVALID_INPUT', 'shown']],
    [host, { eventId, type: 'text/html' }, [403, 'INVALID_INPUT', 'type']],
    [host, { eventId, bytes: 2_000_001 }, [403, 'INVALID_INPUT', 'bytes']],
    [host, { eventId, name: ' ' }, [403, 'INVALID_INPUT', 'name']],
  ] as const)
    expect(await refusalOf(await begin(sender, { ...pdf, bytes, ...file }))).toEqual(refusal);
  const { rows } = await sql`select file_id from material
    where event_id = any(${[eventId, hidden]}::uuid[])`.execute(services.orm.em.fork().getKysely());
  expect(rows).toEqual([]);
  expect((await begin(host, { eventId, sessionId: session!.id, ...pdf, bytes })).status).toBe(201);
  await cancelEvent(services, people.organizer, { eventId, words: 'Snow' });
  expect(await refusalOf(await begin(host, { eventId, ...pdf, bytes }))).toEqual([403, 'WRONG_STAGE']);
});
