import axe from 'axe-core';
import { expect, test } from 'vitest';
import { toGlobalId } from '../../server/src/platform/graphql/global-id.ts';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import { anAsk, someAnswers } from '../../server/test/support/an-ask.ts';
import { Board } from './support/board.ts';
import { expectNothing } from './support/axe.ts';
import { useOwnServer } from './support/own-server.ts';
import { phone, smallPhone, useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// From a request that a person has to the board its local leads. The requests are there before the story begins, so
// it plays on a server whose database can be reached.

const stage = useStage();
const server = useOwnServer('plan_journey');

const visitor = (options: VisitorOptions = {}) => stage.visitor({ ...options, url: server.url });

/** A coordinator at a window of their own. */
async function aCoordinator(handle: string, options: VisitorOptions = {}): Promise<Visitor> {
  const person = await visitor(options);
  await person.join(handle);
  await appointCoordinator(server.services, handle);
  return person;
}
const deskOf = (askId: string) => `/desk/asks/${toGlobalId('Ask', askId)}`;

/** The coordinator offers the plan of an ask, without one of its cards. */
async function offers(coordinator: Visitor, askId: string, title: string): Promise<void> {
  await coordinator.page.goto(deskOf(askId));
  await coordinator.button('Make the plan').click();
  await coordinator.sees('You have no press contact, so you need the names and something to send them.');
  await coordinator.page.getByRole('checkbox', { name: 'Press list' }).uncheck();
  await coordinator.field('A word to the local').fill('Call me before Friday.');
  await coordinator.field('Name of the campaign').fill(title);
  await coordinator.field('Its address').fill(title.toLowerCase().replaceAll(' ', '-'));
  await coordinator.button('Offer it to the local').click();
  await coordinator.sees(/The local has been reading this plan since/);
}

test('a coordinator makes the plan, strikes one card out and offers it; the local says go and leads the board', async () => {
  const { askId, token } = await anAsk(server.services);
  const coordinator = await aCoordinator('plan-maker');
  await coordinator.page.goto(deskOf(askId));
  await coordinator.sees('They want to stop the night bus.');
  await coordinator.sees('Rumors');

  const local = await visitor({ size: phone, touch: true });
  await local.page.goto(`/ask/plan#${token}`);
  await local.sees(/There is no plan behind this link yet/);

  await coordinator.button('Make the plan').click();
  await coordinator.sees('Rumors worry you, so plain answers come first.');
  await coordinator.page.getByRole('checkbox', { name: 'Press list' }).uncheck();
  await coordinator.button('Save one change').click();
  await coordinator.isTold('Saved');
  // What is ticked and written lives through a reload.
  await coordinator.page.getByRole('checkbox', { name: 'Scope call' }).uncheck();
  await coordinator.field('A word to the local').fill('Call me before Friday.');
  await coordinator.page.reload();
  await expect
    .poll(() => coordinator.field('A word to the local').inputValue())
    .toBe('Call me before Friday.');
  expect(await coordinator.page.getByRole('checkbox', { name: 'Scope call' }).isChecked()).toBe(false);
  await coordinator.page.getByRole('checkbox', { name: 'Scope call' }).check();
  expect(await coordinator.page.getByRole('checkbox', { name: 'Press list' }).isChecked()).toBe(false);
  await coordinator.field('Name of the campaign').fill('Keep the night bus');
  await coordinator.field('Its address').fill('');
  await coordinator.field('Its address').fill('x');
  await coordinator.button('Offer it to the local').click();
  await coordinator.sees(/At least 3 characters/);
  await coordinator.field('Its address').fill('keep-the-night-bus');
  await coordinator.button('Offer it to the local').click();
  await coordinator.sees(/The local has been reading this plan since/);

  await local.button('Try again').click();
  await local.sees('Call me before Friday.');
  await local.sees('Rumors worry you, so plain answers come first.');
  await local.sees('From you:');
  expect(await local.page.getByRole('heading', { name: 'Press list' }).count()).toBe(0);

  // The coordinator changes it while it is read: the local reads the new one before it says go.
  await coordinator.page.getByRole('checkbox', { name: 'Message map' }).uncheck();
  await coordinator.button('Save one change').click();
  await coordinator.isTold('Saved');
  await local.page.getByRole('radio', { name: 'Everybody' }).check();
  await local.button('Go: make our board').click();
  await local.sees('The coordinator has just changed the plan. This is the new one.');
  expect(await local.page.getByRole('heading', { name: 'Message map' }).count()).toBe(0);
  await local.button('Go: make our board').click();
  await local.page.getByRole('heading', { name: 'Your board is there' }).waitFor();

  await local.link('Join to lead the board').click();
  await local.page.waitForURL(/\/join/);
  expect(local.page.url()).not.toContain(token);
  await local.field('Your handle').fill('night-driver');
  // To lead takes no skill of a volunteer.
  expect(await local.page.getByRole('checkbox', { name: 'Writing', exact: true }).count()).toBe(0);
  await local.button('Join').click();
  await local.page.getByRole('heading', { name: 'Keep this' }).waitFor();
  await local.page.locator('button.wide').click();
  await local.button('Lead the board as night-driver').click();

  await local.page.waitForURL('**/c/keep-the-night-bus/board');
  const board = new Board(local);
  await board.live();
  // Only cards near the screen are drawn: what there is one finds.
  await board.find('rumor');
  await expect.poll(() => board.card('Answer a rumor').count()).toBeGreaterThan(0);
  await board.find('Press list');
  await local.sees(/^Nothing on the board fits/);
  // Everybody may see it, and cards with a caution wait as drafts for its organizer.
  const passerBy = await visitor();
  const publicBoard = new Board(passerBy);
  await passerBy.page.goto('/c/keep-the-night-bus/board');
  await publicBoard.live();
  await publicBoard.find('Audit and recover social accounts');
  await passerBy.sees(/^Nothing on the board fits/);

  await coordinator.page.reload();
  await coordinator.sees(/The local said go/);

  // Somebody else with the link is told whom to ask.
  const other = await visitor();
  await other.join('too-late');
  await other.page.goto(`/ask/plan#${token}`);
  await other.button('Open the board as too-late').click();
  await other.sees(/Somebody leads the board by this link already/);
});

test('a strike that has begun: the plan says what it leaves out, and why', async () => {
  const startsAt = new Date(Date.now() - 5 * 86_400_000).toISOString();
  const { askId, token } = await anAsk(server.services, {
    answers: { ...someAnswers, startsAt, localHoursPerWeek: 3 },
  });
  const coordinator = await aCoordinator('late-planner');
  await offers(coordinator, askId, 'Already out');
  const local = await visitor({ size: smallPhone, touch: true });
  await local.page.goto(`/ask/plan#${token}`);
  await local.page.getByRole('heading', { name: 'What we left out' }).waitFor();
  await local.sees('Its time has passed.');
  await local.sees('All together would be more work than we usually find in this time.');
});

test('a link that leads nowhere says what to do', async () => {
  const somebody = await visitor();
  await somebody.page.goto('/ask/plan');
  await somebody.sees(/This page opens by the link you got/);
  await somebody.page.goto('/ask/plan#nothing%');
  await somebody.sees(/There is no plan behind this link yet/);
  await somebody.page.goto('/desk/templates');
  await somebody
    .button(/Join|Sign in/)
    .or(somebody.link('Join'))
    .first()
    .waitFor();
  await somebody.join('no-coordinator');
  for (const path of ['/desk/templates', deskOf('019a0000-0000-7000-8000-000000000000')]) {
    await somebody.page.goto(path);
    await somebody.sees(/Coordinators/);
  }
});

test('a template gets a new edition, is retired and comes back; its history says who did it', async () => {
  const coordinator = await aCoordinator('template-keeper');
  await coordinator.page.goto('/desk/templates');
  await coordinator.button('Edit “Picket map and schedule”').click();
  await coordinator.field('Hours').fill('lots');
  await coordinator.button('Save as a new edition').click();
  await coordinator.sees(/out of range/);
  await coordinator.field('Hours').fill('2.5');
  await coordinator.field('Title').fill('Picket map');
  await coordinator.button('Save as a new edition').click();
  await coordinator.page.getByRole('heading', { name: 'Picket map', exact: true }).waitFor();
  await coordinator.button('History of “Picket map”').click();
  await coordinator.sees(/template-keeper/);
  await coordinator.sees('came with Strikeboard');
  await coordinator.button('Edit “Picket map”').click();
  await coordinator.button('Retire').click();
  await coordinator.button('Yes, retire it').click();
  await coordinator.sees('Retired');
  await coordinator.button('Edit “Picket map”').click();
  await coordinator.button('Use it again').click();
  await coordinator.sees(/Edition 4/);
  await coordinator.button('A new template').click();
  await coordinator.field('Title').fill('Song for the march');
  await coordinator.field('What to make').fill('A minute of music');
  await coordinator.button('Make the template').click();
  await coordinator.page.getByRole('heading', { name: 'Song for the march' }).waitFor();
});

test.each(['light', 'dark'] as const)('axe finds nothing on the plan’s pages, %s', async (theme) => {
  const { askId, token } = await anAsk(server.services);
  const coordinator = await aCoordinator(`axe-plans-${theme}`, { theme });
  await coordinator.context.addInitScript(axe.source);
  await coordinator.page.goto(deskOf(askId));
  await expectNothing(coordinator, 'the answers');
  await offers(coordinator, askId, `Axe ${theme}`);
  await coordinator.button('Move when “Scope call” is due').click();
  await expectNothing(coordinator, 'the plan');
  await coordinator.page.goto('/desk/templates');
  await coordinator.button('Edit “Scope call”').click();
  await coordinator.button('History of “Debrief”').click();
  await coordinator.sees('came with Strikeboard');
  await expectNothing(coordinator, 'the templates');

  const local = await visitor({ size: phone, touch: true, theme });
  await local.context.addInitScript(axe.source);
  await local.page.goto(`/ask/plan#${token}`);
  await local.button('Go: make our board').waitFor();
  await expectNothing(local, 'the plan for the local');
  await local.button('Go: make our board').click();
  await local.link('Join to lead the board').waitFor();
  await expectNothing(local, 'the agreed plan');
});

test('the local reads the plan in Spanish', async () => {
  const { askId, token } = await anAsk(server.services);
  const coordinator = await aCoordinator('plan-in-spanish');
  await offers(coordinator, askId, 'No al cierre');
  const local = await visitor({ size: phone, touch: true, language: 'es-MX' });
  await local.page.goto(`/ask/plan#${token}`);
  await local.page.getByRole('heading', { name: 'Su plan' }).waitFor();
  await local.sees('Les preocupan los rumores: primero, respuestas claras.');
  await local.page.getByRole('radio', { name: 'Cualquiera' }).check();
  await local.button('Adelante: hagan nuestro tablero').click();
  await local.page.getByRole('heading', { name: 'Su tablero está listo' }).waitFor();
});
