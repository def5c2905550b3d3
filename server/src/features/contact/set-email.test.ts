import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aHandle, refusalOf } from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createContext } from '../../core/access/context.ts';
import { CarrierFailure, type Mail } from '../../platform/mail/carriers.ts';
import { type MailLimits, usualMailLimits } from '../../platform/mail/mail-limits.ts';
import { readMailUse, withMailRoom } from '../../platform/mail/mail-room.ts';
import { localLedger } from '../../platform/entries/entry-ledger.ts';
import { NetworkShare } from '../../platform/entries/network-share.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { ContactResolver } from './contact.resolver.ts';
import { foldMailbox } from '../../platform/mail/email-address.ts';
import { addressPlace } from '../notification/places.ts';
import { codesOfNetwork, setEmail } from './set-email.ts';

// Strangers have codes sent: to one mailbox under many names, from one network, to one domain, and until the day is full.

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});
beforeEach(async () => {
  limits({});
  await sql`delete from mail_count`.execute(db());
  await sql`delete from code_brake`.execute(db());
  await sql`delete from pgboss.job`.execute(db());
});

const db = () => services.orm.em.fork().getKysely();
const use = () => readMailUse(services.orm.em.fork());
function limits(figures: Partial<MailLimits>): void {
  const mailLimits = { ...usualMailLimits, ...figures };
  services.config = { ...services.config, mailLimits };
  services.codeShare = new NetworkShare(codesOfNetwork(mailLimits), localLedger());
}

