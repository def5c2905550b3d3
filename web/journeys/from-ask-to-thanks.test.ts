import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import { Board, openBoard } from './support/board.ts';
import { useOwnServer } from './support/own-server.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// The whole human path, once, from an empty database: a local asks, and in the end everybody sees the thanks.

const stage = useStage();
const server = useOwnServer('ask_to_thanks', { MAIL_COLLECT_SECONDS: '5' }, { mail: true });

const visitor = (options: VisitorOptions = {}) => stage.visitor({ ...options, url: server.url });
const CARD = 'Answer a rumor';
const CONTACT = 'Signal night.bus.12';
const ADDRESS = 'nadia.writes@example.org';
/** What happens within a minute is collected into one mail. */
const MAIL_LIMIT_MS = 100_000;

test('ask, plan, go, board, invitation, claim, hand-in, two gates, thanks', async () => {
  // A local asks from a phone, without an account.
  const local = await visitor({ size: phone, touch: true });
  await local.page.goto('/need-help');
  await expect.poll(() => local.button('Start').isEnabled()).toBe(true);
  await local.button('Start').click();
  await local.field('Name of your local or group').fill('Night Bus Drivers 12');
  await local.button('Next').click();
  await local.page.getByRole('heading', { name: 'What is happening, and when?' }).waitFor();
  await local.field('What is happening').fill('They want to stop the night bus.');
  const token = new URL(local.page.url()).hash.slice(1);
  for (const heading of ['Where should supporters look now?', 'What do you have already?']) {
    await local.button('Next').click();
    await local.page.getByRole('heading', { name: heading }).waitFor();
  }
  await local.button('Next').click();
  await local.field('How we reach you and them').fill(CONTACT);
  await local.button('Next').click();
  await local.page.getByRole('heading', { name: 'What worries you?' }).waitFor();
  await local.page.getByRole('checkbox', { name: /rumors/i }).check({ force: true });
  await local.button('Next').click();
  await local.page.getByRole('heading', { name: 'Which languages?' }).waitFor();
  await local.page.getByRole('checkbox', { name: 'English' }).check({ force: true });
  await local.button('To the end').click();
  await local.button('Send it').click();
  await local.page.getByRole('heading', { name: 'We have it' }).waitFor();

  // A coordinator sees it come, takes it, makes the plan and offers it.
  const coordinator = await visitor();
  const recovery = await coordinator.join('desk-keeper', ['STRATEGY']);
  await appointCoordinator(server.services, 'desk-keeper');
  await coordinator.page.goto('/desk');
  await coordinator.link('Night Bus Drivers 12').click();
  await coordinator.sees(CONTACT);
  await expect.poll(() => coordinator.button('I have it').isEnabled()).toBe(true);
  await coordinator.button('I have it').click();
  await coordinator.button('Make the plan').click();
  await coordinator.sees('Rumors worry you, so plain answers come first.');
  await coordinator.field('Name of the campaign').fill('Keep the night bus');
  await coordinator.field('Its address').fill('keep-the-night-bus');
  await coordinator.button('Offer it to the local').click();
  await coordinator.sees(/The local has been reading this plan since/);

  // The local reads it behind its own link, says go, and leads the board.
  await local.page.reload();
  await local.link('Open your plan').click();
  await local.page.getByRole('radio', { name: 'Everybody' }).check();
  await local.button('Go: make our board').click();
  await local.page.getByRole('heading', { name: 'Your board is there' }).waitFor();
  await local.link('Join to lead the board').click();
  await local.field('Your handle').fill('night-driver');
  await local.button('Join').click();
  await local.page.getByRole('heading', { name: 'Keep this' }).waitFor();
  await local.page.locator('button.wide').click();
  await local.button('Lead the board as night-driver').click();
  await local.page.waitForURL('**/c/keep-the-night-bus/board');
  const localBoard = new Board(local);
  await localBoard.live();

  // The local opens one card to anyone, so that somebody new can help today.
  const dialog = await localBoard.open(CARD);
  await dialog.getByRole('button', { name: 'Edit' }).click();
  await local.field('Who may read it').selectOption({ label: 'Anyone' });
  await local.button('Save').click();
  await dialog.getByRole('button', { name: 'Edit' }).waitFor();
  await localBoard.closeDialog();

  // Somebody who writes joins by a handle, and wants to hear by mail.
  const volunteer = await visitor();
  const volunteersRecovery = await volunteer.join('ink-and-paper', ['WRITING'], ['en']);
  await volunteer.page.goto('/me/contact');
  await hearsByMail(volunteer);

  // Asked for the card, told by mail, and taken from there.
  const again = await localBoard.open(CARD);
  await again.getByRole('button', { name: 'Whom to ask' }).click();
  await again.getByRole('button', { name: 'Ask ink-and-paper' }).click();
  await again.getByText(/asked, answer until/).waitFor();
  await localBoard.closeDialog();
  await expect.poll(() => server.post.caught.length, { timeout: MAIL_LIMIT_MS }).toBe(2);
  expect(server.post.caught[1]).toMatchObject({ to: [ADDRESS] });
  expect(server.post.caught[1]?.raw).toContain(CARD);
  await volunteer.page.goto('/me');
  await volunteer.page
    .getByRole('region', { name: 'Asked for you' })
    .getByRole('button', { name: /^Take it/ })
    .click();
  await volunteer.sees('You have this card');

  // The work goes in.
  const theirs = await openBoard(volunteer, '/c/keep-the-night-bus/board');
  await theirs.shows(CARD, 'CLAIMED', 'You have this card');
  await theirs
    .card(CARD)
    .getByRole('button', { name: /^Hand in/ })
    .click();
  await volunteer.field('What you made').fill('The night bus runs until we say so. Here are the facts.');
  await volunteer.field('Link 1').fill('files.example.org/rumor');
  await volunteer.page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
  await volunteer.sees('Handed in. Thank you.');
  await theirs.closeDialog();

  // First gate: the craft, from the desk.
  await coordinator.page.goto('/desk?show=hand-ins');
  await coordinator.link(CARD).click();
  const review = coordinator.page.getByRole('dialog');
  await review.getByRole('button', { name: 'Review it' }).click();
  await coordinator.button('Pass craft review').click();
  await theirs.shows(CARD, 'IN_REVIEW', /waits for the local’s yes/);

  // Second gate: the local's president says yes from a phone, without an account.
  await local.page.goto(
    new URL((await theirs.titleOf(CARD).getAttribute('href')) ?? '', theirs.page.url()).href,
  );
  const forLou = local.page.getByRole('dialog');
  await forLou.getByLabel('Who is it for?').fill('Lou, president');
  await forLou.getByRole('button', { name: 'Make a link' }).click();
  const address = await forLou.getByLabel('The link', { exact: true }).inputValue();
  const lou = await visitor({ size: phone, touch: true });
  await lou.page.goto(address);
  await lou.sees('The night bus runs until we say so. Here are the facts.');
  await lou.field('Your words').fill('That is us. Thank you.');
  await lou.button('Yes, use it').click();
  await lou.page.getByRole('heading', { name: 'Thank you. It is approved.' }).waitFor();

  // The volunteer sees it at once and hears of it; everybody reads the thanks.
  await theirs.shows(CARD, 'DONE', /That is us\. Thank you\./);
  await expect.poll(() => server.post.caught.length, { timeout: MAIL_LIMIT_MS }).toBe(3);
  const passerBy = await visitor();
  await passerBy.page.goto('/c/keep-the-night-bus');
  await passerBy.sees(/That is us\. Thank you\./);
  await passerBy.sees(`to ink-and-paper for “${CARD}”`);

  // A copy of the database gives away no contact, no link, no session and no code.
  const sessions = await Promise.all([local, coordinator, volunteer].map(sessionOf));
  const links = [token, address.split('#')[1] ?? ''];
  const secrets = [CONTACT, ADDRESS, recovery, volunteersRecovery, ...links, ...sessions];
  const dump = await everythingStored();
  expect(dump).toContain('night-driver');
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(15);
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
  }
  expect(server.output()).not.toContain(ADDRESS);
}, 400_000);

