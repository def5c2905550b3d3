import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addComment } from '../../src/core/card/comment-on-card.ts';
import { confirmEmail } from '../../src/features/contact/confirm-email.ts';
import { setEmail } from '../../src/features/contact/set-email.ts';
import { markNotificationsRead } from '../../src/features/notification/mark-read.ts';
import { NOTIFICATION_QUEUE, type NotificationJob } from '../../src/features/notification/notify.ts';
import { runNotificationJob } from '../../src/features/notification/run-notification.ts';
import { readChoice, updateNotificationChoice } from '../../src/features/notification/update-choice.ts';
import { aCard, aHandle, type LocalOnStrike, refusalOf } from '../support/local-on-strike.ts';
import type { MailCatcher } from '../support/mail-catcher.ts';
import { coordinator, newcomer } from '../support/people.ts';
import type { TestServices } from '../support/services.ts';
import { DELIVERY_QUEUE } from '../../src/features/notification/delivery-queue.ts';
import { PostOffice, URL_HERE } from './post-office.ts';

// Word comes collected, a few times a day, in the hours that somebody chose, and about what they chose.

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

test('what happens within a minute is one mail; what was read in the app is none', async () => {
  const { viewer, address } = await office.reachable();
  const { personId } = viewer;
  const open = await aCard(services, strike, 'OPEN', { title: 'Banner for the gate' });
  const secret = await aCard(services, strike, 'OPEN', {
    title: 'Meeting of the committee',
    sensitivity: 'VETTED',
  });
  await office.tell(personId, { kind: 'CHANGES_REQUESTED', cardId: open.id });
  await office.tell(personId, { kind: 'APPROVED', cardId: secret.id }, { kind: 'STANDING_CHANGED' });
  await runNotificationJob(services, { personId });
  expect(await office.deliveriesOf(personId)).toEqual([]);
  await office.letTimePass(personId, 2);
  // One job each, and the first takes all.
  for (const { data } of await office.jobsOf<NotificationJob>(NOTIFICATION_QUEUE, personId))
    await runNotificationJob(services, data);
  const [delivery, ...others] = await office.deliveriesOf(personId);
  expect(others).toEqual([]);
  await office.sendAll(personId);
  expect(office.post.caught).toHaveLength(1);
  const [{ to, raw }] = office.post.caught as [MailCatcher['caught'][0]];
  expect(to).toEqual([address]);
  expect(raw).toContain('Subject: 3 new things for you');
  expect(raw).toContain('Changes are asked for: “Banner for the gate”');
  expect(raw).toContain('- The local said yes to your work\n');
  expect(raw).not.toContain('Meeting of the committee');
  expect(raw).toContain(`Message-ID: <${delivery!.id}@board.example>`);
  expect(raw).toContain(`${URL_HERE}/me/notices`);
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');

  await office.tell(personId);
  await markNotificationsRead(services, viewer, null);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  expect(await office.deliveriesOf(personId)).toHaveLength(1);
  // Read between the decision and the sending: taken back.
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  await markNotificationsRead(services, viewer, null);
  await office.sendAll(personId);
  expect(office.post.caught).toHaveLength(1);
  expect(await office.deliveriesOf(personId)).toHaveLength(1);
});

test('three a day, then one job that waits for all the rest', async () => {
  const { viewer } = await office.reachable('es');
  const { personId } = viewer;
  for (let index = 0; index < 5; index += 1) {
    await office.tell(personId);
    await office.letTimePass(personId, 2);
    await runNotificationJob(services, { personId });
    await office.sendAll(personId);
  }
  expect(office.post.caught).toHaveLength(3);
  expect(office.post.caught[0]!.raw).toContain('El sindicato dijo que sí a tu trabajo');
  const { wake_at: wakeAt } = await office
    .db()
    .selectFrom('notification_choice')
    .select('wake_at')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const waiting = (await office.jobsOf(NOTIFICATION_QUEUE, personId)).filter(
    ({ at }) => at.getTime() === wakeAt?.getTime(),
  );
  expect(waiting).toHaveLength(1);
  await office.letTimePass(personId, 25 * 60);
  await runNotificationJob(services, { personId });
  await office.sendAll(personId);
  expect(office.post.caught).toHaveLength(4);
  expect(office.post.caught[3]!.raw).toContain('El sindicato dijo');
});

