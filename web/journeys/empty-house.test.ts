import { expect, test } from 'vitest';
import { nextChange } from '../../server/test/support/next-change.ts';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import {
  AddOfficeHoursDocument,
  ApproveCardDocument,
  CheckInDocument,
  ClaimCardDocument,
  CreateEventDocument,
  FeedbackPageDocument,
  HandInCardDocument,
  InviteAdviserDocument,
  RegisterDocument,
  SetRoleDocument,
  SuggestionsPageDocument,
  UpdateAdviserDocument,
  UpdateEventDocument,
} from '../src/gql/graphql.ts';
import { known } from './support/known.ts';
import { useOwnServer } from './support/own-server.ts';
import { smallPhone, timeZone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import { clockOf, talksInCalendar } from './support/talks-in-calendar.ts';
import type { Visitor } from './support/visitor.ts';

// Learning and gathering where nobody has been before: each path from its beginning to its end, in a database that holds
// nothing but what these people put there. How each page looks, and what may go wrong there, is told by its own journey.

const stage = useStage();
const server = useOwnServer('empty_house');
const onPhone: VisitorOptions = { size: smallPhone, touch: true };

async function somebody(handle: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor({ ...options, url: server.url });
  await visitor.join(handle);
  return visitor;
}
const stranger = (options: VisitorOptions = {}) => stage.visitor({ ...options, url: server.url });

async function aCoordinator(handle: string): Promise<Visitor> {
  const visitor = await somebody(handle);
  await appointCoordinator(server.services, handle);
  return visitor;
}

/** Somebody who runs a local and its strike. */
async function anOrganizer(
  coordinator: Visitor,
  handle: string,
  options: VisitorOptions = {},
): Promise<{ visitor: Visitor; strike: Strike }> {
  const visitor = await somebody(handle, options);
  const settings = { craftReviewRequired: false };
  return { visitor, strike: await callStrike(visitor, handle, `strike-${handle}`, settings, coordinator) };
}

const wallIn = (minutes: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(Date.now() + minutes * 60_000))
    .replace(' ', 'T');

/** Takes the answer at a place to each of the ten questions, and sends them. */
async function answerAll(visitor: Visitor, places: readonly number[]): Promise<void> {
  for (const [index, place] of places.entries()) {
    await visitor.sees(`Question ${index + 1} of ${places.length}`);
    await visitor.page
      .getByRole('radio')
      .nth(place - 1)
      .check();
    await visitor.button('Next').click();
  }
  await visitor.button('Send my answers').click();
}

test('an event: announced, live before two browsers and a phone, and a recap that the local said yes to', async () => {
  const cora = await aCoordinator('cora-of-events');
  const { visitor: olga, strike } = await anOrganizer(cora, 'olga-events', onPhone);
  await olga.page.goto('/events/new');
  await olga.field('What is it called?').fill('What we do on Friday');
  await olga.field('It begins').fill(wallIn(60));
  await olga.field('It ends').fill(wallIn(180));
  await olga.page.getByLabel('Place', { exact: true }).fill('Depot Street');
  await olga.button('Announce it').click();
  await olga.page.waitForURL('**/e/what-we-do-on-friday');
  const address = '/e/what-we-do-on-friday';

  // Two others come: one with a handle, and one with nothing but the link.
  const dee = await somebody('dee');
  const sam = await stranger();
  await sam.page.goto('/events');
  await sam.link('What we do on Friday').first().click();
  await sam.page.waitForURL(`**${address}`);
  await dee.page.goto(address);
  await sam.page.getByText('Live', { exact: true }).waitFor();
  await sam.field('Your question').fill('Can we have leaflets in Spanish?');
  await sam.button('Ask').click();
  await olga.page.getByRole('heading', { name: 'One question waits for you' }).waitFor();
  await olga.button('Show').click();
  await dee.page.getByRole('button', { name: /I want to know/ }).click();
  await sam.page.getByRole('button', { name: /2 people do/ }).waitFor();
  await olga.button('Make a card').click();
  await olga.button('Make the card').click();
  for (const { page } of [olga, sam, dee]) await page.getByText('Became a card on a board').waitFor();

  // It is over: who was there says something, the host prepares, somebody else of the local says yes.
  const { event } = await dee.ask(FeedbackPageDocument, { slug: 'what-we-do-on-friday', language: 'en' });
  const eventId = known(event).id;
  await dee.ask(RegisterDocument, { input: { eventId, seat: 'ROOM', people: 1 } });
  await olga.ask(UpdateEventDocument, {
    input: { eventId, startsWall: wallIn(-90), endsWall: wallIn(-5) },
  });
  await dee.page.goto(`${address}/feedback`);
  await dee.field('What was good?').fill('Plain answers');
  await dee.button('Send').click();
  await dee.field('Your line').fill('Leaflets in both languages');
  await dee.button('Add it').click();
  await dee.sees('Added. Hosts decide whether it goes into the recap.');

  const lou = await somebody('lou-approves', onPhone);
  const { organizationId } = strike;
  await olga.ask(SetRoleDocument, { input: { organizationId, handle: 'lou-approves', role: 'APPROVER' } });
  await olga.page.goto(`${address}/recap`);
  await olga.button('Take it').click();
  await olga.sees('In the recap');
  await olga.button('Ask for the yes').click();
  await olga.sees('Asked. The local is told.');
  await lou.page.goto('/me/notices');
  await lou.link('A recap waits for the yes of the local').click();
  await lou.button('Yes, show it').click();
  await lou.sees('It is there. Those who had a place are told.');

  await sam.page.goto(address);
  await sam.page.getByRole('heading', { name: 'This is what you missed' }).waitFor();
  await sam.sees('Leaflets in both languages');
  await sam.sees('Can we have leaflets in Spanish?');
}, 180_000);

test('a training whose attendee finishes a practice card, and rises in standing with that reason', async () => {
  const cora = await aCoordinator('cora-of-trainings');
  const { visitor: host, strike } = await anOrganizer(cora, 'host-trains', onPhone);
  const { visitor: local, strike: other } = await anOrganizer(cora, 'other-local');
  const { createEvent } = await host.ask(CreateEventDocument, {
    input: {
      ...{ organizationId: strike.organizationId, slug: 'posts-that-travel', title: 'Posts that travel' },
      ...{ kind: 'TRAINING', place: 'Depot', timeZone, startsWall: wallIn(60), endsWall: wallIn(180) },
      sessions: [{ title: 'Three lines', skills: ['WRITING'], startsWall: wallIn(60), minutes: 60 }],
    },
  });
  const eventId = known(createEvent.event).id;
  const juno = await somebody('juno-learns', onPhone);
  const { id: cardId } = await other.card('Leaflet for the depot');
  await juno.ask(ClaimCardDocument, { input: { cardId } });
  await juno.ask(HandInCardDocument, { input: { cardId, note: 'Here it is', links: [] } });
  await local.ask(ApproveCardDocument, { input: { cardId, thanks: 'Thank you' } });

  await host.page.goto('/e/posts-that-travel/practice');
  await host.field('Title').fill('Write three lines');
  await host.field('What is to come of it').fill('Three lines for a post');
  await host.button('Lay it out').click();
  await host.link('Write three lines').waitFor();
  const { register } = await juno.ask(RegisterDocument, { input: { eventId, seat: 'ROOM', people: 1 } });
  await host.ask(CheckInDocument, {
    input: { eventId, registrationId: known(register.registration).id },
  });

  await juno.page.goto('/me');
  await juno.link('Practise: “Write three lines”').click();
  await juno.page.waitForURL('**/practice/*');
  await juno.button('Begin').click();
  await juno.field('What you did').fill('The bus is late. So is the raise. We are not.');
  await juno.button('Hand in').click();
  await juno.sees('It waits for an answer');
  await host.page.goto('/me/notices?from=system');
  await host.link('What somebody practised waits for your answer').click();
  await host.field('Your words').fill('I would stop to read this.');
  await host.button('Well done').click();
  await host.sees('Nothing waits.');
  await juno.page.reload();
  await juno.sees('It counts as one piece of work toward being vetted');
  await juno.page.goto('/me');
  await juno.sees('You practised at a training, beside work that was approved');
});

test('two people of one local assess themselves, see where they differ, book an hour, and move it across a change of clocks', async () => {
  const { timeZone: zone, at } = nextChange();
  const dayOf = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const cora = await aCoordinator('cora-of-benches');
  const ada = await somebody('ada-advises');
  await cora.ask(InviteAdviserDocument, { input: { handle: 'ada-advises' } });
  await ada.ask(UpdateAdviserDocument, {
    input: { topics: ['How to ask outsiders'], skills: ['STRATEGY'], meetAt: 'https://meet.example.org/ada' },
  });
  await ada.ask(AddOfficeHoursDocument, {
    input: {
      ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '11:00', slotMinutes: 60, timeZone: zone },
      ...{ everyWeeks: 1, fromDate: wallIn(0).slice(0, 10) },
    },
  });

  const { visitor: ana, strike } = await anOrganizer(cora, 'ana-assesses', onPhone);
  const ben = await somebody('ben-assesses');
  const { organizationId } = strike;
  await ana.ask(SetRoleDocument, { input: { organizationId, handle: 'ben-assesses', role: 'APPROVER' } });
  await ana.page.goto('/assessment');
  await ana.button('Open a round').click();
  await answerAll(ana, [4, 4, 4, 1, 4, 4, 4, 4, 4, 4]);
  await ana.sees('You are the first.');
  await ben.page.goto('/me/notices');
  await ben.link('Your local looks at itself: ten questions wait for your answers').click();
  await ben.link('Begin').click();
  await answerAll(ben, [4, 4, 4, 2, 4, 4, 4, 4, 4, 4]);
  await ben.sees('One other has answered.');

  // They differ in who helps from outside, and the step for it is an hour with somebody who knows.
  await ana.page.reload();
  expect(await ana.page.locator('.questions li').getByText('You see it differently.').count()).toBe(1);
  await ana.link(/^Find an hour/).click();
  await ana.page.waitForURL('**/bench?skill=STRATEGY');
  await ana.link('See times of ada-advises').click();
  await ana.page.waitForURL('**/bench/ada-advises**');
  await ana.page.goto(`/bench/ada-advises?from=${dayOf(-3)}`);
  await ana.field('What do you want to talk about?').fill('How do we ask for help?');
  await ana.page.getByRole('radio').first().check();
  await ana.button('Book it').click();
  await ana.page.waitForURL('**/me/talks');
  await ana.sees('With ada-advises');
  await ada.page.goto('/me/talks');
  await ada.sees('How do we ask for help?');
  const [before] = await talksInCalendar(ana);
  await ana.link('Move it').click();
  await ana.sees(/You move your talk of/);
  const move = new URL(ana.page.url()).searchParams.get('move')!;
  await ana.page.goto(`/bench/ada-advises?move=${encodeURIComponent(move)}&from=${dayOf(2)}`);
  await ana.page.getByRole('radio').first().check();
  await ana.button('Move it here').click();
  await ana.page.waitForURL('**/me/talks');
  const [after] = await talksInCalendar(ana);
  expect(await talksInCalendar(ada)).toEqual([after]);
  expect([after!.uid, after!.sequence]).toEqual([before!.uid, '1']);
  expect([before!, after!].map((talk) => clockOf(talk, zone))).toEqual(['09:00', '09:00']);
  // The same hour there is another one in UTC.
  expect(after!.at.slice(8)).not.toBe(before!.at.slice(8));
}, 180_000);

