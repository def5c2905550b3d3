import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addComment } from '../src/core/card/comment-on-card.ts';
import { requestChanges } from '../src/core/review/review-card.ts';
import { createCalendarFeed, revokeCalendarFeed } from '../src/features/contact/calendar-feed.ts';
import { confirmEmail } from '../src/features/contact/confirm-email.ts';
import { calendarDoor, unsubscribeDoor } from '../src/features/contact/open-addresses.ts';
import { addPushSubscription, removePushSubscription } from '../src/features/contact/push-subscriptions.ts';
import { readContact } from '../src/features/contact/read-contact.ts';
import { removeEmail } from '../src/features/contact/remove-email.ts';
import { setEmail } from '../src/features/contact/set-email.ts';
import { createHttpServer } from '../src/app/http-server.ts';
import { openJobQueue } from '../src/platform/jobs/jobs.ts';
import { type Carriers, CarrierFailure } from '../src/platform/mail/carriers.ts';
import { createCarriers } from '../src/features/notification/create-carriers.ts';
import { createMailCarrier } from '../src/platform/mail/mail-carrier.ts';
import { readDeliveryTroubles } from '../src/features/notification/delivery-troubles.ts';
import { createMailWords } from '../src/platform/mail/mail-words.ts';
import { markNotificationsRead } from '../src/features/notification/mark-read.ts';
import {
    hintNotices,
    notify,
    type Notice,
    type NotificationJob,
} from '../src/features/notification/notify.ts';
import { failureOf } from '../src/platform/push/push-carrier.ts';
import { type DeliveryJob, runDeliveryJob } from '../src/features/notification/run-delivery.ts';
import { runNotificationJob } from '../src/features/notification/run-notification.ts';
import { readChoice, updateNotificationChoice } from '../src/features/notification/update-choice.ts';
import type { Viewer } from '../src/core/access/viewer.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike, refusalOf } from './support/local-on-strike.ts';
import { type MailCatcher, startMailCatcher } from './support/mail-catcher.ts';
import { coordinator, newcomer } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { NOTIFICATION_QUEUE } from '../src/features/notification/notify.ts';
import { DELIVERY_QUEUE } from '../src/features/notification/delivery-queue.ts';
import { DELIVERY_RETRIES } from '../src/features/notification/delivery-queue.ts';

// Word gets through: to a real mail server, by a real queue, and past every way in which that can break.

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let post: MailCatcher;
let carriers: Carriers;
let logged = '';
const URL_HERE = 'http://board.example:4000';

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  services.log = pino(
    { level: 'trace' },
    new Writable({ write: (part, _encoding, done) => ((logged += String(part)), done()) }),
  );
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});
beforeEach(async () => {
  post = await startMailCatcher();
  services.config = { ...services.config, smtpUrl: post.url };
  carriers = createCarriers(services, URL_HERE, createMailWords());
});
afterEach(() => post.stop());

const em = () => services.orm.em.fork();
const db = () => em().getKysely();

/** Jobs of a queue that wait, for one person, with the moments they wait for. */
async function jobsOf<Job extends object>(
  queue: string,
  personId?: string,
): Promise<{ data: Job; at: Date }[]> {
  const { rows } = await sql<{ data: Job; at: Date }>`select data, start_after as at from pgboss.job
    where name = ${queue} and state = 'created' and (${personId ?? null}::text is null
      or data->>'personId' = ${personId ?? null} or data->>'codeFor' = ${personId ?? null}) order by start_after`.execute(
    db(),
  );
  return rows;
}

const deliveriesOf = (personId: string) =>
  db().selectFrom('delivery').selectAll().where('person_id', '=', personId).orderBy('id').execute();

/** Carries out what the queue would, without its clock. */
async function sendAll(personId: string, by: Carriers = carriers): Promise<void> {
  for (const { id, sent_at } of await deliveriesOf(personId)) {
    if (!sent_at) await runDeliveryJob(services, by, { deliveryId: id });
  }
}

