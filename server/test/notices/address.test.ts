import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCalendarFeed } from '../../src/features/contact/calendar-feed.ts';
import { confirmEmail } from '../../src/features/contact/confirm-email.ts';
import {
  addPushSubscription,
  removePushSubscription,
} from '../../src/features/contact/push-subscriptions.ts';
import { readContact } from '../../src/features/contact/read-contact.ts';
import { removeEmail } from '../../src/features/contact/remove-email.ts';
import { setEmail } from '../../src/features/contact/set-email.ts';
import { runNotificationJob } from '../../src/features/notification/run-notification.ts';
import { readChoice, updateNotificationChoice } from '../../src/features/notification/update-choice.ts';
import { aHandle, type LocalOnStrike, refusalOf } from '../support/local-on-strike.ts';
import { newcomer } from '../support/people.ts';
import type { TestServices } from '../support/services.ts';
import { DELIVERY_QUEUE } from '../../src/features/notification/delivery-queue.ts';
import { PostOffice } from './post-office.ts';

// An address is its owner’s: confirmed by a code that only its mailbox shows, and found in no copy and no log.

let office: PostOffice;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  office = await PostOffice.open();
  ({ services, strike } = office);
});
afterAll(() => office.close());
beforeEach(() => office.startPost());
afterEach(() => office.post.stop());

test('an address is confirmed by the code that was sent there, and shown in part', async () => {
  const viewer = await newcomer(services, aHandle());
  await setEmail(services, viewer, { address: ' Ana.Lopez@Union.Example ', language: 'es' });
  expect(await readContact(services, office.em(), viewer.personId)).toMatchObject({
    email: 'A…@union.example',
    emailConfirmed: false,
  });
  const code = await office.codeFor(viewer);
  const [mail] = office.post.caught;
  expect(mail!.to).toEqual(['Ana.Lopez@union.example']);
  expect(mail!.raw).toContain(`${code}_es_tu_código`);
  expect(mail!.raw).toContain('From: Strikeboard <desk@strikeboard.example>');
  expect(mail!.raw).not.toContain(viewer.handle);
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await refusalOf(confirmEmail(services, viewer, wrong))).toMatchObject({
    field: 'code',
    reason: 'UNKNOWN',
  });
  await confirmEmail(services, viewer, ` ${code.slice(0, 3)} ${code.slice(3)}`);
  expect(await readContact(services, office.em(), viewer.personId)).toMatchObject({ emailConfirmed: true });
  expect(await readChoice(office.em(), viewer.personId)).toMatchObject({ email: true, language: 'es' });
  expect(await refusalOf(confirmEmail(services, viewer, code))).toMatchObject({ code: 'WRONG_STAGE' });
  await removeEmail(services, viewer);
  expect(await readContact(services, office.em(), viewer.personId)).toMatchObject({
    email: null,
    emailConfirmed: false,
  });
});

test('a code stands five guesses and half an hour, and belongs to one person', async () => {
  const [ana, ben] = [await newcomer(services, aHandle()), await newcomer(services, aHandle())];
  await setEmail(services, ana, { address: 'shared@union.example' });
  const code = await office.codeFor(ana);
  await setEmail(services, ben, { address: 'shared@union.example' });
  const other = await office.codeFor(ben);
  expect(await refusalOf(confirmEmail(services, ben, code === other ? '999999' : code))).toMatchObject({
    reason: 'UNKNOWN',
  });
  const wrong = ['111111', '222222', '333333', '444444', '555555'].filter((each) => each !== code);
  for (const guess of wrong.slice(0, 4)) await refusalOf(confirmEmail(services, ana, guess));
  await refusalOf(confirmEmail(services, ana, '666666' === code ? '777777' : '666666'));
  expect(await refusalOf(confirmEmail(services, ana, code))).toMatchObject({ reason: 'PAST' });
  await sql`update contact set code_sent_at = code_sent_at - interval '31 minutes' where person_id = ${ben.personId}`.execute(
    office.db(),
  );
  expect(await refusalOf(confirmEmail(services, ben, other))).toMatchObject({ reason: 'PAST' });
});

test('five codes a day for a person, and for an address, which nobody is told', async () => {
  const ana = await newcomer(services, aHandle());
  for (let sent = 0; sent < 5; sent += 1) {
    await setEmail(services, ana, { address: 'victim@union.example' });
    if (sent === 2) await removeEmail(services, ana);
  }
  expect(await refusalOf(setEmail(services, ana, { address: 'victim@union.example' }))).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  });
  const ben = await newcomer(services, aHandle());
  await setEmail(services, ben, { address: 'Victim@union.example' });
  expect(await office.jobsOf(DELIVERY_QUEUE, ben.personId)).toEqual([]);
  // To him it looks like any other address.
  expect(await readContact(services, office.em(), ben.personId)).toMatchObject({ email: 'V…@union.example' });
  await setEmail(services, ben, { address: 'ben@union.example' });
  expect(await office.jobsOf(DELIVERY_QUEUE, ben.personId)).toHaveLength(1);
});

test.each([
  '',
  'ana',
  'ana@',
  '@x.org',
  'a@b',
  'a b@x.org',
  'a@x..org',
  'a..b@x.org',
  '<a@x.org>',
  'a@x.org\r\nBcc: b@x.org',
])('no address: %j', async (address) => {
  const refusal = await refusalOf(setEmail(services, strike.carmen, { address }));
  expect(refusal).toMatchObject({ field: 'address' });
  expect(await readContact(services, office.em(), strike.coordinator)).toMatchObject({ email: null });
});

test('neither a copy of the database nor the log holds an address, an endpoint, a token or a code', async () => {
  const { viewer, address } = await office.reachable();
  const waiting = await newcomer(services, aHandle());
  await setEmail(services, waiting, { address: 'waiting.for@union.example' });
  const code = await office.codeFor(waiting);
  const endpoint = 'https://updates.push.services.mozilla.com/very-secret-device';
  await addPushSubscription(services, viewer, endpoint);
  const calendar = await createCalendarFeed(services, viewer);
  office.post.refuseWith = { code: 550, words: 'Who is' };
  await removePushSubscription(services, viewer, endpoint);
  await updateNotificationChoice(services, viewer, { email: true });
  await addPushSubscription(services, waiting, endpoint);
  await office.tell(viewer.personId);
  await office.letTimePass(viewer.personId, 2);
  await runNotificationJob(services, { personId: viewer.personId });
  await office.sendAll(viewer.personId).catch(() => undefined);
  expect(office.logged).toContain('a message was given up');

  const { rows: tables } = await sql<{
    name: string;
  }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name
    from pg_tables where schemaname in ('public', 'pgboss')`.execute(office.db());
  let dump = '';
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(
      office.db(),
    );
    for (const { row } of rows) dump += `${row}\n`;
  }
  // Bytes appear as hex.
  const shown = (secret: string) => [secret, Buffer.from(secret).toString('hex')];
  const token = calendar.slice('/calendar/'.length, -'.ics'.length);
  const secrets = [address, 'waiting.for', '@union.example', endpoint, 'very-secret', token];
  for (const secret of secrets.flatMap(shown)) {
    expect(dump.includes(secret), `${secret} in the database`).toBe(false);
    expect(office.logged.includes(secret), `${secret} in the log`).toBe(false);
  }
  expect(dump).not.toContain(`"${code}"`);
  expect(dump).not.toContain(Buffer.from(code).toString('hex'));
  expect(office.logged).not.toContain(code);
  // The look can fail: what is not sealed shows.
  expect(dump).toContain(viewer.handle);
});
