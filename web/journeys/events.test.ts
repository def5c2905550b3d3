import axe from 'axe-core';
import { expect, test } from 'vitest';
import { CreateEventDocument, NewEventPageDocument, UpdateEventDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// An event from being announced to its door: places, the line for them, receipts, and two phones that check people in.

const stage = useStage();
const narrow = { size: { width: 320, height: 640 }, touch: true } as const;

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** What clocks in Chicago show so many days from now, at seven in the evening. */
const evening = (days: number, clock = '19:00') =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${clock}`;

let count = 0;
/** An event in a room of one, announced without its page. */
async function aFullRoom(organizer: Visitor, roomCapacity: number) {
  const { viewer } = await organizer.ask(NewEventPageDocument, {});
  const { organization } = viewer!.memberships[0]!;
  count += 1;
  const slug = `journey-room-${Date.now()}-${count}`;
  const { createEvent } = await organizer.ask(CreateEventDocument, {
    input: {
      ...{ organizationId: organization.id, slug, title: 'Room for few', kind: 'TRAINING', roomCapacity },
      ...{
        place: 'Depot',
        startsWall: evening(6),
        endsWall: evening(6, '21:00'),
        timeZone: 'America/Chicago',
      },
    },
  });
  return { slug, id: createEvent.event!.id };
}

test('an organizer announces an event; it is in the list, and what was typed is not lost on the way', async () => {
  const marisol = await looked(narrow);
  await marisol.tryAs('ORGANIZER');
  await marisol.page.goto('/home');
  await marisol.link('Announce an event').click();
  await marisol.page.waitForURL('**/events/new');
  await marisol.field('What is it called?').fill('Songs for the line');
  await expectNothing(marisol, 'the form of an event');
  expect(await noSidewaysScroll(marisol)).toBe(true);
  await marisol.field('It begins').fill(evening(5));
  await marisol.field('It ends').fill(evening(5, '18:00'));
  await marisol.page.getByLabel('Place', { exact: true }).fill('Depot Street');
  await marisol.button('Announce it').click();
  await marisol.sees('That is out of range.');
  await marisol.page.reload();
  await expect.poll(() => marisol.field('What is it called?').inputValue()).toBe('Songs for the line');
  await marisol.field('It ends').fill(evening(5, '21:00'));
  await marisol.button('Announce it').click();
  await marisol.page.waitForURL('**/e/songs-for-the-line');
  await marisol.page.getByRole('heading', { name: 'Songs for the line' }).waitFor();
  await expectNothing(marisol, 'an event, as its organizer');
  expect(await noSidewaysScroll(marisol)).toBe(true);

  const somebody = await looked(narrow);
  await somebody.page.goto('/events?kind=CONVERSATION');
  await somebody.link('Songs for the line').waitFor();
  await expectNothing(somebody, 'the list of events');
  expect(await noSidewaysScroll(somebody)).toBe(true);
  await somebody.page.goto('/events?kind=RALLY&in=es');
  await somebody.sees('Nothing fits that.');
  const file = await somebody.context.request.get('/event-files/songs-for-the-line.ics');
  expect(await file.text()).toMatch(/SUMMARY:Songs for the line/);
});

test('full, in line, given up, asked, confirmed: with a handle and without any account', async () => {
  const marisol = await stage.visitor();
  await marisol.tryAs('ORGANIZER');
  const { slug, id } = await aFullRoom(marisol, 1);
  const sam = await looked(narrow);
  await sam.page.goto(`/e/${slug}`);
  await sam.sees('1 place left');
  await sam.field('What are you called at the door?').fill('Sam');
  await sam.button('Take the place').click();
  await sam.sees('Keep this link: it is your place');
  await expectNothing(sam, 'the receipt of a place');
  expect(await noSidewaysScroll(sam)).toBe(true);
  const receipt = await sam.field('Link to your place').inputValue();
  expect(new URL(receipt).hash).toMatch(/^#[\w-]{43}$/);
  await sam.link('Open my place').click();
  await sam.page.getByRole('heading', { name: 'You have a place' }).waitFor();
  await sam.button('Show the code to scan').click();
  await sam.page.getByRole('img', { name: 'The code for the door' }).waitFor();
  await expectNothing(sam, 'a place by its link');
  expect(await noSidewaysScroll(sam)).toBe(true);

  const dee = await looked(narrow);
  await dee.join('event-dee');
  await dee.page.goto(`/e/${slug}`);
  await dee.sees('You come as event-dee.');
  await dee.button('Stand in line').click();
  await dee.page.getByRole('heading', { name: 'You stand in line' }).waitFor();
  await dee.sees('You are next.');
  await expectNothing(dee, 'a place in line');

  await sam.button('Give my place up').click();
  await sam.page.getByRole('alertdialog').getByRole('button', { name: 'Give my place up' }).click();
  await sam.page.getByRole('heading', { name: 'You gave the place up' }).waitFor();
  await dee.page.goto('/me/notices');
  await dee.link('A place is free for you. Say yes or no').click();
  await dee.page.getByRole('heading', { name: 'A place is free for you' }).waitFor();
  await expectNothing(dee, 'a place that is offered');
  expect(await noSidewaysScroll(dee)).toBe(true);
  await dee.button('Yes, I come').click();
  await dee.page.getByRole('heading', { name: 'You come. See you there' }).waitFor();

  // The event moves: whoever has a place hears, and gives it up in two taps.
  await marisol.ask(UpdateEventDocument, { input: { eventId: id, place: 'The other hall' } });
  await dee.page.goto('/me/notices');
  await dee.link('An event is at another time or place').click();
  await dee.sees(/Time or place changed/);
  await dee.page.goto('/events');
  await dee.sees('Your places');
});

test('at the door: by code and by name, on two phones; of two who check one person in, one is told', async () => {
  const marisol = await looked(narrow);
  await marisol.tryAs('ORGANIZER');
  const north = await looked(narrow);
  await north.tryAs('COORDINATOR');
  const { slug } = await aFullRoom(marisol, 5);
  const guest = await stage.visitor();
  for (const name of ['Ada Door', 'Ben Door']) {
    await guest.page.goto(`/e/${slug}`);
    await guest.field('What are you called at the door?').fill(name);
    await guest.button('Take the place').click();
    await guest.sees('Keep this link: it is your place');
  }
  for (const phone of [marisol, north]) {
    await phone.page.goto(`/e/${slug}/door`);
    await phone.button('Let in: Ada Door').waitFor();
  }
  await expectNothing(marisol, 'the door');
  expect(await noSidewaysScroll(marisol)).toBe(true);
  // Neither phone has looked again when both press.
  await north.page.route('**/graphql', (route) =>
    route.request().postData()?.includes('EventDoor') ? route.abort() : route.continue(),
  );
  north.allow(/ERR_FAILED/);
  await marisol.button('Let in: Ada Door').click();
  await marisol.sees('Ada Door is in');
  await north.button('Let in: Ada Door').click();
  await north.sees(/Ada Door is in already: marisol did it at \d\d:\d\d/);
  await north.page.unroute('**/graphql');
  await marisol.button('Not here after all: Ada Door').click();
  await marisol.sees('Ada Door is not in any more');
  // By its six signs.
  const row = north.page.getByRole('listitem').filter({ hasText: 'Ben Door' });
  const code = /[0-9A-Z]{6}$/.exec(
    (await row.innerText())
      .split('\n')
      .find((line) => line.includes('person'))!
      .trim(),
  )![0];
  await north.field('A name, or the six signs').fill(code.toLowerCase());
  await north.page.keyboard.press('Enter');
  await north.sees('Ben Door is in');
  await expect.poll(() => marisol.button('Not here after all: Ben Door').count()).toBe(1);

  const stranger = await looked();
  await stranger.join('event-stranger');
  await stranger.page.goto(`/e/${slug}/door`);
  await stranger.sees(/stand at its door/);
  expect(await stranger.page.getByText('Ben Door').count()).toBe(0);
});

test('called off: the page and the receipt say so, with the word of the hosts', async () => {
  const marisol = await looked();
  await marisol.tryAs('ORGANIZER');
  const { slug } = await aFullRoom(marisol, 3);
  const sam = await looked(narrow);
  await sam.page.goto(`/e/${slug}`);
  await sam.field('What are you called at the door?').fill('Sam');
  await sam.button('Take the place').click();
  const receipt = await sam.field('Link to your place').inputValue();
  await marisol.page.goto(`/e/${slug}/edit`);
  await marisol.field('A word for those who were to come').fill('The hall has no light.');
  await expectNothing(marisol, 'changing an event');
  await marisol.button('Call the event off').click();
  await marisol.page.getByRole('alertdialog').getByRole('button', { name: 'Call the event off' }).click();
  await marisol.page.waitForURL(`**/e/${slug}`);
  await sam.page.goto(receipt);
  await sam.sees('This event does not take place');
  await sam.sees('The hall has no light.');
  await expectNothing(sam, 'the receipt of an event that was called off');
});

test('in Spanish, on a dark phone, no page of events is wider than it', async () => {
  const luz = await looked({ ...narrow, language: 'es-MX', theme: 'dark' });
  await luz.page.goto('/events');
  await luz.page.getByRole('heading', { name: 'Próximos' }).waitFor();
  await expectNothing(luz, 'the list of events, dark');
  for (const path of [
    '/events?when=past',
    '/e/film-a-shift-in-an-hour',
    '/e/picket-line-call',
    '/e/night-shift-on-air',
  ]) {
    await luz.page.goto(path);
    await expectNothing(luz, path);
    expect([path, await noSidewaysScroll(luz)]).toEqual([path, true]);
  }
  await luz.page.goto('/e/night-shift-on-air/seat#nothing');
  await luz.sees('Este enlace no lleva a ningún lugar');
});