test('an opening is published, answered with one’s record, and both sides have a date', async () => {
  const cora = await aCoordinator('cora-of-openings');
  const { visitor: olga } = await anOrganizer(cora, 'olga-hires', onPhone);
  await olga.page.goto('/home');
  await olga.link(/^New opening/).click();
  await olga.field('What the role is called').fill('New-media director');
  await olga.field('What there is to do').fill('You run what members see online.');
  await olga.field('From').fill('58000');
  await olga.field('To').fill('64000');
  await olga.field('For').selectOption('YEAR');
  await olga.field('Hours a week').fill('37.5');
  await olga.field('Where').fill('Chicago');
  await olga.field('Open until').fill('2090-01-15T18:00');
  await olga.button('Publish').click();
  await olga.page.waitForURL('**/o/new-media-director-*');

  const ben = await somebody('ben-applies');
  await ben.page.goto('/openings');
  await ben.link('New-media director').first().click();
  await ben.field('Why you').fill('I would like to.');
  await ben.page.getByRole('checkbox', { name: /Handle/ }).check();
  await ben.page.getByRole('button', { name: 'Send', exact: true }).click();
  await ben.sees(/You have an answer by/);
  await olga.page.goto('/me/notices');
  await olga.link('Somebody answered your opening').click();
  await olga.sees('I would like to.');
  await olga.button('Let us talk').click();
  await olga.button('Send: let us talk').click();
  await olga.sees('You said');
  await ben.page.goto('/openings');
  await ben.sees('They want to talk with you.');
});

