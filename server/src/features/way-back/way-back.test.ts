import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countStatements } from '../../../test/support/count-statements.ts';
import { aHandle, codeOf } from '../../../test/support/local-on-strike.ts';
import { everythingAboutPeople, joinAs, newcomer, stranger } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { openSession } from '../../core/person/open-session.ts';
import { signIn } from '../../core/person/sign-in.ts';
import { localLedger } from '../../platform/entries/entry-ledger.ts';
import { NetworkShare } from '../../platform/entries/network-share.ts';
import type { Carriers, Mail } from '../../platform/mail/carriers.ts';
import { createMailWords } from '../../platform/mail/mail-words.ts';
import { usualMailLimits } from '../../platform/mail/mail-limits.ts';
import { removeEmail } from '../contact/remove-email.ts';
import { setEmail } from '../contact/set-email.ts';
import { askWayBack } from './ask-way-back.ts';
import { comeBackByCode, comeBackByLink } from './come-back.ts';
import { runWayBackJob, type WayBackJob } from './run-way-back.ts';

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

const db = () => services.orm.em.fork().getKysely();
let mails: Mail[] = [];
const carriers: Carriers = {
  url: 'https://board.example',
  words: createMailWords(),
  sendMail: async (mail) => void mails.push(mail),
  sendPush: async () => undefined,
};

let ana: Viewer;
let recoveryCode: string;
let address: string;
beforeEach(async () => {
  mails = [];
  services.config = { ...services.config, mailLimits: usualMailLimits };
  for (const table of ['code_brake', 'way_back', 'pgboss.job']) {
    await sql`delete from ${sql.raw(table)}`.execute(db());
  }
  const joined = await joinAs(services, aHandle());
  ana = joined.viewer;
  recoveryCode = joined.recoveryCode;
  address = `${ana.handle}@union.example`;
  await confirmed(ana, address);
});

async function confirmed(who: Viewer, mailbox: string): Promise<void> {
  await setEmail(services, who, { address: mailbox });
  await sql`update contact set confirmed_at = clock_timestamp(), code_hash = null
    where person_id = ${who.personId}`.execute(db());
  for (const table of ['mail_count', 'code_brake', 'pgboss.job']) {
    await sql`delete from ${sql.raw(table)}`.execute(db());
  }
}

async function jobs(): Promise<WayBackJob[]> {
  const { rows } = await sql<{ data: WayBackJob }>`
    delete from pgboss.job where name = 'way-back' returning data`.execute(db());
  return rows.map(({ data }) => data);
}

/** Carries out what was enqueued, as a server does. */
async function work(): Promise<void> {
  for (let due = await jobs(); due.length > 0; due = await jobs()) {
    for (const job of due) await runWayBackJob(services, carriers, job);
  }
}

async function aMail(to = address): Promise<{ token: string; digits: string }> {
  const before = mails.length;
  await askWayBack(services, { address: to, language: 'en' });
  await work();
  expect(mails).toHaveLength(before + 1);
  return secretsIn(mails.at(-1)!);
}

function secretsIn({ text }: Mail) {
  const token = /come-back#([\w-]{43})/.exec(text)![1]!;
  return { token, digits: /^(\d{6})$/m.exec(text)![1]! };
}

const byLink = (token: string) => comeBackByLink(services, { token }, stranger);
const byCode = (code: string, to = address) => comeBackByCode(services, { address: to, code }, stranger);
const another = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');

async function sessionsOf({ personId }: Viewer): Promise<number> {
  const { rows } = await sql`select from session where person_id = ${personId}`.execute(db());
  return rows.length;
}

describe('the way back by mail', () => {
  test.each(['the link', 'the digits'])(
    'by %s: once, with a new code, and every other session ends',
    async (way) => {
      await openSession(services.orm.em.fork(), { personId: ana.personId, device: 'Old', replaces: null });
      expect(await sessionsOf(ana)).toBe(2);
      const { token, digits } = await aMail();
      services.sent.length = 0;
      const back =
        way === 'the link' ? await byLink(token) : await byCode(` ${digits.slice(0, 3)} ${digits.slice(3)} `);
      expect(back.viewer.personId).toBe(ana.personId);
      expect(await sessionsOf(ana)).toBe(1);
      expect(services.sent).toContainEqual({ person: ana.personId });
      // Neither works again, nor does the code of before; the new one does.
      expect(await codeOf(byLink(token))).toBe('LINK_INVALID');
      expect(await codeOf(byCode(digits))).toBe('INVALID_INPUT');
      expect(await codeOf(signIn(services, { handle: ana.handle, recoveryCode }, stranger))).toBe(
        'INVALID_INPUT',
      );
      await signIn(services, { handle: ana.handle, recoveryCode: back.recoveryCode }, stranger);
      const { rows } = await sql<{ kind: string }>`select kind from notification
      where person_id = ${ana.personId} order by id`.execute(db());
      expect(rows.map(({ kind }) => kind)).toEqual(['CAME_BACK', 'RECOVERY_CODE_RENEWED']);
    },
  );

  test('of two who come by one mail at once, one comes in', async () => {
    const { token, digits } = await aMail();
    const tries = await Promise.allSettled([byLink(token), byLink(token), byCode(digits), byCode(digits)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sessionsOf(ana)).toBe(1);
  });

  test('by one of two mails: then the other is void too', async () => {
    const [first, second] = [await aMail(), await aMail()];
    const tries = await Promise.allSettled([byLink(first.token), byLink(second.token)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      tries.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : '')),
    ).toContain('LINK_INVALID');
  });

  test('counts for ten minutes by the clock of the database', async () => {
    const { token, digits } = await aMail();
    await sql`update way_back set asked_at = asked_at - interval '601 seconds'`.execute(db());
    await sql`update contact set confirmed_at = confirmed_at - interval '1 hour'`.execute(db());
    expect(await codeOf(byLink(token))).toBe('LINK_INVALID');
    expect(await codeOf(byCode(digits))).toBe('INVALID_INPUT');
    expect(await sessionsOf(ana)).toBe(1);
  });

  test('five wrong digits end the digits, also when they come at once; the link goes on', async () => {
    const { token, digits } = await aMail();
    await Promise.allSettled(Array.from({ length: 5 }, () => byCode(another(digits))));
    expect(await codeOf(byCode(digits))).toBe('INVALID_INPUT');
    expect((await byLink(token)).viewer.personId).toBe(ana.personId);
  });

  test('four wrong digits do not', async () => {
    const { digits } = await aMail();
    for (let tried = 0; tried < 4; tried += 1) await byCode(another(digits)).catch(() => undefined);
    expect((await byCode(digits)).viewer.personId).toBe(ana.personId);
  });

  test('is void when the address is another one by now, or none', async () => {
    const mail = await aMail();
    await confirmed(ana, `new-${address}`);
    expect(await codeOf(byLink(mail.token))).toBe('LINK_INVALID');
    expect(await codeOf(byCode(mail.digits))).toBe('INVALID_INPUT');
    const later = await aMail(`new-${address}`);
    await removeEmail(services, ana);
    expect(await codeOf(byLink(later.token))).toBe('LINK_INVALID');
  });

  test('leads each of those who share a mailbox to themselves', async () => {
    const ben = await newcomer(services, aHandle());
    await confirmed(ben, address.toUpperCase());
    await askWayBack(services, { address, language: 'en' });
    await work();
    const people = [];
    for (const { token } of mails.map(secretsIn)) people.push((await byLink(token)).viewer.personId);
    expect(people.sort()).toEqual([ana.personId, ben.personId].sort());
  });
});