/** Time passes, for the database: what was collected is ready. */
async function letTimePass(personId: string, minutes: number): Promise<void> {
  const by = sql`make_interval(mins => ${minutes})`;
  await sql`update notification set at = at - ${by} where person_id = ${personId}`.execute(db());
  await sql`update delivery set sent_at = sent_at - ${by}, created_at = created_at - ${by}
    where person_id = ${personId}`.execute(db());
}

async function tell(personId: string, ...more: Partial<Notice>[]): Promise<void> {
  const notices = (more.length > 0 ? more : [{}]).map(
    (notice) => ({ personId, kind: 'APPROVED', ...notice }) as Notice,
  );
  await em().transactional((tx) => notify(services, tx, notices));
  hintNotices(services, notices);
}

/** Somebody with a confirmed address and no quiet hours; the address is theirs alone. */
async function reachable(language = 'en'): Promise<{ viewer: Viewer; address: string }> {
  const viewer = await newcomer(services, aHandle());
  const address = `${viewer.handle.toLowerCase()}@union.example`;
  await setEmail(services, viewer, { address, language, timeZone: 'UTC' });
  await confirmEmail(services, viewer, await codeFor(viewer));
  await updateNotificationChoice(services, viewer, { quietFrom: 0, quietUntil: 0 });
  post.caught.length = 0;
  return { viewer, address };
}

/** The code as it comes by mail. */
async function codeFor({ personId }: Viewer): Promise<string> {
  const job = (await jobsOf<DeliveryJob>(DELIVERY_QUEUE, personId)).at(-1);
  await runDeliveryJob(services, carriers, job!.data);
  return /^\d{6}$/m.exec(post.caught.at(-1)!.raw)![0];
}

test('an address is confirmed by the code that was sent there, and shown in part', async () => {
  const viewer = await newcomer(services, aHandle());
  await setEmail(services, viewer, { address: ' Ana.Lopez@Union.Example ', language: 'es' });
  expect(await readContact(services, em(), viewer.personId)).toMatchObject({
    email: 'A…@union.example',
    emailConfirmed: false,
  });
  const code = await codeFor(viewer);
  const [mail] = post.caught;
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
  expect(await readContact(services, em(), viewer.personId)).toMatchObject({ emailConfirmed: true });
  expect(await readChoice(em(), viewer.personId)).toMatchObject({ email: true, language: 'es' });
  expect(await refusalOf(confirmEmail(services, viewer, code))).toMatchObject({ code: 'WRONG_STAGE' });
  await removeEmail(services, viewer);
  expect(await readContact(services, em(), viewer.personId)).toMatchObject({
    email: null,
    emailConfirmed: false,
  });
});

