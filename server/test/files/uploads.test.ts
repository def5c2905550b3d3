import { connect } from 'node:net';
import sharp from 'sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { aPicture, CAMERA } from '../support/a-picture.ts';
import { aVideo, TELLTALES } from '../support/a-video.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { begin, offsetOf, send, sendAll, type Sender } from '../support/uploads.ts';

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let strike: LocalOnStrike;
let holder: Sender & { personId: string };
let cardId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  app = await startApp(database.url, { FILE_MB: '20' });
  strike = await localOnStrike(services);
  holder = await somebody();
  cardId = await heldBy(holder.personId);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

async function somebody(): Promise<Sender & { personId: string }> {
  const { token, viewer } = await joinAs(services, aHandle());
  return { url: app.url, cookie: `strikeboard=${token}`, personId: viewer.personId };
}

async function heldBy(personId: string): Promise<string> {
  const { id } = await aCard(services, strike, 'OPEN');
  await claimCard(services, personId, { cardId: id });
  return id;
}

const fileOf = async (id: string) => {
  const { rows } = await sql<{
    state: string;
    problem: string | null;
    received: number;
    name: string;
    mediaType: string;
  }>`
    select state, problem, received, name, media_type as "mediaType" from file where id = ${id}`.execute(
    services.orm.em.fork().getKysely(),
  );
  return rows[0];
};
const get = (id: string, { showing = '', cookie = holder.cookie, ...headers }: Record<string, string> = {}) =>
  fetch(`${app.url}/files/${toGlobalId('File', id)}${showing}`, { headers: { cookie, ...headers } });
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

test('a photo goes in with place, time and camera, and comes out without, to be looked at and to be saved', async () => {
  const photo = await aPicture();
  expect(photo.includes(CAMERA)).toBe(true);
  const id = await sendAll(holder, { cardId, name: 'IMG_4711.JPG', type: 'image/jpeg' }, photo);
  expect(await fileOf(id)).toMatchObject({ state: 'READY', name: 'IMG_4711.JPG', mediaType: 'image/jpeg' });
  for (const showing of ['', '/view', '/large', '/small']) {
    const answer = await get(id, { showing });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.status).toBe(200);
    expect((await sharp(bytes).metadata()).exif).toBe(undefined);
    expect([bytes.includes(CAMERA), bytes.includes('41.8781')]).toEqual([false, false]);
    expect(answer.headers.get('content-disposition')).toMatch(showing === '' ? /^attachment; / : /^inline; /);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  }
  const { rows } = await sql<{
    found: boolean;
  }>`select bool_or(position(${Buffer.from(CAMERA)} in data) > 0) as found
    from file_piece where file_id = ${id}`.execute(services.orm.em.fork().getKysely());
  expect(rows[0]).toEqual({ found: false });
});

test('what a name and a sender say of a file counts for nothing: what is in it does', async () => {
  const page = Buffer.from('<html><script>alert(1)</script></html>'.padEnd(600));
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(600),
  ]);
  for (const [bytes, type, problem] of [
    [page, 'image/jpeg', 'TYPE'],
    [drawing, 'image/png', 'TYPE'],
    [page, 'application/pdf', 'TYPE'],
    [heic, 'image/jpeg', 'HEIC'],
    [Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), page]), 'image/jpeg', 'BROKEN'],
  ] as const) {
    const id = await sendAll(holder, { cardId, name: 'a.jpg', type }, bytes);
    expect(await fileOf(id)).toMatchObject({ state: 'REFUSED', problem });
    expect((await get(id)).status).toBe(404);
    const { rows } = await sql`select 1 from file_piece where file_id = ${id}`.execute(
      services.orm.em.fork().getKysely(),
    );
    expect(rows).toEqual([]);
  }
  // A PDF may hold anything: it is only ever to be saved, whatever is asked.
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), page]);
  const id = await sendAll(holder, { cardId, name: 'a.html', type: 'application/pdf' }, pdf);
  expect(await fileOf(id)).toMatchObject({ state: 'READY', name: 'a.pdf' });
  const answer = await get(id);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="a.pdf"');
  expect((await get(id, { showing: '/view' })).status).toBe(404);
});

