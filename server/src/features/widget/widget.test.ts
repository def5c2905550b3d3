import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, hosts, wallIn } from '../../../test/support/an-event.ts';
import { aCard, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { startApp, type TestApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { cancelEvent } from '../event/cancel-event.ts';
import type { NewEvent } from '../event/create-event.ts';
import { projectDir } from '../../platform/startup/project-dir.ts';

// What the widget is told, over the whole server; how it looks and lives is a journey's business.

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let strike: LocalOnStrike;
let hidden: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { title: 'Hold the line' });
  hidden = await localOnStrike(services, { title: 'Nobody knows yet', sensitivity: 'VETTED' });
  await aCard(services, strike, 'OPEN', { title: 'A leaflet', languages: ['es-MX'], language: 'es' });
  await aCard(services, strike, 'OPEN', { title: 'A poster', skill: 'GRAPHIC_DESIGN', languages: ['en'] });
  await aCard(services, strike, 'OPEN', { title: 'Secret task', sensitivity: 'VETTED' });
  await aCard(services, strike, 'DONE', { title: 'Done', holder: strike.vetted });
  await aCard(services, strike, 'DONE', { title: 'Secret', sensitivity: 'VETTED', holder: strike.vetted });
  await aCard(services, hidden, 'OPEN', { title: 'Secret fight' });
  app = await startApp(database.url);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}${path}`, { headers: { origin: 'https://local412.example', ...headers } });

const times = (hours: number) => ({ startsWall: wallIn(hours), endsWall: wallIn(hours + 2) });

interface State {
  lang: string;
  heading: string;
  finished: string | null;
  cards: { title: string; url: string; meta: string; language: string }[];
  event: { title: string; when: string; url: string; register: string } | null;
  more: { text: string; url: string };
  follow: string;
}
const stateOf = async (query: string) => (await (await get(`/widget/state.json?${query}`)).json()) as State;
const titles = ({ cards }: State) => cards.map(({ title }) => title).sort();

test('tells open work and what is finished, as far as anybody may read it', async () => {
  const state = await stateOf(`campaign=${strike.slug}`);
  expect(titles(state)).toEqual(['A leaflet', 'A poster']);
  expect(state).toMatchObject({
    ...{ lang: 'en', heading: 'Hold the line', finished: '1 task finished so far' },
    more: { url: `${app.url}/c/${strike.slug}` },
  });
  expect(titles(await stateOf('language=es'))).toEqual(['A leaflet']);
  expect(titles(await stateOf('skill=graphic_design,online_video'))).toEqual(['A poster']);
  expect(await stateOf('most=1&lang=es-US')).toMatchObject({
    ...{ lang: 'es', finished: '1 tarea terminada hasta ahora', more: { text: 'Ver las 2 abiertas' } },
  });
  expect(JSON.stringify(await stateOf(''))).not.toContain('Secret');
});

test('of a campaign that a stranger may not read it knows nothing; what nothing fits is refused', async () => {
  expect((await get(`/widget/state.json?campaign=${hidden.slug}`)).status).toBe(404);
  expect((await get('/widget/state.json?skill=JUGGLING')).status).toBe(400);
  expect((await get('/widget/state.json?language=not_a_tag!')).status).toBe(400);
});

test('comes to pages of any site, without a cookie, and is 304 while it stays the same', async () => {
  const first = await get('/widget/state.json');
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('set-cookie')).toBeNull();
  const etag = first.headers.get('etag')!;
  expect((await get('/widget/state.json', { 'if-none-match': etag })).status).toBe(304);
});

test('an event to register for is the next one that anybody may read and that was not called off', async () => {
  const by = { ...(await hosts(services)), organizer: strike.carmen };
  const { organizationId, campaignId, slug } = strike;
  const announce = (words: Partial<NewEvent>) =>
    anEvent(services, by, { organizationId, campaignId, timeZone: 'America/Chicago', ...words });
  const eventOf = async (query: string) => (await stateOf(query)).event;
  expect(await eventOf(`campaign=${slug}`)).toBeNull();
  const off = await announce({ title: 'Called off', ...times(24) });
  await cancelEvent(services, strike.carmen, { eventId: off, words: 'Rain' });
  await announce({ title: 'For the vetted', sensitivity: 'VETTED', slug: 'vetted-talk', ...times(48) });
  await announce({
    title: 'Picnic <b>',
    slug: 'picnic',
    startsWall: '2090-06-05T18:30',
    endsWall: '2090-06-05T20:00',
  });
  await announce({ title: 'Later', startsWall: '2091-06-05T18:30', endsWall: '2091-06-05T20:00' });
  await anEvent(services, by, { organizationId, campaignId: null, title: 'Of no campaign', ...times(72) });
  const picnic = {
    ...{ title: 'Picnic <b>', url: `${app.url}/e/picnic`, register: expect.any(String) as string },
    // On the clock of its place.
    when: expect.stringMatching(/June 5.*6:30\sPM CDT/) as string,
  };
  expect(await eventOf(`campaign=${slug}`)).toEqual(picnic);
  expect(await eventOf('event=picnic')).toEqual(picnic);
  expect(await eventOf('event=next')).toMatchObject({ title: 'Of no campaign' });
  expect(await eventOf('')).toBeNull();
  expect(await eventOf('event=vetted-talk')).toBeNull();
  expect((await eventOf(`campaign=${slug}&lang=es`))?.when).toContain('junio');
});

test('the stream that it names is one that the server has', async () => {
  const { follow } = await stateOf(`campaign=${strike.slug}&skill=WRITING`);
  const leaving = new AbortController();
  const answer = await fetch(`${app.url}${follow}`, {
    headers: { accept: 'text/event-stream', origin: 'https://local412.example' },
    signal: leaving.signal,
  });
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const { value } = await answer.body!.pipeThrough(new TextDecoderStream()).getReader().read();
  expect(value).not.toContain('error');
  leaving.abort();
});

test('its page may stand in any frame, loads nothing of others, and takes words for words', async () => {
  const answer = await get(`/widget?campaign=${encodeURIComponent('"><script>alert(1)</script>')}&lang=es`);
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toContain('frame-ancestors *');
  expect(policy).not.toContain('unsafe');
  const text = await answer.text();
  expect(text).toContain('<html lang="es">');
  expect(text).not.toContain('<script>alert');
  expect(answer.headers.get('x-frame-options')).toBeNull();
});

test('the whole widget weighs less than 25 kB, and asks for nothing a strict policy forbids', async () => {
  const code = await readFile(join(projectDir(), 'web/static/widget.js'), 'utf8');
  expect(gzipSync(code).length).toBeLessThan(25 * 1024);
  expect(code).not.toMatch(
    /innerHTML|insertAdjacentHTML|\beval\b|new Function|localStorage|document\.cookie|\.style\b/,
  );
});
