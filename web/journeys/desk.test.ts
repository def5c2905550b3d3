import axe from 'axe-core';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import {
  ClaimCardDocument,
  DeskSetStandingDocument,
  HandInCardDocument,
  JoinDocument,
} from '../src/gql/graphql.ts';
import { fromGlobalId } from '../../server/src/platform/graphql/global-id.ts';
import { expectNothing } from './support/axe.ts';
import { useOwnServer } from './support/own-server.ts';
import { laptop, smallPhone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// A server of its own, whose database the story can reach: days pass in it.

const stage = useStage();
const server = useOwnServer('desk_journey', { DEMO: 'on' });

const visitor = (options: VisitorOptions = {}) => stage.visitor({ url: server.url, ...options });
const db = () => server.services.orm.em.fork().getKysely();

/** Days pass for a card. */
async function age(globalId: string, hours: number): Promise<void> {
  const past = (column: string) =>
    sql`${sql.ref(column)} = ${sql.ref(column)} - make_interval(hours => ${hours})`;
  await sql`update card set ${past('opened_at')}, ${past('updated_at')}, ${past('claimed_at')}, ${past('handed_in_at')}
    where id = ${fromGlobalId(globalId)!.uuid}`.execute(db());
}

async function anAsk(name: string, minutesAgo: number): Promise<void> {
  const answers = JSON.stringify({ organizationName: name, kind: 'STRIKE' });
  await sql`insert into ask (id, token_hash, status, answers, submitted_at) values (${newId()},
    ${Buffer.from(newId())}, 'SUBMITTED', ${answers}::jsonb, now() - make_interval(mins => ${minutesAgo}))`.execute(
    db(),
  );
}

async function aCoordinator(handle: string, options: VisitorOptions = {}): Promise<Visitor> {
  const someone = await visitor(options);
  await someone.join(handle);
  await appointCoordinator(server.services, handle);
  return someone;
}

/** A strike with a helper who took, and perhaps handed in, one of its cards. */
async function helper(strike: Strike, handle: string, title: string, handsIn: boolean): Promise<Visitor> {
  const someone = await visitor();
  await someone.join(handle);
  const { id } = await strike.card(title);
  await someone.ask(ClaimCardDocument, { input: { cardId: id } });
  if (handsIn)
    await someone.ask(HandInCardDocument, { input: { cardId: id, note: 'Here it is', links: [] } });
  return someone;
}

const live = (page: Page) => page.getByText('Live', { exact: true }).waitFor();
const rowOf = (page: Page, title: string) => page.locator('[data-row]').filter({ hasText: title });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test('by keys alone: the quiet card is found, two newcomers are vetted, a hand-in arrives', async () => {
  const organizer = await visitor();
  await organizer.join('desk-host');
  const strike = await callStrike(organizer, 'desk-host', 'desk-story');
  const banner = await strike.card('Banner for the gate');
  await age(banner.id, 60);
  await helper(strike, 'first-newcomer', 'Chant sheet', true);
  await helper(strike, 'second-newcomer', 'Phone script', true);
  const late = await helper(strike, 'third-helper', 'Photo captions', false);
  await anAsk('Bakers Local 12', 200);

  const coordinator = await aCoordinator('desk-keys');
  const { page } = coordinator;
  const { keyboard } = page;
  await page.goto('/');
  for (let step = 0; step < 30 && (await focused(page)) !== 'Desk'; step += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.waitForURL('**/desk');
  await live(page);

  // The ask comes first, with both clocks.
  await rowOf(page, 'Bakers Local 12')
    .getByText(/waiting 3 h 2\d min, answer due in 3\d min/)
    .waitFor();

  await keyboard.press('4');
  await page.waitForURL('**/desk?show=quiet-cards');
  await keyboard.press('/');
  await keyboard.type('gate');
  await page.waitForURL('**q=gate');
  await expect.poll(() => page.locator('[data-row]').count()).toBe(1);
  await keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('Banner for the gate');
  await rowOf(page, 'Banner for the gate').getByText('open for 2 days 12 h, nobody took it').waitFor();
  await keyboard.press('Enter');
  await page.waitForURL(`**${strike.board}?card=${banner.number}`);
  await page.getByRole('dialog').getByRole('heading', { name: 'Banner for the gate' }).waitFor();
  await page.goBack();
  await page.waitForURL('**/desk?show=quiet-cards&q=gate');
  await rowOf(page, 'Banner for the gate').waitFor();
  await live(page);

  await keyboard.press('3');
  await page.getByRole('heading', { name: 'Newcomers' }).waitFor();
  await coordinator.field('Find in titles, handles and campaigns').fill('newcomer');
  await expect.poll(() => page.locator('[data-row]').count()).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toMatch(/newcomer/);
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('Shift+X');
  await coordinator.sees('2 chosen');
  await keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Vet 2 people' }).waitFor();
  for (let step = 0; step < 5 && (await focused(page)) !== 'Vet 2 people'; step += 1)
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  // Why, for the record; then on to the button.
  await dialog.getByLabel('Why you trust them, for the record (if you like)').waitFor();
  await keyboard.type('Good work on both cards');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await coordinator.sees('Nothing here fits the filter.');
  const { rows } = await sql<{ standing: string }>`select standing from person
    where handle in ('first-newcomer', 'second-newcomer')`.execute(db());
  expect(rows).toEqual([{ standing: 'VETTED' }, { standing: 'VETTED' }]);

  // What is typed, chosen and looked at stays while others' work arrives.
  await coordinator.button('Show all').click();
  await page.keyboard.press('2');
  await rowOf(page, 'Chant sheet').waitFor();
  await keyboard.press('j');
  const stood = await focused(page);
  await keyboard.press('x');
  await page.evaluate(() => ((globalThis as { same?: Element | null }).same = document.activeElement));
  const { viewer } = await server.services.orm.em
    .fork()
    .getKysely()
    .selectFrom('card')
    .select('id as viewer')
    .where('title', '=', 'Photo captions')
    .executeTakeFirstOrThrow();
  const cardId = Buffer.from(`Card:${viewer}`).toString('base64url');
  await late.ask(HandInCardDocument, { input: { cardId, note: 'All of them', links: [] } });
  await rowOf(page, 'Photo captions').getByText('by third-helper').waitFor();
  await page
    .locator('[role=status]')
    .getByText('Hand-ins: new, Photo captions.')
    .waitFor({ state: 'attached' });
  expect(await focused(page)).toBe(stood);
  expect(await page.evaluate(() => document.activeElement === (globalThis as { same?: Element }).same)).toBe(
    true,
  );
  await coordinator.sees('1 chosen');
});

test('some are done and some refused, and the sheet says which and why', async () => {
  const organizer = await visitor();
  await organizer.join('bulk-host');
  const strike = await callStrike(organizer, 'bulk-host', 'desk-bulk');
  for (const title of ['Old poster', 'Old song']) await age((await strike.card(title)).id, 90);
  const coordinator = await aCoordinator('desk-bulk-one');
  const { page } = coordinator;
  await page.goto('/desk?show=quiet-cards&campaign=desk-bulk');
  await live(page);
  await page.getByLabel('Choose all shown').click();
  await coordinator.button('Do something with them').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take 2 cards off the board' }).click();
  await dialog.getByRole('button', { name: 'Take 2 cards off the board' }).click();
  await dialog.getByText('Write something here.').waitFor();
  await dialog.getByLabel('Why, for the local').fill('Nobody needs them any more');
  // Meanwhile somebody finds one of them worth taking, and finishes it.
  await sql`delete from card where title = 'Old song'`.execute(db());
  await dialog.getByRole('button', { name: 'Take 2 cards off the board' }).click();
  await dialog.getByText('1 was refused:').waitFor();
  await dialog.getByText(/Old song: /).waitFor();
  await page.keyboard.press('Escape');
  await coordinator.sees('Nothing here fits the filter.');
  const { status } = await db()
    .selectFrom('card')
    .select('status')
    .where('title', '=', 'Old poster')
    .executeTakeFirstOrThrow();
  expect(status).toBe('CANCELLED');
});

test('without a line the desk says so, keeps what was typed, and catches up', async () => {
  const coordinator = await aCoordinator('desk-tunnel');
  coordinator.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/);
  const { page, context } = coordinator;
  await page.goto('/desk');
  await live(page);
  await context.setOffline(true);
  await coordinator.sees(/Offline since/);
  await coordinator.field('Find in titles, handles and campaigns').fill('tunnel');
  await anAsk('Miners of the tunnel', 10);
  await context.setOffline(false);
  await live(page);
  await rowOf(page, 'Miners of the tunnel').waitFor();
  expect(await coordinator.field('Find in titles, handles and campaigns').inputValue()).toBe('tunnel');
});

test('for a card nobody takes the desk proposes who fits, and asks them', async () => {
  const organizer = await visitor();
  await organizer.join('desk-match');
  const strike = await callStrike(organizer, 'desk-match', 'desk-match');
  // In a language that nobody else here has, so that nobody else fits.
  const { id } = await strike.card('Song in Quechua', { languages: ['qu'] });
  await age(id, 60);
  const singer = await visitor();
  await singer.join('sings-well', ['WRITING'], ['en', 'qu']);

  const coordinator = await aCoordinator('desk-asks');
  const { page } = coordinator;
  await page.goto('/desk?show=quiet-cards&campaign=desk-match');
  await live(page);
  await rowOf(page, 'Song in Quechua').getByText('sings-well would fit').waitFor();
  await rowOf(page, 'Song in Quechua')
    .getByRole('button', { name: /^Actions/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ask who fits best' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await rowOf(page, 'Song in Quechua').getByText('sings-well was asked').waitFor();
  await singer.page.goto('/me');
  await singer.page
    .getByRole('region', { name: 'Asked for you' })
    .getByText('Song in Quechua', { exact: false })
    .first()
    .waitFor();
});

test('the desk is for coordinators, and closes within a moment for one who is none any more', async () => {
  const passerBy = await visitor();
  await passerBy.page.goto('/desk');
  await passerBy.sees('Sign in');
  expect(await passerBy.page.locator('[data-row]').count()).toBe(0);
  await passerBy.ask(JoinDocument, {
    input: { handle: 'desk-curious', skills: ['WRITING'], languages: ['en'] },
  });
  await passerBy.page.goto('/desk');
  await passerBy.sees('Not yours');

  const leaving = await aCoordinator('desk-leaving');
  await leaving.page.goto('/desk?show=campaigns');
  await live(leaving.page);
  const other = await aCoordinator('desk-staying');
  await other.ask(DeskSetStandingDocument, {
    input: { handle: 'desk-leaving', standing: 'SUSPENDED', note: 'Gone' },
  });
  await leaving.sees('Not yours');
});

describe.each([
  { name: 'laptop', size: laptop, touch: false },
  { name: 'phone', size: smallPhone, touch: true },
] as const)('on a $name', ({ name, size, touch }) => {
  test.each(['light', 'dark'] as const)('every list fits, and axe finds nothing, %s', async (theme) => {
    const organizer = await visitor();
    const slug = `look-${name}-${theme}`;
    await organizer.join(slug);
    const strike = await callStrike(organizer, slug, slug);
    await age((await strike.card('Very old poster')).id, 70);
    await helper(strike, `${slug}-help`, 'Leaflet', true);
    await anAsk('Bakers', 30);
    await anAsk('Late bakers', 300);
    await sql`insert into delivery (id, channel, failure) values (${newId()}, 'EMAIL', 'down')`.execute(db());
    const coordinator = await aCoordinator(`${slug}-desk`, { size, touch, theme });
    const { page } = coordinator;
    await coordinator.context.addInitScript(axe.source);
    for (const show of ['asks', 'hand-ins', 'newcomers', 'quiet-cards', 'quiet-people', 'campaigns']) {
      await page.goto(`/desk?show=${show}`);
      await live(page);
      await expectNothing({ page }, show);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${show} is as wide as the screen`).toBeLessThanOrEqual(size.width);
    }
    await page.goto(`/desk?show=quiet-cards&campaign=${slug}`);
    await live(page);
    await coordinator.button('Actions for Very old poster').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take the card off the board' }).waitFor();
    await expectNothing({ page }, 'the actions');
    await page.getByRole('dialog').getByRole('button', { name: 'Take the card off the board' }).click();
    await page.getByRole('dialog').getByLabel('Why, for the local').waitFor();
    await expectNothing({ page }, 'the words of an action');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await coordinator.button('Keys').click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Keys' }).waitFor();
    await expectNothing({ page }, 'the sheet of keys');
  });
});

test('the desk speaks Spanish', async () => {
  const coordinator = await aCoordinator('desk-spanish', { language: 'es-MX' });
  await anAsk('Panaderos 12', 10);
  await coordinator.page.goto('/desk');
  await coordinator.sees('La mesa');
  await coordinator.sees('Tarjetas quietas');
  await rowOf(coordinator.page, 'Panaderos 12')
    .getByText(/espera desde hace 1\d min/)
    .waitFor();
});