test('a code stands five guesses and half an hour, and belongs to one person', async () => {
  const [ana, ben] = [await newcomer(services, aHandle()), await newcomer(services, aHandle())];
  await setEmail(services, ana, { address: 'shared@union.example' });
  const code = await codeFor(ana);
  await setEmail(services, ben, { address: 'shared@union.example' });
  const other = await codeFor(ben);
  expect(await refusalOf(confirmEmail(services, ben, code === other ? '999999' : code))).toMatchObject({
    reason: 'UNKNOWN',
  });
  const wrong = ['111111', '222222', '333333', '444444', '555555'].filter((each) => each !== code);
  for (const guess of wrong.slice(0, 4)) await refusalOf(confirmEmail(services, ana, guess));
  await refusalOf(confirmEmail(services, ana, '666666' === code ? '777777' : '666666'));
  expect(await refusalOf(confirmEmail(services, ana, code))).toMatchObject({ reason: 'PAST' });
  await sql`update contact set code_sent_at = code_sent_at - interval '31 minutes' where person_id = ${ben.personId}`.execute(
    db(),
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
  expect(await jobsOf(DELIVERY_QUEUE, ben.personId)).toEqual([]);
  // To him it looks like any other address.
  expect(await readContact(services, em(), ben.personId)).toMatchObject({ email: 'V…@union.example' });
  await setEmail(services, ben, { address: 'ben@union.example' });
  expect(await jobsOf(DELIVERY_QUEUE, ben.personId)).toHaveLength(1);
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
  expect(await readContact(services, em(), strike.coordinator)).toMatchObject({ email: null });
});

test('what happens within a minute is one mail; what was read in the app is none', async () => {
  const { viewer, address } = await reachable();
  const { personId } = viewer;
  const open = await aCard(services, strike, 'OPEN', { title: 'Banner for the gate' });
  const secret = await aCard(services, strike, 'OPEN', {
    title: 'Meeting of the committee',
    sensitivity: 'VETTED',
  });
  await tell(personId, { kind: 'CHANGES_REQUESTED', cardId: open.id });
  await tell(personId, { kind: 'APPROVED', cardId: secret.id }, { kind: 'STANDING_CHANGED' });
  await runNotificationJob(services, { personId });
  expect(await deliveriesOf(personId)).toEqual([]);
  await letTimePass(personId, 2);
  // One job each, and the first takes all.
  for (const { data } of await jobsOf<NotificationJob>(NOTIFICATION_QUEUE, personId))
    await runNotificationJob(services, data);
  const [delivery, ...others] = await deliveriesOf(personId);
  expect(others).toEqual([]);
  await sendAll(personId);
  expect(post.caught).toHaveLength(1);
  const [{ to, raw }] = post.caught as [MailCatcher['caught'][0]];
  expect(to).toEqual([address]);
  expect(raw).toContain('Subject: 3 new things for you');
  expect(raw).toContain('Changes are asked for: “Banner for the gate”');
  expect(raw).toContain('- The local said yes to your work\n');
  expect(raw).not.toContain('Meeting of the committee');
  expect(raw).toContain(`Message-ID: <${delivery!.id}@board.example>`);
  expect(raw).toContain(`${URL_HERE}/me/notices`);
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');

  await tell(personId);
  await markNotificationsRead(services, viewer, null);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  expect(await deliveriesOf(personId)).toHaveLength(1);
  // Read between the decision and the sending: taken back.
  await tell(personId);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  await markNotificationsRead(services, viewer, null);
  await sendAll(personId);
  expect(post.caught).toHaveLength(1);
  expect(await deliveriesOf(personId)).toHaveLength(1);
});

test('three a day, then one job that waits for all the rest', async () => {
  const { viewer } = await reachable('es');
  const { personId } = viewer;
  for (let index = 0; index < 5; index += 1) {
    await tell(personId);
    await letTimePass(personId, 2);
    await runNotificationJob(services, { personId });
    await sendAll(personId);
  }
  expect(post.caught).toHaveLength(3);
  expect(post.caught[0]!.raw).toContain('El sindicato dijo que sí a tu trabajo');
  const { wake_at: wakeAt } = await db()
    .selectFrom('notification_choice')
    .select('wake_at')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const waiting = (await jobsOf(NOTIFICATION_QUEUE, personId)).filter(
    ({ at }) => at.getTime() === wakeAt?.getTime(),
  );
  expect(waiting).toHaveLength(1);
  await letTimePass(personId, 25 * 60);
  await runNotificationJob(services, { personId });
  await sendAll(personId);
  expect(post.caught).toHaveLength(4);
  expect(post.caught[3]!.raw).toContain('El sindicato dijo');
});

test('quiet hours hold a message back, also one that failed before they began', async () => {
  const { viewer } = await reachable();
  const { personId } = viewer;
  const { now } = (
    await sql<{ now: number }>`select extract(hour from now() at time zone 'UTC')::int * 60
    + extract(minute from now())::int as now`.execute(db())
  ).rows[0]!;
  const quiet = { quietFrom: (now + 1438) % 1440, quietUntil: (now + 120) % 1440 };
  await tell(personId);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  await updateNotificationChoice(services, viewer, quiet);
  await sendAll(personId);
  expect(post.caught).toEqual([]);
  const jobs = await jobsOf<{ deliveryId: string }>(DELIVERY_QUEUE);
  const [delivery] = await deliveriesOf(personId);
  const later = jobs.filter(({ data }) => data.deliveryId === delivery!.id).at(-1)!;
  expect(later.at.getTime() - Date.now()).toBeGreaterThan(110 * 60_000);
  await tell(personId);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  expect(await deliveriesOf(personId)).toHaveLength(1);
  // Whoever ends the quiet hours is told what waited.
  await updateNotificationChoice(services, viewer, { quietFrom: 0, quietUntil: 0 });
  expect((await jobsOf(NOTIFICATION_QUEUE, personId)).some(({ at }) => at.getTime() <= Date.now())).toBe(
    true,
  );
});

test('a crash at any step neither loses nor doubles a message', async () => {
  const { viewer } = await reachable();
  const { personId } = viewer;
  await tell(personId);
  await letTimePass(personId, 2);
  // Between the decision and its job: neither is there.
  const noQueue = {
    ...services,
    jobs: { ...services.jobs, enqueue: () => Promise.reject(new Error('crash')) },
  };
  await expect(runNotificationJob(noQueue, { personId })).rejects.toThrow('crash');
  expect(await deliveriesOf(personId)).toEqual([]);
  await Promise.all([1, 2, 3].map(() => runNotificationJob(services, { personId })));
  const [delivery, ...more] = await deliveriesOf(personId);
  expect(more).toEqual([]);
  const { id } = delivery!;
  // Before the mail server took it.
  const dies = { ...carriers, sendMail: () => Promise.reject(new Error('crash')) };
  await expect(runDeliveryJob(services, dies, { deliveryId: id })).rejects.toThrow('crash');
  expect(post.caught).toEqual([]);
  // Two servers at once: one sends.
  await Promise.all([1, 2, 3].map(() => runDeliveryJob(services, carriers, { deliveryId: id })));
  expect(post.caught).toHaveLength(1);
  // Again, after the mark: nothing.
  await runDeliveryJob(services, carriers, { deliveryId: id });
  expect(post.caught).toHaveLength(1);

  // The one window: after the server's yes and before our mark. The double carries the same id.
  await tell(personId);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  const second = (await deliveriesOf(personId)).at(-1)!.id;
  const after = {
    ...carriers,
    sendMail: async (mail: Parameters<Carriers['sendMail']>[0]) => {
      await carriers.sendMail(mail);
      throw new Error('crash');
    },
  };
  await expect(runDeliveryJob(services, after, { deliveryId: second })).rejects.toThrow('crash');
  await sendAll(personId);
  const doubles = post.caught.slice(1).map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)![1]);
  expect(doubles).toEqual([`<${second}@board.example>`, `<${second}@board.example>`]);
});

