import { setTimeout as delay } from 'node:timers/promises';
import { parse, validate } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anEvent, hosts } from '../../../test/support/an-event.ts';
import { aCard, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { startApp, type TestApp } from '../../../test/support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { updateCard } from '../../core/card/update-card.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { tagOf } from '../../platform/http/entity-tag.ts';
import { setPublicPage } from '../difference/set-public-page.ts';
import { escapeXml } from './write-atom.ts';

// What readers of feeds get, over the whole server. Handles are made up so that no other word holds them.

const EVIL = `<script>alert("1")</script> & ]]> 'it'`;

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let strike: LocalOnStrike;
let hidden: LocalOnStrike;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { title: `Hold ${EVIL}`, startHidden: true, startsAt: inDays(9) });
  hidden = await localOnStrike(services, { title: 'Nobody knows yet', sensitivity: 'VETTED' });
  const shown = await newcomer(services, 'Zzshown');
  const shy = await newcomer(services, 'Zzshy');
  const modest = await newcomer(services, 'Zzmodest');
  await setPublicPage(services, shown, { on: true });
  await setPublicPage(services, modest, { on: true, showThanks: false });
  const done = (title: string, who: { personId: string }, more = {}) =>
    aCard(services, strike, 'DONE', { title, holder: who.personId, ...more });
  await done('By one who shows it', shown);
  await done('By one who does not', shy, { deliverable: `One page ${EVIL}` });
  await done('By one without thanks', modest);
  await aCard(services, strike, 'DONE', {
    title: 'Secret work',
    sensitivity: 'VETTED',
    holder: strike.vetted,
  });
  await aCard(services, hidden, 'OPEN', { title: 'Secret fight' });
  await aCard(services, strike, 'OPEN', { title: 'Secret task', sensitivity: 'VETTED' });
  await aCard(services, strike, 'OPEN', { title: 'Un volante', languages: ['es-MX'], language: 'es' });
  await aCard(services, strike, 'OPEN', {
    ...{ title: 'A poster', skill: 'GRAPHIC_DESIGN', languages: ['en'], dueOffsetHours: -24 },
  });
  app = await startApp(database.url);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

