import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCard, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let strike: LocalOnStrike;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  app = await startApp(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${app.url}${path}`, { headers });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const set = (column: string, value: unknown) =>
  sql`update campaign set ${sql.ref(column)} = ${value} where id = ${strike.campaignId}`.execute(
    services.orm.em.fork().getKysely(),
  );

/** Width and height, as a PNG says them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('a campaign and a card have a picture of the size that messengers show, for any site to show', async () => {
  const { number } = await aCard(services, strike);
  for (const path of [`campaign/${strike.slug}`, `card/${strike.slug}/${number}`]) {
    const answer = await get(`/pictures/en/${path}.png`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(sizeOf(await bytesOf(answer))).toEqual([1200, 630]);
  }
});

test('whoever has it is told so and gets it no second time; other words are another picture', async () => {
  const path = `/pictures/en/campaign/${strike.slug}.png`;
  const tag = (await get(path)).headers.get('etag')!;
  expect((await get(path, { 'if-none-match': tag })).status).toBe(304);
  expect((await get(path.replace('/en/', '/es/'))).headers.get('etag')).not.toBe(tag);
  await set('title', 'Another name');
  const renamed = await get(path, { 'if-none-match': tag });
  expect(renamed.status).toBe(200);
  expect(renamed.headers.get('etag')).not.toBe(tag);
});

test('what strangers may not read looks like what is not there, whoever asks', async () => {
  const { number: vetted } = await aCard(services, strike, 'OPEN', { sensitivity: 'VETTED' });
  const { number } = await aCard(services, strike);
  const missing = await get(`/pictures/en/campaign/nobody-is-here.png`);
  const general = await bytesOf(missing);
  expect(missing.status).toBe(404);
  expect(missing.headers.get('cache-control')).toBe('no-store');

  await set('sensitivity', 'VETTED');
  const closed = [
    ...[`campaign/${strike.slug}`, `card/${strike.slug}/${number}`, `card/${strike.slug}/${vetted}`],
    ...[`card/${strike.slug}/9999`, `card/${strike.slug}`, `constructor/${strike.slug}`],
  ];
  for (const path of closed) {
    const answer = await get(`/pictures/en/${path}.png`);
    expect.soft(answer.status, path).toBe(404);
    expect.soft(answer.headers.get('etag'), path).toBe(missing.headers.get('etag'));
    expect.soft(general.equals(await bytesOf(answer)), path).toBe(true);
  }
});

test('a card of the vetted on a public board has no picture of its own', async () => {
  const { number } = await aCard(services, strike, 'OPEN', { sensitivity: 'VETTED' });
  expect((await get(`/pictures/en/card/${strike.slug}/${number}.png`)).status).toBe(404);
});

test('a hidden employer is in no picture: it is the same whatever their name', async () => {
  const path = `/pictures/en/campaign/${strike.slug}.png`;
  const tagOf = async () => (await get(path)).headers.get('etag');
  await set('employer', 'Marlow Health');
  await set('employer_hidden', true);
  const hidden = await tagOf();
  await set('employer', 'Somebody else');
  expect(await tagOf()).toBe(hidden);
  await set('employer_hidden', false);
  expect(await tagOf()).not.toBe(hidden);
});

test('the sitemap lists public campaigns at our address, and no others', async () => {
  const shown = await (await get('/sitemap.xml')).text();
  expect(shown).toContain(`<loc>${app.url}/c/${strike.slug}</loc>`);
  expect(shown).toContain(`<loc>${app.url}/privacy</loc>`);
  await set('sensitivity', 'VETTED');
  expect(await (await get('/sitemap.xml')).text()).not.toContain(strike.slug);
});

test('an organization has a picture and a place in the sitemap where strangers may know of it', async () => {
  const db = services.orm.em.fork().getKysely();
  const { slug } = await db
    .selectFrom('organization')
    .select('slug')
    .where('id', '=', strike.organizationId)
    .executeTakeFirstOrThrow();
  const picture = () => get(`/pictures/en/organization/${slug}.png`);
  const isMapped = async () =>
    (await (await get('/sitemap.xml')).text()).includes(`<loc>${app.url}/organizations/${slug}</loc>`);
  const shown = await picture();
  expect([shown.status, sizeOf(await bytesOf(shown))]).toEqual([200, [1200, 630]]);
  expect(await isMapped()).toBe(true);
  await set('sensitivity', 'VETTED');
  const general = (await get('/pictures/en/organization/nobody-is-here.png')).headers.get('etag');
  const hidden = await picture();
  expect([hidden.status, hidden.headers.get('etag')]).toEqual([404, general]);
  expect(await isMapped()).toBe(false);
});

test('machines are told where the sitemap is, and what is no business of theirs', async () => {
  const robots = await (await get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${app.url}/sitemap.xml`);
  for (const path of ['/me', '/desk', '/approve', '/ask', '/c/*/settings', '/c/*/wall'])
    expect(robots).toContain(`Disallow: ${path}\n`);
  expect(robots).not.toContain('Disallow: /c/\n');
});

test('pictures are paid for like everything else', async () => {
  const poor = await startApp(database.url, { TRUST_PROXY: '1', BUDGET_PAGES: '5' });
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  const statuses = new Set<number>();
  for (let asked = 0; asked < 30; asked += 1)
    statuses.add((await fetch(`${poor.url}/pictures/en.png`, { headers })).status);
  await poor.close();
  expect(statuses).toContain(429);
});