test('a mail server that is down is tried again, shows on the desk, and costs no notice', async () => {
  const { viewer } = await reachable();
  const { personId } = viewer;
  await tell(personId);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  const { id } = (await deliveriesOf(personId))[0]!;
  post.refuseWith = { code: 451, words: 'Try later' };
  services.sent.length = 0;
  await expect(runDeliveryJob(services, carriers, { deliveryId: id })).rejects.toThrow(CarrierFailure);
  expect((await deliveriesOf(personId))[0]).toMatchObject({
    attempts: 1,
    failure: 'SMTP_EENVELOPE_451',
    sent_at: null,
  });
  expect(await readDeliveryTroubles(em())).toMatchObject({
    retrying: 1,
    givenUp: 0,
    reasons: ['SMTP_EENVELOPE_451'],
  });
  expect(services.sent).toContainEqual({ desk: true });
  for (let tries = 1; tries < DELIVERY_RETRIES; tries += 1) {
    await expect(runDeliveryJob(services, carriers, { deliveryId: id })).rejects.toThrow(CarrierFailure);
  }
  // The last: given up, and its notice is part of a message to come.
  await runDeliveryJob(services, carriers, { deliveryId: id });
  expect(await readDeliveryTroubles(em())).toMatchObject({ retrying: 0, givenUp: 1 });
  expect(
    (await jobsOf(NOTIFICATION_QUEUE, personId)).some(({ at }) => at.getTime() > Date.now() + 5 * 3_600_000),
  ).toBe(true);
  post.refuseWith = null;
  await runNotificationJob(services, { personId });
  await sendAll(personId);
  expect(post.caught).toHaveLength(1);
});