test('a stranger’s suggestion becomes a finished card, and a thank-you', async () => {
  const cora = await aCoordinator('cora-of-suggestions');
  const rosa = await stranger(onPhone);
  const words = 'Show me which cards fit into one hour';
  await rosa.page.goto('/suggestions?about=/conduct');
  await rosa.field('Your words').fill(words);
  await rosa.field('How may we thank you?').fill('Rosa from line 9');
  await rosa.button('Send').click();
  await rosa.sees('Others read it once somebody has looked at it.');
  const receipt = await rosa.page.getByLabel('This link tells you what became of it').inputValue();

  await cora.page.goto('/desk?show=suggestions');
  await cora.link(words).click();
  const item = cora.page.getByRole('listitem').filter({ hasText: words });
  // By its key: the page may still be scrolling to what the link named, and a pointer would miss.
  await item.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await cora.sees('Nothing waits.');
  await cora.page.getByRole('link', { name: 'Open', exact: true }).click();
  await item.getByRole('button', { name: 'Make it a card' }).click();
  await cora.button('Make the card').click();
  await item.waitFor({ state: 'detached' });

  const worker = await somebody('walt-builds');
  const { suggestions } = await worker.ask(SuggestionsPageDocument, {
    filter: { show: 'ACCEPTED' },
    after: null,
  });
  const cardId = suggestions!.edges[0]!.node.card!.id;
  await worker.ask(ClaimCardDocument, { input: { cardId } });
  await worker.ask(HandInCardDocument, { input: { cardId, note: 'The list has a filter now.', links: [] } });
  await cora.ask(ApproveCardDocument, { input: { cardId, thanks: 'Thank you' } });
  await rosa.page.goto(`/suggestions/receipt${new URL(receipt).hash}`);
  await rosa.sees(/Done\. Thank you, .*Rosa from line 9/);
});