function inDays(days: number) {
  return new Date(Date.now() + days * 86_400_000);
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${app.url}${path}`, { headers });

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string) => text.replace(/&(\w+|#39);/g, (_all, name: string) => SIGNS[name]!);

interface AtomEntry {
  id: string;
  title: string;
  updated: string;
  published: string;
  content: string;
  author?: { name: string; uri: string };
}
interface AtomFeed {
  id: string;
  title: string;
  updated: string;
  author: { name: string };
  link: { rel: string; href: string }[];
  entry: AtomEntry[];
}

async function atom(path: string): Promise<AtomFeed> {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const text = await answer.text();
  expect(validate(text)).toBe(true);
  const { feed } = parse(text, {
    ...{ ignoreAttributes: false, attributeNamePrefix: '', parseNodeValue: false },
    ...{ arrayMode: /^(entry|link)$/, tagValueProcessor: plain, attrValueProcessor: plain },
  }) as { feed: AtomFeed };
  return { ...feed, entry: feed.entry ?? [] };
}

interface JsonFeed {
  version: string;
  title: string;
  feed_url: string;
  home_page_url: string;
  items: { id: string; url: string; title: string; content_html: string; authors?: { name: string }[] }[];
}

async function json(path: string): Promise<JsonFeed> {
  const answer = await get(path);
  expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  return (await answer.json()) as JsonFeed;
}

const titlesOf = ({ entry }: AtomFeed) => entry.map(({ title }) => title).sort();

describe('finished work of a campaign', () => {
  const path = () => `/feeds/campaigns/${strike.slug}`;

  test('is what anybody may read, in Atom 1.0 with all that it asks for', async () => {
    const feed = await atom(`${path()}.atom`);
    expect(titlesOf(feed)).toEqual(['By one who does not', 'By one who shows it', 'By one without thanks']);
    expect(feed.title).toBe(`Finished for “Hold ${EVIL}”`);
    expect(feed.link).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rel: 'self', href: `${app.url}${path()}.atom` }),
        expect.objectContaining({ rel: 'alternate', href: `${app.url}/c/${strike.slug}` }),
      ]),
    );
    const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
    for (const each of [feed, ...feed.entry]) {
      expect(each.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(each.updated).toMatch(moment);
    }
    expect(new Set(feed.entry.map(({ id }) => id)).size).toBe(3);
    expect(feed.updated).toBe(
      feed.entry
        .map(({ updated }) => updated)
        .sort()
        .at(-1),
    );
    // HTML that holds nothing of what somebody wrote but words.
    const { content } = feed.entry.find(({ title }) => title === 'By one who does not')!;
    expect(JSON.stringify(content)).not.toMatch(/<script/i);
  });

  test('names who shows a page of it, and nobody else; thanks go where they may be shown', async () => {
    const { items } = await json(`${path()}.json`);
    const of = (title: string) => items.find((item) => item.title === title)!;
    expect(of('By one who shows it').authors).toEqual([{ name: 'Zzshown', url: `${app.url}/p/Zzshown` }]);
    expect(of('By one who shows it').content_html).toContain('Thank you');
    expect(of('By one who does not').authors).toBeUndefined();
    expect(of('By one who does not').content_html).toContain('Thank you');
    expect(of('By one without thanks').content_html).not.toContain('Thank you');
    expect(JSON.stringify(items)).not.toContain('Zzshy');
    expect(JSON.stringify(items)).not.toContain('Secret');
    expect(of('By one who does not').content_html).toContain('One page &lt;script&gt;');
  });

  test('is JSON Feed 1.1 with the same entries', async () => {
    const [feed, { entry }] = [await json(`${path()}.json`), await atom(`${path()}.atom`)];
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${app.url}${path()}.json`,
      home_page_url: `${app.url}/c/${strike.slug}`,
    });
    expect(feed.items.map(({ id }) => id)).toEqual(entry.map(({ id }) => id));
    expect(feed.items.every(({ url }) => url.startsWith(`${app.url}/c/${strike.slug}/board?card=`))).toBe(
      true,
    );
  });

  test('comes once, and then 304 until it changes; pages of any site may ask', async () => {
    const first = await get(`${path()}.atom`);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const etag = first.headers.get('etag')!;
    const again = await get(`${path()}.atom`, { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await aCard(services, strike, 'DONE', { title: 'One more', holder: strike.vetted });
    const later = await get(`${path()}.atom`, { 'if-none-match': etag });
    expect(later.status).toBe(200);
    expect(later.headers.get('set-cookie')).toBeNull();
  });

  test('of what a stranger may not read there is none', async () => {
    for (const slug of [hidden.slug, 'no-such', '..%2f'])
      expect((await get(`/feeds/campaigns/${slug}.atom`)).status, slug).toBe(404);
  });
});

describe('open work', () => {
  test('is told by skill and language, without what is hidden', async () => {
    expect(titlesOf(await atom('/feeds/open.atom'))).toEqual(['A poster', 'Un volante']);
    expect(titlesOf(await atom('/feeds/open.atom?language=es'))).toEqual(['Un volante']);
    expect(titlesOf(await atom('/feeds/open.atom?skill=writing&language=en'))).toEqual([]);
    expect(titlesOf(await atom('/feeds/open.atom?skill=WRITING,GRAPHIC_DESIGN'))).toHaveLength(2);
    const { title } = await json('/feeds/open.json?skill=WRITING&language=es');
    expect(title).toBe('Trabajo abierto: Redacción');
  });

  test('gives away no hidden T-0 by a due day', async () => {
    const { items } = await json('/feeds/open.json?skill=GRAPHIC_DESIGN');
    expect(items[0]!.content_html).not.toContain('Due');
  });

  test('feeds of other filters are other feeds, and each keeps its id', async () => {
    const ids = await Promise.all(
      ['', '?skill=WRITING', '?language=es'].map(
        async (query) => (await atom(`/feeds/open.atom${query}`)).id,
      ),
    );
    expect(new Set(ids).size).toBe(3);
    expect((await atom('/feeds/open.atom')).id).toBe(ids[0]);
  });

  test('an unknown skill or language is refused', async () => {
    for (const query of ['skill=JUGGLING', 'language=not_a_tag!'])
      expect((await get(`/feeds/open.atom?${query}`)).status, query).toBe(400);
  });

  test('what is edited has another moment', async () => {
    const before = (await atom('/feeds/open.atom')).entry.find(({ title }) => title === 'A poster')!;
    const card = (await services.orm.em.fork().getKysely().selectFrom('card').selectAll().execute()).find(
      ({ title }) => title === 'A poster',
    )!;
    const organizer = await asNow(services, strike.carmen);
    await updateCard(services, organizer.personId, {
      cardId: card.id,
      version: card.version,
      title: 'A big poster',
    });
    const after = (await atom('/feeds/open.atom')).entry.find(({ id }) => id === before.id)!;
    expect(after.title).toBe('A big poster');
    expect(after.updated > before.updated).toBe(true);
    expect(after.published).toBe(before.published);
  });
});

