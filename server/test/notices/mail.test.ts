import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { requestChanges } from '../../src/core/review/review-card.ts';
import { openJobQueue } from '../../src/platform/jobs/jobs.ts';
import { CarrierFailure, type Carriers } from '../../src/platform/mail/carriers.ts';
import { createMailCarrier } from '../../src/platform/mail/mail-carrier.ts';
import { readDeliveryTroubles } from '../../src/features/notification/delivery-troubles.ts';
import { type DeliveryJob, runDeliveryJob } from '../../src/features/notification/run-delivery.ts';
import { runNotificationJob } from '../../src/features/notification/run-notification.ts';
import { aCard, type LocalOnStrike } from '../support/local-on-strike.ts';
import type { TestServices } from '../support/services.ts';
import { NOTIFICATION_QUEUE } from '../../src/features/notification/notify.ts';
import { DELIVERY_QUEUE, DELIVERY_RETRIES } from '../../src/features/notification/delivery-queue.ts';
import { PostOffice, URL_HERE } from './post-office.ts';

// Word gets through: to a real mail server, by a real queue, and past every way in which that can break.

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

test('a crash at any step neither loses nor doubles a message', async () => {
  const { viewer } = await office.reachable();
  const { personId } = viewer;
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  // Between the decision and its job: neither is there.
  const noQueue = {
    ...services,
    jobs: { ...services.jobs, enqueue: () => Promise.reject(new Error('crash')) },
  };
  await expect(runNotificationJob(noQueue, { personId })).rejects.toThrow('crash');
  expect(await office.deliveriesOf(personId)).toEqual([]);
  await Promise.all([1, 2, 3].map(() => runNotificationJob(services, { personId })));
  const [delivery, ...more] = await office.deliveriesOf(personId);
  expect(more).toEqual([]);
  const { id } = delivery!;
  // Before the mail server took it.
  const dies = { ...office.carriers, sendMail: () => Promise.reject(new Error('crash')) };
  await expect(runDeliveryJob(services, dies, { deliveryId: id })).rejects.toThrow('crash');
  expect(office.post.caught).toEqual([]);
  // Two servers at once: one sends.
  await Promise.all([1, 2, 3].map(() => runDeliveryJob(services, office.carriers, { deliveryId: id })));
  expect(office.post.caught).toHaveLength(1);
  // Again, after the mark: nothing.
  await runDeliveryJob(services, office.carriers, { deliveryId: id });
  expect(office.post.caught).toHaveLength(1);

  // The one window: after the server's yes and before our mark. The double carries the same id.
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  const second = (await office.deliveriesOf(personId)).at(-1)!.id;
  const after = {
    ...office.carriers,
    sendMail: async (mail: Parameters<Carriers['sendMail']>[0]) => {
      await office.carriers.sendMail(mail);
      throw new Error('crash');
    },
  };
  await expect(runDeliveryJob(services, after, { deliveryId: second })).rejects.toThrow('crash');
  await office.sendAll(personId);
  const doubles = office.post.caught.slice(1).map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)![1]);
  expect(doubles).toEqual([`<${second}@board.example>`, `<${second}@board.example>`]);
});

test('a mail server that is down is tried again, shows on the desk, and costs no notice', async () => {
  const { viewer } = await office.reachable();
  const { personId } = viewer;
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  const { id } = (await office.deliveriesOf(personId))[0]!;
  office.post.refuseWith = { code: 451, words: 'Try later' };
  services.sent.length = 0;
  await expect(runDeliveryJob(services, office.carriers, { deliveryId: id })).rejects.toThrow(CarrierFailure);
  expect((await office.deliveriesOf(personId))[0]).toMatchObject({
    attempts: 1,
    failure: 'SMTP_EENVELOPE_451',
    sent_at: null,
  });
  expect(await readDeliveryTroubles(office.em())).toMatchObject({
    retrying: 1,
    givenUp: 0,
    reasons: ['SMTP_EENVELOPE_451'],
  });
  expect(services.sent).toContainEqual({ desk: true });
  for (let tries = 1; tries < DELIVERY_RETRIES; tries += 1) {
    await expect(runDeliveryJob(services, office.carriers, { deliveryId: id })).rejects.toThrow(
      CarrierFailure,
    );
  }
  // The last: given up, and its notice is part of a message to come.
  await runDeliveryJob(services, office.carriers, { deliveryId: id });
  expect(await readDeliveryTroubles(office.em())).toMatchObject({ retrying: 0, givenUp: 1 });
  expect(
    (await office.jobsOf(NOTIFICATION_QUEUE, personId)).some(
      ({ at }) => at.getTime() > Date.now() + 5 * 3_600_000,
    ),
  ).toBe(true);
  office.post.refuseWith = null;
  await runNotificationJob(services, { personId });
  await office.sendAll(personId);
  expect(office.post.caught).toHaveLength(1);
});

test('no mail server at all is a failure in words without addresses', async () => {
  const nowhere = createMailCarrier({ smtpUrl: 'smtp://127.0.0.1:1', dataDir: '' }, URL_HERE);
  const mail = { to: 'ana@union.example', subject: '', text: '', html: '', messageId: '<a@b>', headers: {} };
  await expect(nowhere(mail)).rejects.toMatchObject({
    reason: expect.stringMatching(/^SMTP_E\w+$/),
    isFinal: false,
  });
  office.post.refuseWith = { code: 550, words: 'No such user' };
  await expect(office.carriers.sendMail(mail)).rejects.toMatchObject({
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
  const [ana, ben] = [await office.reachable(), await office.reachable()];
  const card = await aCard(services, strike, 'IN_REVIEW', {
    holder: ben.viewer.personId,
    title: 'Song for the march',
  });
  const log = pino({ level: 'silent' });
  const queue = await openJobQueue(office.database.url, log);
  try {
    await requestChanges(services, strike.organizer, { cardId: card.id, note: 'Louder' });
    await office.tell(ana.viewer.personId);
    for (const { viewer } of [ana, ben]) await office.letTimePass(viewer.personId, 2);
    for (const { viewer } of [ana, ben]) await runNotificationJob(services, { personId: viewer.personId });
    const selective: Carriers = {
      ...office.carriers,
      sendMail: async (mail) => {
        if (mail.to === ana.address) throw new CarrierFailure('SMTP_TEST');
        await office.carriers.sendMail(mail);
      },
    };
    await sql`delete from pgboss.job where name = ${DELIVERY_QUEUE} and data->>'deliveryId' is null`.execute(
      office.db(),
    );
    await queue.work<DeliveryJob>(DELIVERY_QUEUE, (job) => runDeliveryJob(services, selective, job));
    const toBen = () => office.post.caught.filter(({ to }) => to.includes(ben.address));
    await expect.poll(() => toBen().length, { timeout: 15_000 }).toBe(1);
    expect(toBen()[0]!.raw).toContain('Changes are asked for: “Song for the march”');
    await expect
      .poll(async () => (await office.deliveriesOf(ana.viewer.personId))[0]?.failure, { timeout: 10_000 })
      .toBe('SMTP_TEST');
  } finally {
    await queue.stop();
  }
});