describe('an address of nobody', () => {
  test('is answered like one that is known, by as many statements; and so is one that never was confirmed', async () => {
    const unconfirmed = await newcomer(services, aHandle());
    await setEmail(services, unconfirmed, { address: 'waits@union.example' });
    await sql`delete from pgboss.job`.execute(db());
    const statements: number[] = [];
    for (const each of [address, 'nobody@union.example', 'waits@union.example']) {
      const asking = () => askWayBack(services, { address: each, language: 'en' });
      statements.push(await countStatements(asking));
    }
    expect(statements[1]).toEqual(statements[0]);
    expect(statements[2]).toEqual(statements[0]);
    await work();
    expect(mails.map(({ to }) => to)).toEqual([address]);
  });

  test('is refused like wrong digits, by as many statements', async () => {
    await aMail();
    const words: string[] = [];
    const statements: number[] = [];
    for (const each of [address, 'nobody@union.example', 'no address']) {
      statements.push(
        await countStatements(async () => {
          await byCode('000001', each).catch((refusal: Error) => words.push(refusal.message));
        }),
      );
    }
    expect(new Set(words)).toEqual(new Set([expect.stringContaining('do not belong to this address')]));
    expect(statements[1]).toEqual(statements[0]);
    expect(statements[2]).toEqual(statements[0]);
  });
});

test('a mailbox gets five mails a day, and nobody is told; a network has its share', async () => {
  for (let turn = 0; turn < 7; turn += 1) await askWayBack(services, { address, language: 'en' });
  await work();
  expect(mails).toHaveLength(5);
  const share = new NetworkShare({ home: 2, customer: 2, site: 2 }, localLedger());
  const asking = () =>
    askWayBack(services, { address: 'x@union.example', language: 'es' }, () => share.take('203.0.113.9'));
  await asking();
  await asking();
  expect(await codeOf(asking())).toBe('TOO_MANY_REQUESTS');
});

test('where the house has no room for codes, this is said for every address alike', async () => {
  services.config = { ...services.config, mailLimits: { ...usualMailLimits, codesPerHour: 1 } };
  await askWayBack(services, { address: 'nobody@union.example', language: 'en' });
  for (const each of [address, 'nobody@union.example']) {
    expect(await codeOf(askWayBack(services, { address: each, language: 'en' }))).toBe('TOO_MANY_REQUESTS');
  }
});

test('the mail names nobody, has no digits in its subject, and is in the language that was chosen', async () => {
  const { digits } = await aMail();
  const [mail] = mails;
  expect(mail!.subject).not.toContain(digits);
  expect(`${mail!.subject} ${mail!.text} ${mail!.html}`.replaceAll(address, '')).not.toContain(ana.handle);
  expect(mail).toMatchObject({ to: address, isCode: true });
  await sql`update notification_choice set language = 'es' where person_id = ${ana.personId}`.execute(db());
  await aMail();
  expect(mails[1]!.subject).not.toBe(mail!.subject);
});

test('no secret of it is in the database, in jobs neither', async () => {
  await askWayBack(services, { address, language: 'en' });
  const first = await jobs();
  expect(JSON.stringify(first)).not.toContain(address);
  for (const job of first) await runWayBackJob(services, carriers, job);
  const second = await jobs();
  for (const job of second) await runWayBackJob(services, carriers, job);
  const { token, digits } = secretsIn(mails[0]!);
  const { rows } = await sql`select way_back::text from way_back`.execute(db());
  const everything = JSON.stringify([first, second, rows, await everythingAboutPeople(services)]);
  expect(everything).not.toContain(token);
  expect(everything).not.toContain(`"${digits}"`);
});
