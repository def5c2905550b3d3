import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFile } from '../../src/core/file/check-file.ts';
import { beginFile } from '../../src/core/file/begin-file.ts';
import { receivePieces } from '../../src/core/file/receive-piece.ts';
import { removeFile } from '../../src/core/file/remove-file.ts';
import { removeLeftovers } from '../../src/core/file/remove-leftovers.ts';
import { createFileRoom } from '../../src/core/file/file-room.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { aFile } from '../support/a-file.ts';
import { aPicture, CAMERA } from '../support/a-picture.ts';
import { aVideo, TELLTALES } from '../support/a-video.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { type S3Server, startS3Server } from '../support/s3-server.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { sendAll, type Sender } from '../support/uploads.ts';

let database: TestDatabase;
let services: TestServices;
let s3: S3Server;
let app: TestApp;
let strike: LocalOnStrike;
let holder: Sender & { personId: string };
let cardId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  s3 = await startS3Server();
  services.files = createFileRoom({ ...services.config, s3Url: s3.url });
  app = await startApp(database.url, { S3_URL: s3.url });
  strike = await localOnStrike(services);
  const { token, viewer } = await joinAs(services, aHandle());
  holder = { url: app.url, cookie: `strikeboard=${token}`, personId: viewer.personId };
  cardId = (await aCard(services, strike, 'OPEN')).id;
  await claimCard(services, holder.personId, { cardId });
});
afterAll(async () => {
  await app.close();
  await s3.stop();
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
/** Names of what lies outside; s3rver keeps each in three files. */
const outside = async () =>
  (await readdir(`${s3.folder}/files`)).flatMap((name) =>
    name.endsWith('_object') ? [name.slice(0, 36)] : [],
  );
const piecesOf = async (id: string) => {
  const { rows } = await sql<{ part: string }>`select distinct part from file_piece where file_id = ${id}
    order by part`.execute(db());
  return rows.map(({ part }) => part);
};

test('by the S3 protocol: only what is clean goes out, and it comes back whole and in stretches by the same rule', async () => {
  const { bytes } = aVideo({ filler: 3_000_000 });
  const id = await sendAll(holder, { cardId, name: 'gate.mov', type: 'video/quicktime' }, bytes);
  expect(await piecesOf(id)).toEqual([]);
  expect(await outside()).toContain(id);
  const address = `${app.url}/files/${toGlobalId('File', id)}`;
  const come = Buffer.from(
    await (await fetch(address, { headers: { cookie: holder.cookie } })).arrayBuffer(),
  );
  expect(come.length).toBe(bytes.length);
  expect(TELLTALES.filter((word) => come.includes(word))).toEqual([]);
  const some = await fetch(address, { headers: { cookie: holder.cookie, range: 'bytes=70000-2000000' } });
  expect(some.status).toBe(206);
  expect(Buffer.from(await some.arrayBuffer()).equals(come.subarray(70_000, 2_000_001))).toBe(true);
  expect((await fetch(address)).status).toBe(404);
});

test('of a picture the smaller ones stay in the database, and of what is refused nothing is anywhere', async () => {
  const id = await sendAll(holder, { cardId, name: 'a.jpg', type: 'image/jpeg' }, await aPicture());
  expect(await piecesOf(id)).toEqual(['LARGE', 'SMALL']);
  const address = `${app.url}/files/${toGlobalId('File', id)}/view`;
  const come = Buffer.from(
    await (await fetch(address, { headers: { cookie: holder.cookie } })).arrayBuffer(),
  );
  expect(come.includes(CAMERA)).toBe(false);
  const refused = await sendAll(
    holder,
    { cardId, name: 'a.jpg', type: 'image/jpeg' },
    Buffer.from('no picture'),
  );
  expect(await outside()).not.toContain(refused);
});

test('whatever deletes a file, what lies outside goes too', async () => {
  const [one, two] = [
    await aFile(services, holder.personId, cardId),
    await aFile(services, holder.personId, cardId),
  ];
  expect(await outside()).toEqual(expect.arrayContaining([one, two]));
  await removeFile(services, holder.personId, { fileId: one });
  await sql`delete from file where id = ${two}`.execute(db());
  expect(await removeLeftovers(services)).toBe(2);
  expect(await outside()).not.toContain(one);
  expect(await outside()).not.toContain(two);
  expect(await removeLeftovers(services)).toBe(0);
});

test('a storage that is away loses nothing: what came waits, and is checked again', async () => {
  const away = createFileRoom({ ...services.config, s3Url: 'http://a:b@127.0.0.1:9/files' });
  const photo = await aPicture();
  const given = { cardId, use: 'WORK', name: 'a.jpg', mediaType: 'image/jpeg', bytes: photo.length } as const;
  const id = await beginFile(services, holder.personId, given);
  await receivePieces(services, id, 0, [photo] as never);
  await expect(checkFile({ ...services, files: away }, id)).rejects.toThrow();
  const { rows } = await sql`select state, outside from file where id = ${id}`.execute(db());
  expect(rows).toEqual([{ state: 'CHECKING', outside: false }]);
  expect(await checkFile(services, id)).toBe('DONE');
  expect(await outside()).toContain(id);
  const { rows: left } = await sql`select key from file_leftover where key = ${id}`.execute(db());
  expect(left).toEqual([]);
});