test('quiet hours hold a message back, also one that failed before they began', async () => {
  const { viewer } = await office.reachable();
  const { personId } = viewer;
  const { now } = (
    await sql<{ now: number }>`select extract(hour from now() at time zone 'UTC')::int * 60
    + extract(minute from now())::int as now`.execute(office.db())
  ).rows[0]!;
  const quiet = { quietFrom: (now + 1438) % 1440, quietUntil: (now + 120) % 1440 };
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  await updateNotificationChoice(services, viewer, quiet);
  await office.sendAll(personId);
  expect(office.post.caught).toEqual([]);
  const jobs = await office.jobsOf<{ deliveryId: string }>(DELIVERY_QUEUE);
  const [delivery] = await office.deliveriesOf(personId);
  const later = jobs.filter(({ data }) => data.deliveryId === delivery!.id).at(-1)!;
  expect(later.at.getTime() - Date.now()).toBeGreaterThan(110 * 60_000);
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  expect(await office.deliveriesOf(personId)).toHaveLength(1);
  // Whoever ends the quiet hours is told what waited.
  await updateNotificationChoice(services, viewer, { quietFrom: 0, quietUntil: 0 });
  expect(
    (await office.jobsOf(NOTIFICATION_QUEUE, personId)).some(({ at }) => at.getTime() <= Date.now()),
  ).toBe(true);
});

test('a digest for coordinators comes at eight, in numbers, and sets the next', async () => {
  const carmen = await coordinator(services, aHandle());
  const { personId } = carmen;
  await setEmail(services, carmen, {
    address: `${carmen.handle}@union.example`.toLowerCase(),
    timeZone: 'Europe/Madrid',
  });
  await confirmEmail(services, carmen, await office.codeFor(carmen));
  await updateNotificationChoice(services, carmen, { digest: true, quietFrom: 0, quietUntil: 0 });
  office.post.caught.length = 0;
  const [job] = (await office.jobsOf<NotificationJob>(NOTIFICATION_QUEUE, personId)).filter(
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
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  expect(await office.deliveriesOf(personId)).toEqual([]);
  await runNotificationJob(services, job!.data);
  await office.sendAll(personId);
  expect(office.post.caught[0]!.raw).toContain('Subject: What waits today');
  expect(office.post.caught[0]!.raw).toContain('- One notice you have not read');
  const digests = (await office.jobsOf<NotificationJob>(NOTIFICATION_QUEUE, personId)).filter(
    ({ data }) => data.digestAt,
  );
  expect(digests.at(-1)!.at.getTime() - job!.at.getTime()).toBeGreaterThan(22 * 3_600_000);
  // The old job again, as after a crash: nothing.
  await runNotificationJob(services, job!.data);
  expect(await office.deliveriesOf(personId)).toHaveLength(1);
  expect(
    await refusalOf(updateNotificationChoice(services, (await office.reachable()).viewer, { digest: true })),
  ).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('a comment on a card tells its holder by mail, once', async () => {
  const { viewer } = await office.reachable();
  const card = await aCard(services, strike, 'CLAIMED', { holder: viewer.personId });
  await addComment(services, strike.organizer, {
    cardId: card.id,
    text: 'Nobody else may read these words in a mail',
  });
  await office.letTimePass(viewer.personId, 2);
  await runNotificationJob(services, { personId: viewer.personId });
  await office.sendAll(viewer.personId);
  expect(office.post.caught).toHaveLength(1);
  expect(office.post.caught[0]!.raw).toContain('There is a new comment: “Write the leaflet”');
  expect(office.post.caught[0]!.raw).not.toContain('these words');
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
