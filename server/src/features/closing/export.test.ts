import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aBegunMaterial, aMaterial } from '../../../test/support/a-material.ts';
import { anEvent, type Hosts } from '../../../test/support/an-event.ts';
import { aCardFile, aFile } from '../../../test/support/a-file.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { saveDraft } from '../../core/review/save-draft.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { openSession } from '../../core/person/open-session.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { unguardFormulas } from '../../platform/input/formula.ts';
import { csvLine } from './csv.ts';
import { createDownloads } from './downloads.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let server: Server;
let url: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { sensitivity: 'VETTED' });
  const downloads = createDownloads(services);
  server = createServer((request, response) => void downloads.answer(request.url ?? '', request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await services.close();
  await database.drop();
});

const get = (path: string, token?: string, method = 'GET') =>
  fetch(url + path, { method, headers: token ? { cookie: `strikeboard=${token}` } : {} });
const tokenOf = async (personId: string) =>
  (await openSession(services.orm.em.fork(), { personId, device: 'Phone', replaces: null })).token;
const zip = () => `/export/campaign/${strike.slug}.zip`;

describe('the export of a campaign', () => {
  test('is for organizers of the local and coordinators; who may not read it hears that there is none', async () => {
    expect((await get(zip())).status).toBe(401);
    const should = { organizer: 200, coordinator: 200, approver: 403, member: 403, vetted: 403 } as const;
    for (const [who, status] of Object.entries(should)) {
      const answer = await get(zip(), await tokenOf(strike[who as keyof typeof should]));
      expect([who, answer.status]).toEqual([who, status]);
      await answer.arrayBuffer();
    }
    for (const who of ['volunteer', 'suspended'] as const) {
      const hidden = await get(zip(), await tokenOf(strike[who]));
      const unknown = await get('/export/campaign/no-such.zip', await tokenOf(strike[who]));
      expect([hidden.status, await hidden.text()]).toEqual([404, await unknown.text()]);
    }
    expect((await get(zip(), await tokenOf(strike.organizer), 'POST')).status).toBe(405);
    expect((await get('/export/elsewhere', await tokenOf(strike.organizer))).status).toBe(404);
  });

  test('holds what the team may read, and a text that says what is what', async () => {
    const { id } = await aCard(services, strike, 'DONE', {
      title: '=HYPERLINK("http://evil.example")',
      holder: strike.vetted,
    });
    await addComment(services, strike.organizer, { cardId: id, text: 'Well done' });
    await aCardFile(services, strike.organizer, (await aCard(services, strike, 'OPEN')).id);
    const held = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    await aFile(services, strike.vetted, held.id, { name: 'unfinished.jpg' });
    await saveDraft(services, strike.vetted, { cardId: held.id, note: 'Not yet for others', links: [] });
    const by = { organizationId: strike.organizationId, organizer: strike.carmen } as Hosts;
    const eventId = await anEvent(services, by, { campaignId: strike.campaignId });
    await aMaterial(services, strike.organizer, eventId);
    await aBegunMaterial(services, strike.organizer, eventId, { name: 'on-its-way.pdf' });
    // Of no campaign.
    await aMaterial(services, strike.organizer, await anEvent(services, by), { name: 'other.pdf' });
    const answer = await get(zip(), await tokenOf(strike.organizer));
    expect(answer.headers.get('content-disposition')).toContain(`${strike.slug}.zip`);
    const entries = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const files = Object.fromEntries(
      Object.entries(entries).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    );
    expect(Object.keys(files)).toContain('README.txt');
    for (const name of Object.keys(files).filter((each) => each !== 'README.txt'))
      expect(files['README.txt']).toContain(name.replace(/\/.*/s, '/'));
    const listed = JSON.parse(files['files.json'] ?? '[]') as { path: string; bytes: number }[];
    expect(listed).toMatchObject([
      { name: 'leaflet.jpg', handedIn: false, event: null },
      { name: 'slides.pdf', handedIn: false, cardNumber: null, event: expect.stringMatching(/^talk-/) },
    ]);
    expect(listed.map(({ path }) => entries[path]?.length)).toEqual(listed.map(({ bytes }) => bytes));
    expect(JSON.parse(files['campaign.json']!)).toMatchObject({ slug: strike.slug, title: 'Hold the line' });
    const cards = JSON.parse(files['cards.json']!) as { title: string; thanks: string }[];
    expect(cards.map(({ title }) => title)).toContain('=HYPERLINK("http://evil.example")');
    expect(files['cards.csv']).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(files['hand-ins.csv']).toContain('Here it is');
    expect(files['comments.json']).toContain('Well done');
    // Unfinished work of somebody who still holds the card is theirs.
    expect(Object.values(files).join()).not.toContain('Not yet for others');
    expect(JSON.parse(files['drafts.json']!)).toEqual([]);
  });

  test('has every card once, however many pages they take', async () => {
    const big = await localOnStrike(services);
    const db = services.orm.em.fork().getKysely();
    const { id } = await aCard(services, big);
    const row = await db.selectFrom('card').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const more = Array.from({ length: 1200 }, (_, index) => ({
      ...row,
      id: crypto.randomUUID(),
      number: index + 2,
      links: '[]',
      checklist: '[]',
    }));
    // A statement takes 65,535 values.
    for (const some of [more.slice(0, 600), more.slice(600)])
      await db
        .insertInto('card')
        .values(some as never)
        .execute();
    const answer = await get(`/export/campaign/${big.slug}.zip`, await tokenOf(big.organizer));
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const cards = JSON.parse(new TextDecoder().decode(files['cards.json'])) as { number: number }[];
    expect(new Set(cards.map(({ number }) => number)).size).toBe(1201);
    expect(cards).toHaveLength(1201);
  });
});

