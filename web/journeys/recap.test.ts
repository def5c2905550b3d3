import axe from 'axe-core';
import { expect, test } from 'vitest';
import {
  CreateEventDocument,
  FeedbackPageDocument,
  GiveFeedbackDocument,
  NewEventPageDocument,
  RegisterDocument,
  SetRoleDocument,
  UpdateEventDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// From the end of an event to a recap with the yes of the local: six say something, one of them without an account.

const stage = useStage();
const narrow = { size: { width: 320, height: 640 }, touch: true } as const;

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

async function isSound(visitor: Visitor, where: string): Promise<void> {
  await expectNothing(visitor, where);
  expect([where, await noSidewaysScroll(visitor)]).toEqual([where, true]);
}

/** What clocks in UTC show so many minutes from now. */
const wallIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);

test('from the end of an event to a recap with the yes of the local', async () => {
  const marisol = await looked();
  await marisol.tryAs('ORGANIZER');
  const { viewer } = await marisol.ask(NewEventPageDocument, {});
  const { organization } = viewer!.memberships[0]!;
  const slug = `journey-recap-${Date.now()}`;
  const { createEvent } = await marisol.ask(CreateEventDocument, {
    input: {
      ...{ organizationId: organization.id, slug, title: 'Film a shift', kind: 'TRAINING', place: 'Depot' },
      ...{
        startsWall: wallIn(-120),
        endsWall: wallIn(60),
        timeZone: 'UTC',
        speakers: [{ name: 'Ana Prieto' }],
      },
    },
  });
  const eventId = createEvent.event!.id;
  const register = async (who: Visitor, name?: string) => {
    const requestId = crypto.randomUUID();
    const input = { eventId, seat: 'ROOM' as const, people: 1, requestId, ...(name && { name }) };
    return (await who.ask(RegisterDocument, { input })).register.address;
  };
  const sam = await looked({ ...narrow, theme: 'dark' });
  const receipt = (await register(sam, 'Sam'))!;
  const others: Visitor[] = [];
  for (let count = 0; count < 5; count += 1) {
    const who = await looked(count === 0 ? narrow : {});
    await who.join(`recap-guest-${count}`);
    await register(who);
    others.push(who);
  }
  await marisol.ask(UpdateEventDocument, { input: { eventId, endsWall: wallIn(-5) } });

  // Sam has no account: the link of the place is enough.
  await sam.page.goto(receipt);
  await sam.link('Say what you think of it').click();
  await sam.field('What was good?').fill('The map on the wall');
  await sam.page.getByLabel('Too much talk').check();
  await sam.page.reload();
  await expect.poll(() => sam.field('What was good?').inputValue()).toBe('The map on the wall');
  await sam.button('Send').click();
  await sam.sees('Thank you. It helps whoever plans the next one.');
  await sam.field('Your line').fill('film hands, not faces');
  await sam.button('Add it').click();
  await sam.sees('Added. Hosts decide whether it goes into the recap.');
  await isSound(sam, 'what somebody without an account says, dark');

  const [first, ...rest] = others;
  await first!.page.goto(`/e/${slug}`);
  await first!.link('Say what you think of it').click();
  await first!.field('What was missing?').fill('Time to practise');
  await first!.page.getByLabel('Online video').check();
  await first!.button('Send').click();
  await first!.sees('Thank you. It helps whoever plans the next one.');
  await isSound(first!, 'what somebody with an account says');
  for (const who of rest) {
    const { event } = await who.ask(FeedbackPageDocument, { slug, language: 'en' });
    const { edition } = event!.feedbackForm!.questions;
    const said = { balance: 'TOO_MUCH_TALK' as const, nextSkills: ['ONLINE_VIDEO' as const] };
    await who.ask(GiveFeedbackDocument, { input: { eventId, edition, ...said }, language: 'en' });
  }

  // An approver of the local, who has a phone.
  const lou = await looked(narrow);
  await lou.join('recap-lou');
  await marisol.ask(SetRoleDocument, {
    input: { organizationId: organization.id, handle: 'recap-lou', role: 'APPROVER' },
  });

  await marisol.page.goto(`/e/${slug}`);
  await marisol.link('The recap').click();
  await marisol.page.getByRole('heading', { name: 'As it would be now' }).waitFor();
  await marisol.sees('The map on the wall');
  await marisol.field('Line').first().fill('Film hands, not faces');
  await marisol.button('Take it').click();
  await marisol.sees('In the recap');
  await marisol.field('Address of the recording').fill('https://videos.example.org/shift');
  await marisol.field('Who helped').fill('Uncle Ed');
  await marisol.button('Ask for the yes').click();
  await marisol.sees('Asked. The local is told.');
  await marisol.sees(/Waits for the yes of somebody else/);
  expect(await marisol.button('Yes, show it').count()).toBe(0);
  await isSound(marisol, 'the recap, as its hosts prepare it');

  const stranger = await looked({ ...narrow, theme: 'dark' });
  await stranger.page.goto(`/e/${slug}`);
  await stranger.page.getByRole('heading', { name: 'Film a shift' }).waitFor();
  await stranger.seesNoMore('This is what you missed');

  await lou.page.goto('/me/notices');
  await lou.link('A recap waits for the yes of the local').click();
  await lou.sees('Film hands, not faces');
  await isSound(lou, 'the recap, before the yes');
  await lou.button('Yes, show it').click();
  await lou.sees('It is there. Those who had a place are told.');

  await stranger.page.reload();
  await stranger.page.getByRole('heading', { name: 'This is what you missed' }).waitFor();
  for (const words of [
    'Film hands, not faces',
    'Uncle Ed',
    'Ana Prieto',
    'At least 5 people said something.',
  ])
    await stranger.sees(words);
  const recording = stranger.link('Watch the recording');
  expect(await recording.getAttribute('href')).toBe('https://videos.example.org/shift');
  expect(await stranger.page.locator('iframe').count()).toBe(0);
  await isSound(stranger, 'a recap, dark');
  const picture = await stranger.context.request.get(`/pictures/en/recap/${slug}.png`);
  expect(picture.status()).toBe(200);
  const sitemap = await stranger.context.request.get('/sitemap.xml');
  expect(await sitemap.text()).toContain(`/e/${slug}`);

  await first!.page.goto('/me/notices');
  await first!.link('The recap of an event is there: this is what you missed').click();
  await first!.page.getByRole('heading', { name: 'This is what you missed' }).waitFor();

  // Whoever plans the next one reads what was asked for.
  await marisol.page.goto('/events/new');
  await marisol.page.getByRole('heading', { name: 'What people asked for' }).waitFor();
  await isSound(marisol, 'a new event, with what people asked for');
});

test('in Spanish, on a dark phone, nothing of it is wider than that', async () => {
  const luz = await looked({ ...narrow, language: 'es-MX', theme: 'dark' });
  await luz.tryAs('ORGANIZER');
  await luz.page.goto('/e/night-shift-on-air');
  await luz.page.getByRole('heading', { name: 'Esto te perdiste' }).waitFor();
  await isSound(luz, 'a recap');
  await luz.link('El resumen').click();
  await luz.page.getByRole('heading', { name: 'A lo que el sindicato dice sí' }).waitFor();
  await isSound(luz, 'the recap of hosts');
  await luz.page.goto('/e/night-shift-on-air/feedback');
  await luz.sees(/Aquí opinan solo quienes tienen un lugar/);
  await isSound(luz, 'no place, nothing to say');
});
