import axe from 'axe-core';
import { expect, test } from 'vitest';
import {
  CreateEventDocument,
  CreateRecapLinkDocument,
  PrepareRecapDocument,
  RegisterDocument,
  UpdateEventDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { known } from './support/known.ts';
import { type VisitorOptions, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// What stands around an event: places without a script, a chair, the stream, cards kept for who comes, and a recap that
// somebody without an account says yes to.

const stage = useStage();
const narrow = { size: { width: 320, height: 640 }, touch: true } as const;

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

/** Nothing for axe, and nothing to scroll sideways. */
async function isFine(visitor: Visitor, where: string): Promise<void> {
  await expectNothing(visitor, where);
  const fits = () =>
    visitor.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  expect([where, await fits()]).toEqual([where, true]);
}

/** What clocks in UTC show so many minutes from now. */
const wallIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);

/** A local with its strike, and a training that it holds. */
async function aTraining(handle: string, more: { from?: number; until?: number; streamUrl?: string } = {}) {
  const host = await looked(narrow);
  await host.join(handle);
  const strike = await callStrike(host, handle, handle);
  const { from = 60, until = 180, ...words } = more;
  const { createEvent } = await host.ask(CreateEventDocument, {
    input: {
      ...{ organizationId: strike.organizationId, campaignId: strike.campaignId, slug: handle },
      ...{ title: 'Film a shift', kind: 'TRAINING' as const, place: 'Depot', timeZone: 'UTC' },
      ...{ startsWall: wallIn(from), endsWall: wallIn(until), ...words },
      sessions: [{ title: 'Hands', skills: ['ONLINE_VIDEO'], startsWall: wallIn(from), minutes: 30 }],
    },
  });
  return { host, strike, slug: handle, eventId: known(createEvent.event).id };
}

test('without a script one takes places, with and without an account, and a refusal gives the words back', async () => {
  const { slug, eventId } = await aTraining('gather-plain');
  const stranger = await looked({ script: false });
  const { page } = stranger;
  await page.goto(`/e/${slug}`);
  await stranger.field('What are you called at the door?').fill('Sam from line 9');
  await page.locator('form[action="/registrations"] button[type=submit]').click();
  await stranger.sees('You have a place');
  await stranger.sees(/Your code for the door: \w{6}/);
  const receipt = await page.locator('textarea').inputValue();
  expect(receipt).toMatch(new RegExp(`/e/${slug}/seat#[\\w-]{40,}$`));
  // Sent again by a reload it takes no second place.
  await page.reload();
  await stranger.sees('You have a place');
  expect(await page.locator('textarea').inputValue()).toBe(receipt);
  const withScript = await looked(narrow);
  await withScript.page.goto(receipt);
  await withScript.sees('You have a place');

  const headers = { origin: stranger.url };
  const form = { eventId, seat: 'ROOM', people: '1', name: 'x'.repeat(90), requestId: crypto.randomUUID() };
  const refused = await stranger.context.request.post('/registrations', { form, headers });
  expect(refused.status()).toBe(422);
  expect(await refused.text()).toContain(form.name);
  const foreign = { form: { ...form, name: 'Sam' }, headers: { origin: 'https://elsewhere.example' } };
  expect((await stranger.context.request.post('/registrations', foreign)).status()).toBe(403);

  const ana = await stage.visitor({ script: false });
  await ana.join('gather-plain-ana');
  await ana.page.goto(`/e/${slug}`);
  await ana.page.locator('form[action="/registrations"] button[type=submit]').click();
  await ana.page.waitForURL(`**/e/${slug}`);
  await ana.sees('You have a place');
});

test('without a script one says what one thinks of an event, and practises', async () => {
  const { host, slug, eventId } = await aTraining('gather-said', { from: -60, until: 60 });
  const ana = await stage.visitor({ script: false });
  await ana.join('gather-said-ana');
  await ana.ask(RegisterDocument, { input: { eventId, seat: 'ROOM', people: 1 } });
  await ana.page.goto(`/e/${slug}/feedback`);
  await ana.field('What was good?').fill('The map');
  await ana.page.getByLabel('Online video').check();
  await ana.page.locator('form[action="/feedback"] button[type=submit]').click();
  await ana.sees('Thank you. It helps whoever plans the next one.');
  expect(await ana.field('What was good?').inputValue()).toBe('The map');
  expect(await ana.page.getByLabel('Online video').isChecked()).toBe(true);

  await host.page.goto(`/e/${slug}/practice`);
  await host.field('Title').fill('Write three lines');
  await host.field('What is to come of it').fill('Three lines');
  await host.button('Lay it out').click();
  await host.link('Write three lines').click();
  // Changed in place.
  await host.page.getByText('Change it').click();
  await host.field('Title').fill('Write two lines');
  await host.button('Save').click();
  await host.page.getByRole('heading', { name: 'Write two lines' }).waitFor();
  await isFine(host, 'a practice card that is changed');

  await ana.page.goto(host.page.url());
  await ana.button('Begin').click();
  await ana.field('What you did').fill('The bus is late. We are not.');
  await ana.button('Hand in').click();
  await ana.sees('It waits for an answer');
  await host.page.reload();
  await host.sees('The bus is late.');
  const plain = await host.context.browser()!.newContext({
    javaScriptEnabled: false,
    storageState: await host.context.storageState(),
    baseURL: host.url,
  });
  const page = await plain.newPage();
  await page.goto(host.page.url());
  await page.getByLabel('Your words').fill('I would read this.');
  await page.getByRole('button', { name: 'Well done' }).click();
  await page.getByText('Nothing waits.').waitFor();
  await plain.close();
  await ana.page.reload();
  await ana.sees('I would read this.');
});

test('an organizer keeps a card for who comes, from the page of practice, and gives it back', async () => {
  const { host, strike, slug } = await aTraining('gather-keep');
  await strike.card('Leaflet for the depot');
  await host.page.goto(`/e/${slug}/practice`);
  await host.field('Card').selectOption({ label: '1. Leaflet for the depot' });
  await host.field('Kept until').selectOption({ label: '12 hours after the end' });
  await isFine(host, 'keeping a card');
  await host.button('Keep it').click();
  await host.link('Leaflet for the depot').waitFor();
  await host.sees('No open card there that anybody may take.');
  await host.button('Give “Leaflet for the depot” back to everybody').click();
  await host.link('Leaflet for the depot').waitFor({ state: 'detached' });
});

test('a chair without any role moderates, and sees no more than that', async () => {
  const { host, slug } = await aTraining('gather-chair', { from: -10 });
  const lou = await looked({ ...narrow, theme: 'dark' });
  await lou.join('gather-chair-lou');
  const stranger = await looked();
  for (const { page } of [host, lou, stranger]) await page.goto(`/e/${slug}`);
  await host.button('Name a chair').click();
  await host.field('Handle of the chair').fill('nobody-of-this-name');
  await host.button('Name them').click();
  await host.page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await host.field('Handle of the chair').fill('gather-chair-lou');
  await isFine(host, 'naming a chair');
  await host.button('Name them').click();
  await host.sees('gather-chair-lou moderates with you.');
  await lou.sees('You moderate here: questions and polls.');
  await stranger.field('Your question').fill('Who brings the tent?');
  await stranger.button('Ask').click();
  await lou.page.getByRole('heading', { name: 'One question waits for you' }).waitFor();
  expect(await lou.button('Say what is on').count()).toBe(0);
  expect(await lou.button('Make a card').count()).toBe(0);
  await isFine(lou, 'the room, as its chair');
  await lou.button('Show').click();
  await stranger.sees('Who brings the tent?');
  await host.button('Name a chair').click();
  await host.button('No chair any more').click();
  await lou.seesNoMore('You moderate here: questions and polls.');
});

test('a stream is framed for who presses, and for nobody before; a link of others presses nothing', async () => {
  const streamUrl = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
  const { slug } = await aTraining('gather-stream', { from: -10, streamUrl });
  const ana = await looked(narrow);
  const { page } = ana;
  const asked: string[] = [];
  await page.route(/youtube/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<title>Live</title>' });
  });
  await page.goto(`/e/${slug}`);
  await ana.link('Open the stream').waitFor();
  await isFine(ana, 'an event with a stream');
  expect([asked, await page.locator('iframe').count()]).toEqual([[], 0]);
  await page.goto(`/e/${slug}?watch=here`);
  await ana.link('Watch here').waitFor();
  expect(asked).toEqual([]);
  const policy = async (path: string) =>
    (await ana.context.request.get(path)).headers()['content-security-policy'] ?? '';
  expect(await policy(`/e/${slug}`)).not.toMatch(/frame-src/);

  const shown = page.waitForResponse((response) => response.url().includes(`/e/${slug}?watch=here`));
  await ana.link('Watch here').click();
  expect((await shown).headers()['content-security-policy']).toMatch(
    /; frame-src https:\/\/www\.youtube-nocookie\.com$/,
  );
  await page.locator('iframe[src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"]').waitFor();
  await expect.poll(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ']);
  await ana.link('Open the stream').waitFor();
});

test('somebody without an account says yes to a recap, by a link that its preparer cannot make', async () => {
  const { host, slug, eventId } = await aTraining('gather-yes', { from: -120 });
  await host.ask(UpdateEventDocument, { input: { eventId, endsWall: wallIn(-5) } });
  const cora = await looked(narrow);
  await cora.tryAs('COORDINATOR');
  await host.ask(PrepareRecapDocument, { input: { eventId, asks: true, words: 'A full house' } });
  await host.page.goto(`/e/${slug}/recap`);
  await host.sees('A full house');
  expect(await host.field('Who is it for?').count()).toBe(0);

  await cora.page.goto(`/e/${slug}/recap`);
  await cora.field('Who is it for?').fill('Lou, president');
  await cora.button('Make a link').click();
  await cora.sees('Here is the link for Lou, president.');
  await isFine(cora, 'a link for the yes');
  const address = await cora.page.getByLabel('The link', { exact: true }).inputValue();
  await cora.page.goto(address);
  await cora.sees('Somebody else has to answer');

  const lou = await looked({ ...narrow, theme: 'dark', language: 'es-MX' });
  await lou.page.goto(address);
  await lou.sees('A full house');
  await isFine(lou, 'a recap by its link, in Spanish and in the dark');
  await lou.button('Sí, mostrarlo').click();
  await lou.sees('Gracias. Ya lo puede leer todo el mundo.');
  await lou.link('Verlo como los demás').click();
  await lou.page.waitForURL(`**/e/${slug}`);
  await lou.sees('A full house');
  await lou.page.goto(address);
  await lou.page.getByRole('heading', { name: 'Esto ya está decidido' }).waitFor();
});

test('whoever is to be vouched for has a page that says how', async () => {
  const ana = await looked({ ...narrow, language: 'es-MX' });
  await ana.join('gather-vouch');
  await ana.page.goto('/me/vouch');
  await ana.sees('Ningún sindicato ha aprobado todavía un trabajo tuyo.');
  expect(await ana.page.locator('#vouch-message').inputValue()).toContain('gather-vouch');
  await isFine(ana, 'asking for a vouch');
});

test('somebody without an account asks for a change of a recap, and says yes to what came of it by the same link', async () => {
  const { host, slug, eventId } = await aTraining('gather-change', { from: -120 });
  await host.ask(UpdateEventDocument, { input: { eventId, endsWall: wallIn(-5) } });
  const cora = await stage.visitor();
  await cora.tryAs('COORDINATOR');
  await host.ask(PrepareRecapDocument, { input: { eventId, asks: true, words: 'A full house' } });
  const { createRecapLink } = await cora.ask(CreateRecapLinkDocument, { input: { eventId, label: 'Lou' } });
  const address = known(createRecapLink.address);

  const lou = await looked({ ...narrow, language: 'es-MX', theme: 'dark' });
  await lou.page.goto(address);
  await lou.button('Cámbienlo, por favor').click();
  await lou.sees('Di qué debe cambiar, para que se pueda cambiar.');
  await lou.field('Qué debe cambiar').fill('Gracias también a los choferes.');
  await isFine(lou, 'a recap by its link, with a wish');
  await lou.button('Cámbienlo, por favor').click();
  await lou.sees('Gracias. Vuelve a quien lo preparó.');
  await lou.page.goto('/');
  await lou.page.goto(address);
  await lou.sees(/^Pediste un cambio/);
  await isFine(lou, 'a recap that waits for a change');

  await host.page.goto('/me/notices');
  await host.link('The local wants a recap changed').click();
  await host.page.waitForURL(`**/e/${slug}/recap`);
  await host.sees('Lou wants something changed');
  await host.sees('Gracias también a los choferes.');
  await isFine(host, 'what is to be changed in a recap');
  await host.field('A few words (may stay empty)').fill('A full house. Thank you, drivers.');
  await host.button('Ask for the yes').click();
  await host.seesNoMore('Lou wants something changed');

  await lou.page.reload();
  await lou.sees('A full house. Thank you, drivers.');
  await lou.seesNoMore(/^Pediste un cambio/);
  await lou.button('Sí, mostrarlo').click();
  await lou.sees('Gracias. Ya lo puede leer todo el mundo.');
});