async function codesUnderWay(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pgboss.job
    where data ? 'codeFor'`.execute(db());
  return rows[0]!.count;
}

/** A stranger of their own for each address. */
async function askFor(address: string): Promise<string | null> {
  const stranger = await newcomer(services, aHandle());
  return setEmail(services, stranger, { address }).then(
    () => null,
    (refusal: Error) => refusal.message,
  );
}

const hoursPass = (hours: number) =>
  sql`update mail_count set hour = hour - make_interval(hours => ${hours})`.execute(db());

test.each([
  ['name+0@union.example', 'name@union.example'],
  ['Name+a+b@Union.Example', 'name@union.example'],
  ['name+@union.example', 'name@union.example'],
  ['+name@union.example', '+name@union.example'],
  ['na.me@union.example', 'na.me@union.example'],
  ['N.a.m.e+9@GMail.com', 'name@gmail.com'],
  ['na.me@googlemail.com', 'name@gmail.com'],
  ['na.me@notgmail.com', 'na.me@notgmail.com'],
  ['na.me@gmail.com.example', 'na.me@gmail.com.example'],
])('%s is counted as %s', (address, mailbox) => {
  expect(foldMailbox(address)).toBe(mailbox);
});

test('a mailbox gets five codes a day under all its names together, and mail goes where it was typed', async () => {
  for (let turn = 0; turn < 5; turn += 1) expect(await askFor(`na.me+${turn}@gmail.com`)).toBeNull();
  expect(await codesUnderWay()).toBe(5);
  for (const address of ['name@googlemail.com', 'n.a.m.e@gmail.com', 'Name+x@Gmail.com']) {
    // Nobody is told.
    expect(await askFor(address)).toBeNull();
  }
  expect(await codesUnderWay()).toBe(5);
  expect(await askFor('another@gmail.com')).toBeNull();
  expect(await codesUnderWay()).toBe(6);
  const ana = await newcomer(services, aHandle());
  await setEmail(services, ana, { address: 'An.a+board@gmail.com' });
  const { email } = (
    await sql<{ email: Buffer }>`select address_sealed as email from contact
    where person_id = ${ana.personId}`.execute(db())
  ).rows[0]!;
  expect(services.vault.open(email, addressPlace(ana.personId))).toBe('An.a+board@gmail.com');
});

test('a domain gets so many codes an hour, by whomever and under all its names; others go on', async () => {
  limits({ codesPerDomain: 3 });
  for (const name of ['a', 'b', 'c']) expect(await askFor(`${name}@gmail.com`)).toBeNull();
  expect(await askFor('d@GoogleMail.com')).toMatch(/this provider/);
  expect(await askFor('d@union.example')).toBeNull();
  expect(await codesUnderWay()).toBe(4);
  await hoursPass(1);
  expect(await askFor('d@gmail.com')).toBeNull();
});

test('the house sends so many codes an hour and a day, and a refused one leaves nothing behind', async () => {
  limits({ codesPerHour: 2, codesPerDay: 3 });
  for (const name of ['a', 'b']) expect(await askFor(`x@${name}.example`)).toBeNull();
  const ana = await newcomer(services, aHandle());
  for (let turn = 0; turn < 6; turn += 1) {
    const refusal = await refusalOf(setEmail(services, ana, { address: 'x@c.example' }));
    expect(refusal).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(refusal.message).toMatch(/in the last hour/);
  }
  const { rows } = await sql`select from contact where person_id = ${ana.personId}`.execute(db());
  expect(rows).toEqual([]);
  expect(await use()).toMatchObject({ codesThisHour: 2, codesThisDay: 2, thisHour: 2 });
  await hoursPass(1);
  // Her five of the day are all there: she got none.
  await setEmail(services, ana, { address: 'x@c.example' });
  expect(await askFor('x@d.example')).toMatch(/today/);
  expect(await use()).toMatchObject({ codesThisHour: 1, codesThisDay: 3 });
  await hoursPass(24);
  expect(await askFor('x@d.example')).toBeNull();
});

test('of many at once no more than the limit get through', async () => {
  limits({ codesPerHour: 4 });
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => askFor(`x@h${index}.example`)));
  expect(answers.filter((answer) => answer === null)).toHaveLength(4);
  expect(await codesUnderWay()).toBe(4);
  expect(await use()).toMatchObject({ codesThisHour: 4 });
});

test('a network asks for so many codes a day, whoever and for whichever address; its neighbours go on', async () => {
  limits({ codesPerNetwork: 2 });
  const resolver = new ContactResolver();
  const from = async (remoteAddress: string): Promise<string[]> => {
    const viewer: Viewer = await newcomer(services, aHandle());
    const http = { request: { headers: {}, socket: { remoteAddress } }, response: {} } as never;
    const context = createContext(services, { viewer, http, requestId: 'codes' });
    const payload = await resolver.setEmail({ address: `${aHandle()}@union.example` } as never, context);
    return payload.errors.map((error) => (error as { code: string }).code);
  };
  for (const last of ['1', '2']) expect(await from(`2001:db8:1:1::${last}`)).toEqual([]);
  expect(await from('2001:db8:1:1::3')).toEqual(['TOO_MANY_REQUESTS']);
  // The next home of the same customer, and then the customer has had its share.
  expect(await from('2001:db8:1:2::1')).toEqual([]);
  expect(await from('2001:db8:1:3::1')).toEqual(['TOO_MANY_REQUESTS']);
  expect(await from('2001:db8:1:100::1')).toEqual([]);
  expect(await from('2001:db8:1:200::1')).toEqual(['TOO_MANY_REQUESTS']);
  expect(await from('198.51.100.7')).toEqual([]);
  expect(await codesUnderWay()).toBe(5);
  // A socket has no address here.
  const viewer = await newcomer(services, aHandle());
  const onSocket = createContext(services, { viewer, requestId: 'codes' });
  const { errors } = await resolver.setEmail({ address: 'a@union.example' } as never, onSocket);
  expect(errors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
});

test('all mails together stay within the hour and the day; one that was not taken gives its room back', async () => {
  const sent: Mail[] = [];
  let isDown = false;
  limits({ perHour: 2, perDay: 3 });
  const send = withMailRoom(services, async (mail) => {
    if (isDown) throw new CarrierFailure('SMTP_ECONNECTION');
    sent.push(mail);
  });
  const notice: Mail = {
    to: 'a@b.example',
    subject: '',
    text: '',
    html: '',
    messageId: '<a@b>',
    headers: {},
  };
  limits({ perHour: 2, perDay: 3 });
  isDown = true;
  for (let turn = 0; turn < 5; turn += 1)
    await expect(send(notice)).rejects.toMatchObject({ reason: 'SMTP_ECONNECTION' });
  isDown = false;
  await send(notice);
  await send(notice);
  await expect(send(notice)).rejects.toMatchObject({ reason: 'MAIL_LIMIT_HOUR', isFinal: false });
  // A code took its room when it was asked for.
  await send({ ...notice, isCode: true });
  await hoursPass(1);
  await send(notice);
  await expect(send(notice)).rejects.toMatchObject({ reason: 'MAIL_LIMIT_DAY', isFinal: false });
  expect(sent).toHaveLength(4);
  expect(await use()).toMatchObject({ thisHour: 1, thisDay: 3 });
});