test('no mail server at all is a failure in words without addresses', async () => {
  const nowhere = createMailCarrier({ smtpUrl: 'smtp://127.0.0.1:1', dataDir: '' }, URL_HERE);
  const mail = { to: 'ana@union.example', subject: '', text: '', html: '', messageId: '<a@b>', headers: {} };
  await expect(nowhere(mail)).rejects.toMatchObject({
    reason: expect.stringMatching(/^SMTP_E\w+$/),
    isFinal: false,
  });
  post.refuseWith = { code: 550, words: 'No such user' };
  await expect(carriers.sendMail(mail)).rejects.toMatchObject({
    reason: 'SMTP_EENVELOPE_550',
    isFinal: true,
  });
});

test('without SMTP_URL mails lie in the data folder', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-outbox-'));
  try {
    const outbox = createMailCarrier({ smtpUrl: undefined, dataDir }, 'https://strike.example.org');
    await outbox({
      to: 'ana@union.example',
      subject: 'Hello',
      text: 'Text',
      html: '<p>Text</p>',
      messageId: '<1@x>',
      headers: {},
    });
    const [file] = await readdir(join(dataDir, 'outbox'));
    const text = await readFile(join(dataDir, 'outbox', file!), 'utf8');
    expect(text).toContain('To: ana@union.example');
    expect(text).toContain('From: Strikeboard <strikeboard@strike.example.org>');
  } finally {
    await rm(dataDir, { recursive: true });
  }
});

test('the real queue carries a change to the mailbox, and one that fails takes no other along', async () => {
  const [ana, ben] = [await reachable(), await reachable()];
  const card = await aCard(services, strike, 'IN_REVIEW', {
    holder: ben.viewer.personId,
    title: 'Song for the march',
  });
  const log = pino({ level: 'silent' });
  const queue = await openJobQueue(database.url, log);
  try {
    await requestChanges(services, strike.organizer, { cardId: card.id, note: 'Louder' });
    await tell(ana.viewer.personId);
    for (const { viewer } of [ana, ben]) await letTimePass(viewer.personId, 2);
    for (const { viewer } of [ana, ben]) await runNotificationJob(services, { personId: viewer.personId });
    const selective: Carriers = {
      ...carriers,
      sendMail: async (mail) => {
        if (mail.to === ana.address) throw new CarrierFailure('SMTP_TEST');
        await carriers.sendMail(mail);
      },
    };
    await sql`delete from pgboss.job where name = ${DELIVERY_QUEUE} and data->>'deliveryId' is null`.execute(
      db(),
    );
    await queue.work<DeliveryJob>(DELIVERY_QUEUE, (job) => runDeliveryJob(services, selective, job));
    const toBen = () => post.caught.filter(({ to }) => to.includes(ben.address));
    await expect.poll(() => toBen().length, { timeout: 15_000 }).toBe(1);
    expect(toBen()[0]!.raw).toContain('Changes are asked for: “Song for the march”');
    await expect
      .poll(async () => (await deliveriesOf(ana.viewer.personId))[0]?.failure, { timeout: 10_000 })
      .toBe('SMTP_TEST');
  } finally {
    await queue.stop();
  }
});