describe('CSV', () => {
  test('no text is read as a formula, and every text comes back', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '\n@', '"', ',', ';=', 'a;@'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const line = csvLine([text]).slice(0, -2);
        const field = line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;
        expect(field.trimStart()).not.toMatch(/^[=+\-@]/);
        expect(unguardFormulas(field)).toBe(text);
      }),
    );
    expect(csvLine(['-1', -1, null, 'a,b', new Date(0)])).toBe(`'-1,-1,,"a,b",1970-01-01T00:00:00.000Z\r\n`);
  });
});

test('everything held about oneself, for oneself, also while on hold; nothing of others', async () => {
  expect((await get('/export/me.json')).status).toBe(401);
  const handle = aHandle();
  const { viewer, token } = await joinAs(services, handle);
  await setRole(services, strike.carmen, { organizationId: strike.organizationId, handle, role: 'MEMBER' });
  const { id } = await aCard(services, strike, 'DONE', { holder: viewer.personId });
  await addComment(services, viewer.personId, { cardId: id, text: 'Words of mine' });
  await addComment(services, strike.organizer, { cardId: id, text: 'Words of others' });
  const sealed = services.vault.seal('me@example.org', `contact.address:${viewer.personId}`);
  await services.orm.em
    .fork()
    .getKysely()
    .insertInto('contact')
    .values({ person_id: viewer.personId, address_sealed: sealed, address_key: Buffer.from('x') })
    .execute();
  await setStanding(services, strike.carmen, { handle, standing: 'SUSPENDED', note: 'Rude' });
  const answer = await get('/export/me.json', token);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const text = await answer.text();
  const mine = JSON.parse(text) as Record<string, unknown>;
  expect(mine['person']).toMatchObject({ handle, standing: 'SUSPENDED' });
  expect(mine['comments']).toMatchObject([{ text: 'Words of mine' }]);
  expect(mine['handIns']).toHaveLength(1);
  expect(mine['memberships']).toMatchObject([{ role: 'MEMBER' }]);
  expect(mine['contact']).toMatchObject({ address: 'me@example.org' });
  expect(text).not.toContain('Words of others');
  expect(text).not.toContain(token);
});
