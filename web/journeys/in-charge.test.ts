import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fromGlobalId } from '../../server/src/platform/graphql/global-id.ts';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import { agreePlan } from '../../server/src/features/plan/agree-plan.ts';
import { offerPlan } from '../../server/src/features/plan/offer-plan.ts';
import { aPlannedAsk, anAsk, someAnswers } from '../../server/test/support/an-ask.ts';
import { coordinator as aCoordinator } from '../../server/test/support/people.ts';
import { ClaimCardDocument, SignInDocument } from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { useOwnServer } from './support/own-server.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// What those do who answer for something: for a board, for an organization, for their own account, for the desk.

const stage = useStage();
const server = useOwnServer('in_charge', { DEMO: 'on' }, { mail: true });

const visitor = (options: VisitorOptions = {}) => stage.visitor({ url: server.url, ...options });
const db = () => server.services.orm.em.fork().getKysely();

async function joined(handle: string, options: VisitorOptions = {}): Promise<Visitor> {
  const person = await visitor(options);
  await person.join(handle);
  return person;
}

test('an organizer takes back all that one person holds, and does not vouch for them any more', async () => {
  const organizer = await joined('charge-organizer');
  const strike = await callStrike(organizer, 'charge-organizer', 'in-charge');
  const [grabber, other] = [
    await joined('charge-grabber', { size: phone, touch: true }),
    await joined('charge-other'),
  ];
  await strike.vouchFor('charge-grabber');
  await grabber.page.goto('/me');
  await grabber.sees(/charge-organizer vouches for you/);
  for (const [holder, title] of [
    [grabber, 'Flyer'],
    [grabber, 'Banner'],
    [other, 'Chants'],
  ] as const) {
    const { id } = await strike.card(title);
    await holder.ask(ClaimCardDocument, { input: { cardId: id } });
  }

  const board = await openBoard(organizer, strike.board);
  const dialog = await board.open('Flyer');
  await dialog.getByRole('button', { name: 'Take back all of theirs' }).click();
  await dialog
    .getByText('Every card on this board that charge-grabber holds opens again for others.')
    .waitFor();
  // Whoever had them reads why, so that it does not go without.
  await dialog.getByRole('button', { name: 'Take them all back' }).click();
  await dialog.getByText('Write something here.').waitFor();
  await dialog.getByLabel('Why, in a sentence they will read').fill('Nobody heard from you all week.');
  await dialog.getByRole('button', { name: 'Take them all back' }).click();
  await organizer.sees('All of their cards are open again.');
  await board.closeDialog();
  for (const title of ['Flyer', 'Banner']) await board.shows(title, 'OPEN');
  await board.shows('Chants', 'CLAIMED', /charge-other/);
  await board.equalsFreshLoad();
  await grabber.page.goto('/me/notices');
  await grabber.sees('A card was taken back. Your draft is kept');
  await grabber.page.goto(`${strike.board}?card=1`);
  await grabber.page.getByRole('dialog').getByText('Nobody heard from you all week.').waitFor();

  await organizer.page.goto(`${strike.page}/settings`);
  await organizer.button('Take it back: charge-grabber').click();
  await organizer.page
    .getByRole('region', { name: 'Vouch for a newcomer' })
    .getByText('Nobody yet.')
    .waitFor();
  await grabber.page.goto('/me');
  await grabber.page.getByRole('heading', { name: 'About you' }).waitFor();
  expect(await grabber.page.getByText(/charge-organizer vouches for you/).count()).toBe(0);
});

test('one ends all other sessions: the lost phone is nobody', async () => {
  const laptop = await visitor();
  let recoveryCode: string = await laptop.join('charge-sessions');
  const [lost, borrowed] = [await visitor({ size: phone, touch: true }), await visitor()];
  for (const device of [lost, borrowed]) {
    const { signIn } = await device.ask(SignInDocument, {
      input: { handle: 'charge-sessions', recoveryCode },
    });
    recoveryCode = signIn.recoveryCode ?? '';
  }
  await laptop.page.goto('/me/sessions');
  await laptop.button('End all others').click();
  await expect.poll(() => laptop.button(/^End this one/).count()).toBe(0);
  await laptop.sees('this one');
  expect(await laptop.button('End all others').count()).toBe(0);
  for (const { page } of [lost, borrowed]) {
    await page.goto('/me/sessions');
    await page.getByRole('heading', { name: 'Not signed in' }).waitFor();
  }
});