test('mail is ended by the link of a mail, without a session and only by its signature', async () => {
  const { viewer } = await reachable();
  const { personId } = viewer;
  await tell(personId);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  await sendAll(personId);
  const [, path = ''] = /<http:\/\/board\.example:4000(\/unsubscribe\/[^>]+)>/.exec(
    post.caught[0]!.raw.replace(/\n /g, ''),
  )!;
  await whileServing(async (url) => {
    const last = path.at(-1) ?? '';
    const forged = [...'ABCDEFGH'].filter((sign) => sign !== last).map((sign) => path.slice(0, -1) + sign);
    for (const wrong of [
      ...forged,
      '/unsubscribe/x',
      `/unsubscribe/${strike.organizer}.${path.split('.')[1]}`,
    ]) {
      expect((await fetch(url + wrong, { method: 'POST' })).status).toBe(404);
    }
    // Mail scanners get every link: that changes nothing.
    expect((await fetch(url + path)).status).toBe(404);
    expect(await readChoice(em(), personId)).toMatchObject({ email: true });
    const answer = await fetch(url + path, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(200);
    expect(await readChoice(em(), personId)).toMatchObject({ email: false });
    const page = await fetch(url + path, {
      method: 'POST',
      headers: { accept: 'text/html' },
      redirect: 'manual',
    });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/unsubscribe/done']);
  });
});

/** A server with nothing but what needs no session. */
async function whileServing(run: (url: string) => Promise<void>): Promise<void> {
  const server = await createHttpServer({
    publicUrl: undefined,
    log: services.log,
    graphql: { answer: async () => undefined, serveSockets: () => undefined },
    pages: async () => (_request, _response, next) => next(),
    doors: [
      calendarDoor({ ...services, address: () => URL_HERE }, createMailWords()),
      unsubscribeDoor(services),
    ],
    checkDatabase: async () => undefined,
  });
  const port = await server.listen(0, '127.0.0.1');
  try {
    await run(`http://127.0.0.1:${port}`);
  } finally {
    await server.drain();
  }
}

test('a calendar names public cards, tells no hidden start, and ends with its address', async () => {
  const viewer = await newcomer(services, aHandle());
  const hidden = await localOnStrike(services, {
    startsAt: new Date(Date.now() + 30 * 86_400_000),
    startHidden: true,
  });
  const dueAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 20 * 86_400_000);
  await aCard(services, strike, 'CLAIMED', { holder: viewer.personId, title: 'Sign; for, the gate', dueAt });
  await aCard(services, hidden, 'CLAIMED', {
    holder: viewer.personId,
    title: 'At the start',
    dueOffsetHours: 4,
  });
  const first = await createCalendarFeed(services, viewer);
  await whileServing(async (url) => {
    const answer = await fetch(url + first);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('private');
    const text = (await answer.text()).replaceAll('\r\n ', '');
    const stamp = dueAt.toISOString().replace(/[-:]|\.\d+/g, '');
    expect(text).toContain(`DTSTART:${stamp}`);
    expect(text).toContain('SUMMARY:Due: Sign\\; for\\, the gate');
    expect(text).toContain('SUMMARY:Your time ends: At the start');
    expect(text).not.toContain('SUMMARY:Due: At the start');
    await sql`update card set sensitivity = 'VETTED' where holder_id = ${viewer.personId}`.execute(db());
    const later = await (await fetch(url + first)).text();
    expect(later).toContain('SUMMARY:Due: a card of yours');
    expect(later).not.toMatch(/gate|At the start/);
    const second = await createCalendarFeed(services, viewer);
    expect((await fetch(url + first)).status).toBe(404);
    expect((await fetch(url + second)).status).toBe(200);
    await revokeCalendarFeed(services, viewer);
    expect((await fetch(url + second)).status).toBe(404);
  });
});