test('a line that breaks in the middle of a piece keeps what came, and goes on there', async () => {
  const { bytes } = aVideo({ filler: 3_000_000 });
  const begun = await begin(holder, { cardId, name: 'gate.mp4', type: 'video/mp4', bytes: bytes.length });
  const address = begun.headers.get('location')!;
  const { port } = new URL(app.url);
  // One piece of which the half comes: then the phone is in a tunnel.
  const line = connect(Number(port), 'localhost').on('error', () => undefined);
  line.write(
    `PATCH ${address} HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${holder.cookie}\r\ntus-resumable: 1.0.0\r\n` +
      `upload-offset: 0\r\ncontent-type: application/offset+octet-stream\r\ncontent-length: ${bytes.length}\r\n\r\n`,
  );
  line.write(bytes.subarray(0, 1_000_000));
  const id = address.split('/').at(-1)!;
  await until('pieces are kept', async () => ((await fileOf(id))?.received ?? 0) >= 512 * 1024);
  line.destroy();
  let offset = 0;
  await until('all that came is kept', async () => (offset = await offsetOf(holder, address)) === 1_000_000);
  const last = await send(holder, address, offset, bytes.subarray(offset));
  expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(bytes.length)]);
  expect(await fileOf(id)).toMatchObject({ state: 'READY', mediaType: 'video/mp4' });
  const come = Buffer.from(await (await get(id)).arrayBuffer());
  expect(come.length).toBe(bytes.length);
  expect(TELLTALES.filter((word) => come.includes(word))).toEqual([]);
  const some = await get(id, { range: 'bytes=100-299999' });
  expect([some.status, some.headers.get('content-range')]).toEqual([206, `bytes 100-299999/${bytes.length}`]);
  expect(Buffer.from(await some.arrayBuffer()).equals(come.subarray(100, 300_000))).toBe(true);
  expect((await get(id, { range: `bytes=${bytes.length}-` })).status).toBe(416);
  const tail = Buffer.from(await (await get(id, { range: 'bytes=-10' })).arrayBuffer());
  expect(tail.equals(come.subarray(-10))).toBe(true);
});

test('of two who write to one place one is told where to go on', async () => {
  const photo = await aPicture({ width: 2_000, height: 2_000, type: 'png' });
  const begun = await begin(holder, { cardId, name: 'a.png', type: 'image/png', bytes: photo.length });
  const address = begun.headers.get('location')!;
  const half = Math.floor(photo.length / 2);
  expect((await send(holder, address, 0, photo.subarray(0, half))).status).toBe(204);
  expect((await send(holder, address, 0, photo.subarray(0, half))).status).toBe(409);
  expect(await offsetOf(holder, address)).toBe(half);
  // More than was declared is not taken.
  expect((await send(holder, address, half, Buffer.alloc(photo.length))).status).toBe(413);
  expect((await send(holder, address, half, photo.subarray(half))).status).toBe(204);
  expect(await fileOf(address.split('/').at(-1)!)).toMatchObject({ state: 'READY' });
});

test('only its sender goes on with a file, from our own pages, signed in', async () => {
  const other = await somebody();
  const photo = await aPicture();
  const declared = { cardId, name: 'a.jpg', type: 'image/jpeg', bytes: photo.length };
  const address = (await begin(holder, declared)).headers.get('location')!;
  expect(await offsetOf(other, address)).toBe(-404);
  expect((await send(other, address, 0, photo)).status).toBe(404);
  const remove = (cookie: string) =>
    fetch(`${app.url}${address}`, { method: 'DELETE', headers: { cookie, 'tus-resumable': '1.0.0' } });
  expect((await remove(other.cookie)).status).toBe(404);
  expect((await begin({ ...holder, cookie: '' }, declared)).status).toBe(401);
  const foreign = await begin(holder, declared, { origin: 'https://evil.example' });
  expect([foreign.status, await codeOf(foreign)]).toEqual([403, 'FOREIGN_ORIGIN']);
  const asked = await fetch(`${app.url}${address}`, {
    method: 'OPTIONS',
    headers: { origin: app.url, 'access-control-request-method': 'PATCH' },
  });
  expect(asked.headers.get('access-control-allow-origin')).toBe(null);
  // Who does not hold the card adds nothing to its work; a card one may not read is not there.
  const notHeld = await begin(other, declared);
  expect([notHeld.status, await codeOf(notHeld)]).toEqual([403, 'NOT_ALLOWED']);
  const secret = await aCard(services, strike, 'OPEN', { sensitivity: 'TEAM' });
  const unseen = await begin(other, { ...declared, cardId: secret.id });
  expect([unseen.status, await codeOf(unseen)]).toEqual([404, 'NOT_FOUND']);
  const asOrganizer = await begin(other, { ...declared, use: 'CARD' });
  expect([asOrganizer.status, await codeOf(asOrganizer)]).toEqual([403, 'NOT_ALLOWED']);
  expect((await remove(holder.cookie)).status).toBe(204);
  expect(await offsetOf(holder, address)).toBe(-404);
});

test('what is too large, of no type that we take, or empty is not begun', async () => {
  const given = { cardId, name: 'a.mp4', type: 'video/mp4', bytes: 1 };
  const refused = async (file: Partial<typeof given>) => {
    const answer = await begin(holder, { ...given, ...file });
    return [answer.status, await codeOf(answer)];
  };
  expect(await refused({ bytes: 20_000_001 })).toEqual([403, 'INVALID_INPUT']);
  expect(await refused({ type: 'text/html' })).toEqual([403, 'INVALID_INPUT']);
  expect(await refused({ type: 'image/svg+xml' })).toEqual([403, 'INVALID_INPUT']);
  expect(await refused({ type: 'image/heic' })).toEqual([403, 'INVALID_INPUT']);
  expect(await refused({ bytes: 0 })).toEqual([403, 'INVALID_INPUT']);
  expect(await refused({ name: ' ' })).toEqual([403, 'INVALID_INPUT']);
});