describe('calendars by their new names', () => {
  test('a campaign, an organization and events; what is hidden has none', async () => {
    const by = await hosts(services);
    await anEvent(services, by, { title: 'A conversation' });
    const organization = toGlobalId('Organization', strike.organizationId);
    for (const path of [`campaigns/${strike.slug}`, `organizations/${organization}`, 'events']) {
      const answer = await get(`/calendar/${path}.ics`);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/calendar');
      const text = await answer.text();
      expect(text).toContain('BEGIN:VCALENDAR');
      if (path === 'events') expect(text).toContain('A conversation');
    }
    expect((await get(`/calendar/campaigns/${hidden.slug}.ics`)).status).toBe(404);
    expect((await get(`/feeds/campaign/${strike.slug}.ics`)).status).toBe(200);
  });
});

describe('calendars come once, and then 304', () => {
  const path = () => `/calendar/campaigns/${strike.slug}.ics`;

  test('until what they say changes, whenever they were written', async () => {
    const by = await hosts(services);
    await anEvent(services, by, { title: 'A picnic' });
    const first = await get('/calendar/events.ics');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^W\/"/);
    const stampOf = (text: string) => /^DTSTAMP:(.*)\r$/m.exec(text)?.[1];
    const written = stampOf(await first.text());
    await delay(1_100);
    const later = await get('/calendar/events.ics');
    // Another writing of the same: the moment in it moved, the tag did not.
    expect(stampOf(await later.text())).not.toBe(written);
    expect(later.headers.get('etag')).toBe(etag);
    const again = await get('/calendar/events.ics', { 'if-none-match': `"other", ${etag.slice(2)}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await anEvent(services, by, { title: 'Another picnic' });
    const changed = await get('/calendar/events.ics', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('of a campaign, of an organization by its name in addresses, and in each language', async () => {
    const { slug } = await organizationOf(strike);
    for (const each of [path(), `/calendar/organizations/${slug}.ics`, '/feeds/programme.ics']) {
      const etag = (await get(each)).headers.get('etag')!;
      expect((await get(each, { 'if-none-match': etag })).status, each).toBe(304);
    }
    const etag = (await get('/calendar/events.ics')).headers.get('etag')!;
    const inSpanish = await get('/calendar/events.ics?language=es', { 'if-none-match': etag });
    expect(inSpanish.status).toBe(200);
    expect((await get(`/calendar/campaigns/${hidden.slug}.ics`)).headers.get('etag')).toBeNull();
  });

  test('an organization of which strangers do not know has none by its name', async () => {
    const { id, slug } = await organizationOf(hidden);
    expect((await get(`/calendar/organizations/${slug}.ics`)).status).toBe(404);
    expect((await get(`/calendar/organizations/${toGlobalId('Organization', id)}.ics`)).status).toBe(200);
  });

  test('mutant: a tag of all that is written never comes again', async () => {
    const tags = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      tags.add(tagOf(await (await get('/calendar/events.ics')).text()));
      await delay(1_100);
    }
    expect(tags.size).toBe(2);
  });
});

const organizationOf = ({ organizationId }: LocalOnStrike) =>
  services.orm.em
    .fork()
    .getKysely()
    .selectFrom('organization')
    .select(['id', 'slug'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();

test('mutant: words that are not escaped are found', () => {
  const unsafe = (text: string) => `<a>${text}</a>`;
  expect(validate(unsafe(EVIL))).not.toBe(true);
  expect(validate(unsafe(escapeXml(`${EVIL}\u0000\u000b`)))).toBe(true);
  expect(escapeXml('a\u0000\u000bb\ud800')).toBe('ab');
});
