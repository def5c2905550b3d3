import axe from 'axe-core';
import { expect, test } from 'vitest';
import {
  ApproveCardDocument,
  CheckInDocument,
  ClaimCardDocument,
  CreateEventDocument,
  HandInCardDocument,
  RegisterDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { known } from './support/known.ts';
import { phone, timeZone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// From a training to a practice card, to standing, to the next step, to a certificate that a stranger can check.

const stage = useStage();
const narrow = { size: { width: 320, height: 640 }, touch: true } as const;

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

/** Nothing for axe, and nothing to scroll sideways at 320 px. */
async function isFine(visitor: Visitor, where: string): Promise<void> {
  await expectNothing(visitor, where);
  const fits = () =>
    visitor.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  expect(await fits(), where).toBe(true);
}

const wallIn = (hours: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(Date.now() + hours * 3_600_000))
    .replace(' ', 'T');

/** A training of the local of `organizer`, with one session. */
async function announce(organizer: Visitor, organizationId: string, slug: string) {
  const { createEvent } = await organizer.ask(CreateEventDocument, {
    input: {
      ...{ organizationId, slug, title: 'Posts that travel', kind: 'TRAINING', place: 'Depot', timeZone },
      ...{ startsWall: wallIn(2), endsWall: wallIn(4) },
      sessions: [{ title: 'Three lines', skills: ['WRITING'], startsWall: wallIn(2), minutes: 60 }],
    },
  });
  return known(createEvent.event);
}

test('who came to a training practises, is vetted for it, sees what comes next, and shows a certificate', async () => {
  // One local holds the training, another one approved a card: two stand behind two pieces.
  const host = await looked(narrow);
  await host.join('practice-host');
  const { organizationId } = await callStrike(host, 'practice-host', 'practice-host');
  const event = await announce(host, organizationId, 'practice-posts');
  const local = await stage.visitor();
  await local.join('practice-local');
  const strike = await callStrike(local, 'practice-local', 'practice-local', { craftReviewRequired: false });
  const juno = await looked({ ...narrow, theme: 'dark' });
  await juno.join('practice-juno');
  const { id: cardId } = await strike.card('Leaflet for the depot');
  await strike.card('Leaflet for the market');
  await juno.ask(ClaimCardDocument, { input: { cardId } });
  await juno.ask(HandInCardDocument, { input: { cardId, note: 'Here it is', links: [] } });
  await local.ask(ApproveCardDocument, { input: { cardId, thanks: 'Thank you' } });

  // The host lays a practice card out on a phone; what was typed survives a reload.
  await host.page.goto('/e/practice-posts/practice');
  await isFine(host, 'practice of a training, as its host');
  await host.field('Title').fill('Write three lines');
  await host.field('What is to come of it').fill('Three lines for a post');
  await host.page.reload();
  await expect.poll(() => host.field('Title').inputValue()).toBe('Write three lines');
  await host.button('Lay it out').click();
  await host.link('Write three lines').waitFor();

  // Juno has a place, and is let in.
  const { register } = await juno.ask(RegisterDocument, {
    input: { eventId: event.id, seat: 'ROOM', people: 1 },
  });
  await host.ask(CheckInDocument, {
    input: { eventId: event.id, registrationId: known(register.registration).id },
  });
  await juno.page.goto('/me');
  await juno.sees('Practise: “Write three lines”');
  await juno.sees('Your first month');
  await isFine(juno, '/me in the dark');
  await juno.link('Practise: “Write three lines”').click();
  await juno.page.waitForURL('**/practice/*');
  await juno.button('Begin').click();
  await juno.field('What you did').fill('The bus is late. So is the raise. We are not.');
  await isFine(juno, 'a practice under way');
  await juno.page.reload();
  await expect.poll(() => juno.field('What you did').inputValue()).toContain('So is the raise');
  await juno.button('Hand in').click();
  await juno.sees('It waits for an answer');

  // The host hears of it, and answers without words first.
  await host.page.goto('/me/notices?from=system');
  await host.link('What somebody practised waits for your answer').click();
  await host.page.waitForURL('**/practice/*');
  await host.sees('The bus is late.');
  await isFine(host, 'a practice that waits');
  await host.button('Well done').click();
  await host.sees('Write something here.');
  await host.field('Your words').fill('I would stop to read this.');
  await host.button('Well done').click();
  await host.sees('Nothing waits.');

  // Juno is vetted, with that reason, and sees the next step.
  await juno.page.reload();
  await juno.sees('“I would stop to read this.”');
  await juno.sees('It counts as one piece of work toward being vetted');
  await juno.sees('Your next step');
  await isFine(juno, 'a practice that is done');
  await juno.page.goto('/me');
  await juno.sees('You practised at a training, beside work that was approved');
  // Whichever open card of this server fits best.
  await juno.link(/^Take “/).waitFor();
  await juno.sees('It fits what you can do, and your time.');

  // The record is hers alone until she says otherwise.
  await juno.page.goto('/me/record');
  await juno.link('Posts that travel').first().waitFor();
  await juno.sees('Write three lines');
  await isFine(juno, 'a record');
  await juno.page.goto('/me/certificate');
  await juno.field('Name on it').fill('Juno Reyes');
  await isFine(juno, 'certificates');
  await juno.button('Make it').click();
  await juno.link('Open and print').click();
  await juno.sees('Juno Reyes gave 2 hours of skilled work');
  await isFine(juno, 'a certificate');
  const address = (await juno.page.getByRole('link', { name: /\/verify\// }).textContent())!.trim();
  await juno.link('En español').click();
  await juno.sees('Constancia de horas');

  // A stranger checks it; taken back, it proves nothing.
  const school = await looked({ size: phone, touch: true, language: 'es-MX' });
  await school.page.goto(new URL(address).pathname);
  await school.sees('Esto es verdad');
  await school.sees('Juno Reyes dio 2 horas');
  await school.seesNoMore('practice-juno');
  await isFine(school, 'a certificate, checked by a stranger');
  await juno.page.goto('/me/certificate?lang=en');
  await juno.button('Take it back').click();
  await juno.sees('Taken back.');
  await school.page.reload();
  await school.sees('Este enlace no prueba nada');
});