test('somebody with the link asks to lead a board of an organization that is here: it says no, and to another yes', async () => {
  const organizer = await joined('charge-local');
  const { organizationId } = await callStrike(organizer, 'charge-local', 'here-before');
  const title = 'Keep the night bus';
  const { token } = await agreedFor(fromGlobalId(organizationId)!.uuid, title);

  for (const [handle, answer] of [
    ['charge-stranger', 'No, charge-stranger does not lead it'],
    ['charge-steward', 'Yes, make charge-steward an organizer'],
  ] as const) {
    const asking = await joined(handle, { size: phone, touch: true });
    await asking.page.goto(`/ask/plan#${token}`);
    await asking.button(`Ask to lead the board as ${handle}`).click();
    await asking.sees(/^Somebody asked to lead this board by this link\./);
    await organizer.page.goto('/c/here-before/settings');
    await organizer.sees(`${handle} asks to lead “${title}”`);
    await organizer.button(answer).click();
    await organizer.seesNoMore(`${handle} asks to lead “${title}”`);
    await asking.page.goto('/c/here-before/settings');
    if (answer.startsWith('No')) await asking.page.getByRole('heading', { name: 'Not yours' }).waitFor();
    else await asking.field('What happens, and why').waitFor();
  }
  await organizer.page.getByLabel('Role of charge-steward').waitFor();
  expect(await organizer.page.getByLabel('Role of charge-stranger').count()).toBe(0);
});

test('the desk shows how many mails went, and lets an ask in line that was held back', async () => {
  const coordinator = await joined('charge-desk');
  await appointCoordinator(server.services, 'charge-desk');
  const { askId, token } = await anAsk(server.services, {
    answers: { ...someAnswers, organizationName: 'Bakers 7' },
    status: 'HELD',
  });
  await sql`update ask set held_at = now() - interval '2 hours' where id = ${askId}`.execute(db());
  const local = await visitor({ size: phone, touch: true });
  await local.page.goto(`/ask#${token}`);
  await local.sees(/^a person looks at it within a day: by/);

  const { page } = coordinator;
  await page.goto('/me/contact');
  await expect.poll(() => coordinator.button('Send me a code').isEnabled()).toBe(true);
  await coordinator.field('Your e-mail address').fill('desk@example.org');
  await coordinator.button('Send me a code').click();
  await expect.poll(() => server.post.caught.length).toBe(1);

  await page.goto('/desk?show=held-asks');
  await coordinator.sees(/Mails: 1 of [\d,]+ this hour, 1 of [\d,]+ in 24 hours\./);
  await coordinator.sees(/Codes among them: 1 of [\d,]+ this hour, 1 of [\d,]+ in 24 hours\./);
  await page.getByText('Live', { exact: true }).waitFor();
  await coordinator.sees(/^held back for 2 h/);
  await coordinator.button('Actions for Bakers 7').click();
  await coordinator.button('Let it in line').click();
  await coordinator.sees('Nothing is held back.');
  await page.goto('/desk');
  await coordinator.link('Bakers 7').waitFor();
  await local.page.reload();
  await local.sees(/^we answer within 4 hours: by/);
});

/** A plan for an organization that is here, to which the local said go. */
async function agreedFor(organizationId: string, title: string): Promise<{ token: string }> {
  const cora = await aCoordinator(server.services, 'charge-cora');
  const planned = await aPlannedAsk(server.services, cora);
  const kind = 'STRIKE';
  const { version } = await offerPlan(server.services, cora, {
    ...planned,
    organizationId,
    slug: 'keep-the-bus',
    title,
    kind,
  });
  await agreePlan(server.services, { token: planned.token, version });
  return planned;
}
