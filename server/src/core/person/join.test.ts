import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everythingAboutPeople, joinAs, newcomer, stranger } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { join } from './join.ts';
import { tryAs } from '../../features/demo/try-as.ts';

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(() => void (services.sent.length = 0));
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('somebody joins with a handle and is signed in at once', async () => {
  const { viewer, token, recoveryCode } = await join(
    services,
    { handle: 'Ana', skills: ['WRITING', 'WRITING', 'STRATEGY'], languages: ['EN', 'es-mx', 'en'] },
    stranger,
  );
  expect(viewer).toMatchObject({
    handle: 'Ana',
    skills: ['WRITING', 'STRATEGY'],
    languages: ['en', 'es-MX'],
    standing: 'NEW',
    coordinator: false,
  });
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  // Seven groups of four from 32 letters: 140 bits.
  expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('neither the token nor the recovery code is kept, only their hashes', async () => {
  const { token, recoveryCode } = await joinAs(services, 'keeper');
  // JSON spells a Buffer out in bytes; hex is what a dump of the database would show.
  const kept = JSON.stringify(
    await everythingAboutPeople(services),
    (_key, value: { data?: number[] } | null) =>
      Array.isArray(value?.data) ? Buffer.from(value.data).toString('hex') : value,
  );
  const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex');
  const hexOf = (text: string) => Buffer.from(text).toString('hex');
  for (const clear of [token, recoveryCode, recoveryCode.replaceAll('-', '')]) {
    expect(kept).not.toContain(clear);
    expect(kept).not.toContain(hexOf(clear));
  }
  expect(kept).toContain(sha256(token));
});

test('of many who ask for one handle at once, one gets it, and the others hear what is free', async () => {
  const spellings = ['Racer', 'racer', 'RACER', 'rаcer'.normalize(), 'rácer', 'r-acer', 'Racer', 'raceR'];
  const outcomes = await Promise.allSettled(spellings.map((handle) => joinAs(services, handle)));
  const refusals = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as InvalidInput] : [],
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const taken = refusals.filter(({ code }) => code === 'HANDLE_TAKEN');
  expect(taken).toHaveLength(6); // the mixed alphabet is refused before anybody looks
  for (const refusal of taken) {
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal).toMatchObject({ field: 'handle', reason: 'TAKEN' });
    expect(refusal.message).toMatch(/“.+-2” is free/);
  }
});

test('the suggestion leaves out what is taken as well', async () => {
  await joinAs(services, 'Berta');
  await joinAs(services, 'berta2');
  await expect(joinAs(services, 'BERTA')).rejects.toThrow('“BERTA-3” is free');
});

test.each([
  [{ handle: 'ab' }, { code: 'INVALID_INPUT', field: 'handle', reason: 'TOO_SHORT' }],
  [{ handle: 'coordinator' }, { field: 'handle', reason: 'RESERVED' }],
  [{ languages: ['not a language'] }, { field: 'languages', reason: 'UNKNOWN' }],
  [{ languages: Array<string>(13).fill('en') }, { field: 'languages', reason: 'TOO_MANY' }],
])('joining with %j is refused and changes nothing', async (wrong, refusal) => {
  const before = await everythingAboutPeople(services);
  const input = { handle: 'fresh', skills: [], languages: ['en'], ...wrong };
  await expect(join(services, input, stranger)).rejects.toMatchObject(refusal);
  expect(await everythingAboutPeople(services)).toEqual(before);
});

test('somebody signed in does not lose their session by joining again', async () => {
  const carla = await newcomer(services, 'Carla');
  const before = await everythingAboutPeople(services);
  const again = join(services, { handle: 'Dora', skills: [], languages: [] }, { ...stranger, viewer: carla });
  await expect(again).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await everythingAboutPeople(services)).toEqual(before);
});

test('whoever tries the demo may join from there, and the session of the demo ends', async () => {
  const demo = await newcomer(services, 'Demo-Ines');
  const db = services.orm.em.fork().getKysely();
  await db.updateTable('person').set({ demo_part: 'VOLUNTEER' }).where('id', '=', demo.personId).execute();
  const { viewer } = await tryAs(services, demo.personId, stranger);
  await join(services, { handle: 'Elena', skills: [], languages: [] }, { ...stranger, viewer });
  const left = await db.selectFrom('session').select('id').where('id', '=', viewer.sessionId).execute();
  expect(left).toEqual([]);
  expect(services.sent).toContainEqual({ person: demo.personId });
});

test('nobody can be tried on but the people of the demo', async () => {
  const frida = await newcomer(services, 'Frida');
  const before = await everythingAboutPeople(services);
  await expect(tryAs(services, frida.personId, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await everythingAboutPeople(services)).toEqual(before);
});

test('of two who join at once with handles of one shape one gets theirs, and so it stays', async () => {
  const pairs = [...'abcdefgh'].map((letter) => [`vvenona${letter}`, `wenona${letter}`]);
  const outcomes = await Promise.all(
    pairs.map((pair) => Promise.allSettled(pair.map((handle) => joinAs(services, handle)))),
  );
  for (const pair of outcomes) {
    const refused = pair.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as { code: string }] : [],
    );
    expect(refused).toMatchObject([{ code: 'HANDLE_TAKEN' }]);
  }
  await expect(joinAs(services, 'v.venonaa')).rejects.toMatchObject({
    code: 'HANDLE_TAKEN',
    reason: 'TAKEN',
  });
});
