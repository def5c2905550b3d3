import axe from 'axe-core';
import { expect, test } from 'vitest';
import { CreateEventDocument, NewEventPageDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// The live page of an event, before two browsers and the chair's phone: ask, approve, vote, poll, note, into a card; a
// line that is cut comes back.

const stage = useStage();

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** What clocks in UTC show so many hours from now. */
const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);

async function anEvent(organizer: Visitor): Promise<string> {
  const { viewer } = await organizer.ask(NewEventPageDocument, {});
  const { organization } = viewer!.memberships[0]!;
  const slug = `live-room-${Date.now()}`;
  const { createEvent } = await organizer.ask(CreateEventDocument, {
    input: {
      ...{ organizationId: organization.id, slug, title: 'What we do on Friday', kind: 'CONVERSATION' },
      ...{ place: 'Depot', startsWall: clock(2), endsWall: clock(4), timeZone: 'UTC' },
    },
  });
  expect(createEvent.errors).toEqual([]);
  return slug;
}

test('a room asks, the chair approves on a phone, both vote, a question becomes a card, and a cut line comes back', async () => {
  const chair = await looked({ size: { width: 320, height: 640 }, touch: true, theme: 'dark' });
  await chair.tryAs('ORGANIZER');
  const slug = await anEvent(chair);
  const stranger = await looked();
  const dee = await looked({ language: 'es-MX' });
  await dee.join('room-dee');
  for (const { page } of [chair, stranger, dee]) await page.goto(`/e/${slug}`);
  await stranger.page.getByText('Live', { exact: true }).waitFor();

  await stranger.field('Your question').fill('Can we have leaflets in Spanish?');
  await stranger.button('Ask').click();
  await stranger.sees('Thank you. Others read it once somebody has looked at it.');
  await chair.page.getByRole('heading', { name: 'One question waits for you' }).waitFor();
  await chair.button('Show').click();
  for (const { page } of [stranger, dee]) await page.getByText('Can we have leaflets in Spanish?').waitFor();
  await dee.page.getByRole('button', { name: /Yo también/ }).click();
  for (const { page } of [stranger, dee])
    await page.getByRole('button', { name: /2 (people do|personas)/ }).waitFor();

  await chair.button('Ask the room').click();
  await chair.field('What do you ask?').fill('When do we meet?');
  await chair.field('Answers to choose from').fill('At six\nAt noon');
  await chair.button('Open the poll').click();
  await stranger.page.getByRole('button', { name: 'At noon' }).click();
  await stranger.page.getByRole('button', { name: 'At noon' }).getByText('1 vote').waitFor();
  await dee.page.getByText('Ha votado una persona. Vota para ver cómo va.').waitFor();
  expect(await dee.page.getByText('1 voto').count()).toBe(0);
  await dee.page.getByRole('button', { name: 'At six' }).click();
  await stranger.page.getByRole('button', { name: 'At six' }).getByText('1 vote').waitFor();

  await dee.page.getByLabel('Agrega una línea').fill('Ana trae las hojas');
  await dee.page.getByRole('button', { name: 'Agregar' }).click();
  await stranger.page.getByText('Ana trae las hojas').waitFor();
  await chair.button('Say what is on').click();
  await chair.field('In words').fill('Questions from the room');
  await chair.button('Say it').click();
  await stranger.page.getByText('Questions from the room').waitFor();

  await chair.button('Make a card').click();
  await chair.button('Make the card').click();
  await chair.link('Became a card on a board').waitFor();
  await stranger.page.getByText('Became a card on a board').waitFor();

  for (const [who, where] of [
    [chair, 'the room, as who leads, on a phone'],
    [stranger, 'the room'],
    [dee, 'the room, in Spanish'],
  ] as const) {
    await expectNothing(who, where);
    expect(await noSidewaysScroll(who)).toBe(true);
  }

  dee.allow(/net::ERR_INTERNET_DISCONNECTED|WebSocket/);
  await dee.context.setOffline(true);
  await dee.page.getByText(/Sin conexión en vivo desde/).waitFor();
  await stranger.field('Your question').fill('Who brings the tent?');
  await stranger.button('Ask').click();
  await chair.page.getByRole('heading', { name: 'One question waits for you' }).waitFor();
  await chair.button('Show').first().click();
  await stranger.page.getByText('Who brings the tent?').first().waitFor();
  await dee.context.setOffline(false);
  await dee.page.getByText('Who brings the tent?').waitFor({ timeout: 30_000 });
  await dee.page.getByText('En vivo', { exact: true }).waitFor();
}, 180_000);

test('a question becomes an event: its words are the title, and once it is announced the room says so', async () => {
  const chair = await looked({ size: { width: 320, height: 640 }, touch: true });
  await chair.tryAs('ORGANIZER');
  const slug = await anEvent(chair);
  const stranger = await looked();
  for (const { page } of [chair, stranger]) await page.goto(`/e/${slug}`);
  await stranger.field('Your question').fill('Can we learn to make leaflets?');
  await stranger.button('Ask').click();
  await chair.button('Show').click();
  await stranger.page.getByText('Can we learn to make leaflets?').waitFor();

  await chair.link('Make an event').click();
  await chair.page.waitForURL('**/events/new?**');
  await chair.sees('Once the event is announced, the question says so.');
  const title = chair.field('What is it called?');
  expect(await title.inputValue()).toBe('Can we learn to make leaflets?');
  await title.fill('Leaflets, by hand');
  await expectNothing(chair, 'the form of an event that comes of a question');
  expect(await noSidewaysScroll(chair)).toBe(true);
  // What is typed of it is its own: another event begins blank.
  await chair.page.goto('/events/new');
  expect(await chair.field('What is it called?').inputValue()).toBe('');
  await chair.page.goBack();
  await chair.page.waitForURL('**/events/new?**');
  // A browser fills in by itself what stood there, before the page's script has come.
  await chair.page.locator('html[data-runs]').waitFor();
  await expect.poll(() => title.inputValue()).toBe('Leaflets, by hand');
  await chair.field('It begins').fill(clock(50));
  await chair.field('It ends').fill(clock(52));
  await chair.page.getByLabel('Place', { exact: true }).fill('Depot Street');
  await chair.button('Announce it').click();
  await chair.page.waitForURL('**/e/leaflets-by-hand');

  await stranger.link('Became an event').click();
  await stranger.page.waitForURL('**/e/leaflets-by-hand');
  await stranger.page.getByRole('heading', { name: 'Leaflets, by hand' }).waitFor();
}, 120_000);

test('without a script the room is there to be read', async () => {
  const { context } = await stage.visitor();
  const html = await (await context.request.get('/e/picket-line-call')).text();
  for (const words of [
    'Who answers the phone between two and five?',
    'stays on paper',
    'When do we meet tomorrow?',
  ])
    expect(html).toContain(words);
  expect(html).not.toContain('second tent');
});