test('a browser is told that there is news and nothing else; one that is gone is forgotten', async () => {
  const viewer = await newcomer(services, aHandle());
  const { personId } = viewer;
  const got: { authorization: string; length: number }[] = [];
  let status = 201;
  const receiver = createServer((request, response) => {
    let length = 0;
    request.on('data', (part: Buffer) => (length += part.length));
    request.on('end', () => {
      got.push({ authorization: String(request.headers.authorization), length });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const toReceiver: Carriers = {
    ...carriers,
    sendPush: async (_endpoint, headers) => {
      const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers });
      const failure = failureOf(answer.status);
      if (failure) throw failure;
    },
  };
  try {
    await addPushSubscription(services, viewer, 'https://updates.push.services.mozilla.com/device-one');
    await updateNotificationChoice(services, viewer, { quietFrom: 0, quietUntil: 0 });
    const due = async () => {
      await tell(personId);
      await letTimePass(personId, 2);
      await runNotificationJob(services, { personId });
    };
    await due();
    await sendAll(personId, toReceiver);
    expect(got).toMatchObject([{ length: 0 }]);
    const [, claims = ''] = /^vapid t=([\w.-]+), k=[\w-]+$/.exec(got[0]!.authorization)![1]!.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: 'https://updates.push.services.mozilla.com',
    });
    expect((await deliveriesOf(personId))[0]).toMatchObject({ channel: 'PUSH', failure: null });
    status = 410;
    await due();
    const gone = (await deliveriesOf(personId)).at(-1)!.id;
    await runDeliveryJob(services, toReceiver, { deliveryId: gone });
    expect(await readContact(services, em(), personId)).toMatchObject({ pushDevices: 0 });
    const untold = await db()
      .selectFrom('notification')
      .select('id')
      .where('person_id', '=', personId)
      .where('delivery', 'is', null)
      .execute();
    expect(untold).toHaveLength(1);
  } finally {
    receiver.close();
  }
});

test.each([
  'http://push.example.org/x',
  'https://127.0.0.1/x',
  'https://localhost/x',
  'https://[::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://169.254.169.254/latest',
  'https://2130706433/x',
  'https://printer.local/x',
  'https://user:pass@push.example.org/x',
  'https://push.example.org:8443/x',
  'javascript:alert(1)',
])('no push to %s', async (endpoint) => {
  const refusal = await refusalOf(addPushSubscription(services, strike.carmen, endpoint));
  expect(refusal).toMatchObject({ field: 'endpoint', reason: 'BAD_URL' });
});

test('no push to a service that nobody knows', async () => {
  const refusal = await refusalOf(
    addPushSubscription(services, strike.carmen, 'https://push.evil-collector.net/x'),
  );
  expect(refusal).toMatchObject({ field: 'endpoint', reason: 'UNKNOWN' });
});

test('a browser belongs to whoever asked last, and only they end it', async () => {
  const [ana, ben] = [await newcomer(services, aHandle()), await newcomer(services, aHandle())];
  const endpoint = 'https://updates.push.services.mozilla.com/shared';
  await addPushSubscription(services, ana, endpoint);
  await addPushSubscription(services, ben, endpoint);
  expect(await readContact(services, em(), ana.personId)).toMatchObject({ pushDevices: 0 });
  await removePushSubscription(services, ana, endpoint);
  expect(await readContact(services, em(), ben.personId)).toMatchObject({ pushDevices: 1 });
  await removePushSubscription(services, ben, endpoint);
  expect(await readContact(services, em(), ben.personId)).toMatchObject({ pushDevices: 0 });
  expect(await readChoice(em(), ben.personId)).toMatchObject({ push: false });
});