async function hearsByMail(person: Visitor): Promise<void> {
  await expect.poll(() => person.button('Send me a code').isEnabled()).toBe(true);
  await person.field('Your e-mail address').fill(ADDRESS);
  await person.button('Send me a code').click();
  await expect.poll(() => server.post.caught.length).toBe(1);
  const [, code = ''] = /^(\d{6})$/m.exec(server.post.caught[0]?.raw ?? '') ?? [];
  await person.field('The code from the mail').fill(code);
  await person.button('Confirm').click();
  await person.sees(/^Messages go to n…@example\.org/);
  // Whatever the hour of this journey: no quiet hours.
  await person.field('From').fill('00:00');
  await person.field('Until').fill('00:00');
  await person.page
    .getByRole('region', { name: 'Quiet hours' })
    .getByRole('button', { name: 'Save' })
    .click();
  await person.isTold('Saved');
}

async function sessionOf({ context }: Visitor): Promise<string> {
  const cookies = await context.cookies();
  return cookies.find(({ name }) => name === 'strikeboard')?.value ?? '';
}

/** Every row of every table, as PostgreSQL writes it; bytes stand there as hexadecimal digits. */
async function everythingStored(): Promise<string> {
  const db = server.services.orm.em.fork().getKysely();
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(db);
  const dumps = await Promise.all(
    tables.map(async ({ schema, name }) => {
      const { rows } = await sql<{
        row: string;
      }>`select t::text as row from ${sql.table(`${schema}.${name}`)} t`.execute(db);
      return rows.map(({ row }) => row).join('\n');
    }),
  );
  return dumps.join('\n');
}