test('a digest for coordinators comes at eight, in numbers, and sets the next', async () => {
  const carmen = await coordinator(services, aHandle());
  const { personId } = carmen;
  await setEmail(services, carmen, {
    address: `${carmen.handle}@union.example`.toLowerCase(),
    timeZone: 'Europe/Madrid',
  });
  await confirmEmail(services, carmen, await codeFor(carmen));
  await updateNotificationChoice(services, carmen, { digest: true, quietFrom: 0, quietUntil: 0 });
  post.caught.length = 0;
  const [job] = (await jobsOf<NotificationJob>(NOTIFICATION_QUEUE, personId)).filter(
    ({ data }) => data.digestAt,
  );
  const hour = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Madrid',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  expect(hour.format(job!.at)).toBe('08:00');
  // All else waits for it.
  await tell(personId);
  await letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  expect(await deliveriesOf(personId)).toEqual([]);
  await runNotificationJob(services, job!.data);
  await sendAll(personId);
  expect(post.caught[0]!.raw).toContain('Subject: What waits today');
  expect(post.caught[0]!.raw).toContain('- One notice you have not read');
  const digests = (await jobsOf<NotificationJob>(NOTIFICATION_QUEUE, personId)).filter(
    ({ data }) => data.digestAt,
  );
  expect(digests.at(-1)!.at.getTime() - job!.at.getTime()).toBeGreaterThan(22 * 3_600_000);
  // The old job again, as after a crash: nothing.
  await runNotificationJob(services, job!.data);
  expect(await deliveriesOf(personId)).toHaveLength(1);
  expect(
    await refusalOf(updateNotificationChoice(services, (await reachable()).viewer, { digest: true })),
  ).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('a comment on a card tells its holder by mail, once', async () => {
  const { viewer } = await reachable();
  const card = await aCard(services, strike, 'CLAIMED', { holder: viewer.personId });
  await addComment(services, strike.organizer, {
    cardId: card.id,
    text: 'Nobody else may read these words in a mail',
  });
  await letTimePass(viewer.personId, 2);
  await runNotificationJob(services, { personId: viewer.personId });
  await sendAll(viewer.personId);
  expect(post.caught).toHaveLength(1);
  expect(post.caught[0]!.raw).toContain('There is a new comment: “Write the leaflet”');
  expect(post.caught[0]!.raw).not.toContain('these words');
});

test('neither a copy of the database nor the log holds an address, an endpoint, a token or a code', async () => {
  const { viewer, address } = await reachable();
  const waiting = await newcomer(services, aHandle());
  await setEmail(services, waiting, { address: 'waiting.for@union.example' });
  const code = await codeFor(waiting);
  const endpoint = 'https://updates.push.services.mozilla.com/very-secret-device';
  await addPushSubscription(services, viewer, endpoint);
  const calendar = await createCalendarFeed(services, viewer);
  post.refuseWith = { code: 550, words: 'Who is' };
  await removePushSubscription(services, viewer, endpoint);
  await updateNotificationChoice(services, viewer, { email: true });
  await addPushSubscription(services, waiting, endpoint);
  await tell(viewer.personId);
  await letTimePass(viewer.personId, 2);
  await runNotificationJob(services, { personId: viewer.personId });
  await sendAll(viewer.personId).catch(() => undefined);
  expect(logged).toContain('a message was given up');

  const { rows: tables } = await sql<{
    name: string;
  }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name
    from pg_tables where schemaname in ('public', 'pgboss')`.execute(db());
  let dump = '';
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db());
    for (const { row } of rows) dump += `${row}\n`;
  }
  // Bytes appear as hex.
  const shown = (secret: string) => [secret, Buffer.from(secret).toString('hex')];
  const token = calendar.slice('/calendar/'.length, -'.ics'.length);
  const secrets = [address, 'waiting.for', '@union.example', endpoint, 'very-secret', token];
  for (const secret of secrets.flatMap(shown)) {
    expect(dump.includes(secret), `${secret} in the database`).toBe(false);
    expect(logged.includes(secret), `${secret} in the log`).toBe(false);
  }
  expect(dump).not.toContain(`"${code}"`);
  expect(dump).not.toContain(Buffer.from(code).toString('hex'));
  expect(logged).not.toContain(code);
  // The look can fail: what is not sealed shows.
  expect(dump).toContain(viewer.handle);
});

test('from two devices: what the other one chose stays, and the same choice is told', async () => {
  const viewer = await newcomer(services, aHandle());
  const asRead = { mutedKinds: [], quietFrom: 22 * 60, quietUntil: 8 * 60 };
  await updateNotificationChoice(services, viewer, { mutedKinds: ['COMMENTED'], asRead });
  await updateNotificationChoice(services, viewer, { quietFrom: 60, asRead });
  const refusal = await refusalOf(
    updateNotificationChoice(services, viewer, { mutedKinds: ['APPROVED'], quietUntil: 90, asRead }),
  );
  expect(refusal).toMatchObject({ fields: [{ field: 'mutedKinds', now: '["COMMENTED"]' }] });
  expect(await readChoice(services.orm.em.fork(), viewer.personId)).toMatchObject({
    mutedKinds: ['COMMENTED'],
    quietFrom: 60,
    quietUntil: 8 * 60,
  });
});
