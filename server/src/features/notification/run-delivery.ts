import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { endpointPlace, addressPlace } from './places.ts';
import { emailCode } from './email-code.ts';
import { readPushKeys } from '../../platform/push/push-keys.ts';
import type { Services } from '../../platform/services.ts';
import { type Carriers, CarrierFailure } from '../../platform/mail/carriers.ts';
import type { Delivery } from './notification.entity.ts';
import type { NotificationJob } from './notify.ts';
import { pushHeaders } from '../../platform/push/push-headers.ts';
import { isQuiet, quietEnd } from './quiet-hours.ts';
import { countForDigest, readToTell } from './read-delivery.ts';
import { writeCode, writeDigest, writeNotices } from './write-mail.ts';
import { NOTIFICATION_QUEUE } from './notify.ts';
import { DELIVERY_QUEUE } from './delivery-queue.ts';
import { DELIVERY_RETRIES } from './delivery-queue.ts';

/** What the delivery queue carries: a message that was decided on, or a code for an address. Never a secret. */
export type DeliveryJob = { deliveryId: string } | { codeFor: string; sentAt: string };

/** After a message could not be sent for two hours, what it told of is tried with a new one so much later. */
const REST_HOURS = 6;

interface Held {
  id: string;
  personId: string | null;
  channel: Delivery['channel'];
  attempts: number;
  now: Date;
  language: string;
  quiet: { from: number; until: number; timeZone: string };
  /** Whether they still want it by this channel. */
  wanted: boolean;
}

/**
 * Sends one message and writes down that it was sent. Its row is held while it goes out, so that of two servers one
 * sends it. Between the other side's yes and our commit lies the only moment in which a crash makes two of one;
 * they carry the same id. A failure is written down without addresses and thrown again, for the queue to retry.
 */
export async function runDeliveryJob(
  services: Services,
  carriers: Carriers,
  job: DeliveryJob,
): Promise<void> {
  if ('codeFor' in job) return sendCode(services, carriers, job);
  const failure = await services.orm.em.fork().transactional(async (em) => {
    const held = await hold(em, job.deliveryId);
    if (!held) return null;
    const db = em.getKysely();
    const { id, personId, quiet, now } = held;
    if (!personId || !held.wanted) {
      await giveUp(em, held, 'NOWHERE_TO_SEND');
      return null;
    }
    // A retry may have come into the quiet hours.
    if (isQuiet(quiet, now)) {
      await services.jobs.enqueue(em, DELIVERY_QUEUE, [{ data: job, notBefore: quietEnd(quiet, now) }]);
      return null;
    }
    const failure = await attempt(() => send(services, carriers, em, { ...held, personId }));
    if (failure === 'NOTHING_LEFT') {
      await db.deleteFrom('delivery').where('id', '=', id).execute();
      return null;
    }
    if (!failure) {
      await sql`update delivery set sent_at = clock_timestamp(), attempts = attempts + 1, failure = null
        where id = ${id}`.execute(db);
      return null;
    }
    await sql`update delivery set attempts = attempts + 1, failure = ${failure.reason} where id = ${id}`.execute(
      db,
    );
    if (!failure.isFinal && held.attempts < DELIVERY_RETRIES) return failure;
    await giveUp(em, held, failure.reason);
    const again: NotificationJob = { personId };
    const notBefore = new Date(now.getTime() + REST_HOURS * 3_600_000);
    await services.jobs.enqueue(em, NOTIFICATION_QUEUE, [{ data: again, notBefore }]);
    services.log.warn(
      { delivery: id, channel: held.channel, reason: failure.reason },
      'a message was given up',
    );
    return 'given up' as const;
  });
  if (failure) services.hints.send({ desk: true });
  if (failure instanceof CarrierFailure) throw failure;
}

/** The message, locked; undefined when it was sent, given up, or withdrawn. */
async function hold(em: Em, id: string): Promise<Held | undefined> {
  const { rows } = await sql<Omit<Held, 'quiet'> & { from: number; until: number; timeZone: string }>`
    select delivery.id, delivery.person_id as "personId", channel, attempts, clock_timestamp() as now,
      coalesce(language, 'en') as language, coalesce(quiet_from, 0) as "from", coalesce(quiet_until, 0) as until,
      coalesce(time_zone, 'UTC') as "timeZone",
      case channel
        when 'PUSH' then coalesce(push, false) and exists (select from push_subscription
          where push_subscription.person_id = delivery.person_id)
        else coalesce(email, false) and exists (select from contact where contact.person_id = delivery.person_id
          and confirmed_at is not null) end as wanted
    from delivery left join notification_choice choice on choice.person_id = delivery.person_id
    where delivery.id = ${id} and sent_at is null and gave_up_at is null for update of delivery`.execute(
    em.getKysely(),
  );
  if (!rows[0]) return undefined;
  const { from, until, timeZone, ...held } = rows[0];
  return { ...held, quiet: { from, until, timeZone } };
}

/** What it told of is untold again, and part of the next message. */
async function giveUp(em: Em, { id }: Held, reason: string): Promise<void> {
  const db = em.getKysely();
  await sql`update delivery set gave_up_at = clock_timestamp(), failure = ${reason} where id = ${id}`.execute(
    db,
  );
  await db.updateTable('notification').set({ delivery: null }).where('delivery', '=', id).execute();
}

async function attempt(
  run: () => Promise<'NOTHING_LEFT' | undefined>,
): Promise<CarrierFailure | 'NOTHING_LEFT' | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CarrierFailure) return error;
    throw error;
  }
}

async function send(
  services: Services,
  carriers: Carriers,
  em: Em,
  held: Held & { personId: string },
): Promise<'NOTHING_LEFT' | undefined> {
  const { id, personId, channel, language } = held;
  const notices = await readToTell(em, id);
  // Read in the app meanwhile.
  if (notices.length === 0 && channel !== 'DIGEST') return 'NOTHING_LEFT';
  if (channel === 'PUSH') {
    await pushToAll(services, carriers, em, personId);
    return undefined;
  }
  const to = { id, personId, language, to: await readAddress(services, em, personId) };
  await carriers.sendMail(
    channel === 'DIGEST'
      ? writeDigest(carriers, services.vault, to, await countForDigest(em, personId))
      : writeNotices(carriers, services.vault, to, notices),
  );
  return undefined;
}

async function readAddress({ vault }: Services, em: Em, personId: string): Promise<string> {
  const { address_sealed: sealed } = await em
    .getKysely()
    .selectFrom('contact')
    .select('address_sealed')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return vault.open(sealed, addressPlace(personId));
}

/** To every browser of a person; it has arrived when one took it. Browsers that are gone are forgotten. */
async function pushToAll(services: Services, carriers: Carriers, em: Em, personId: string): Promise<void> {
  const db = em.getKysely();
  const keys = await readPushKeys(services, em);
  const devices = await db
    .selectFrom('push_subscription')
    .select(['id', 'sealed'])
    .where('person_id', '=', personId)
    .execute();
  let failure: CarrierFailure | undefined;
  let arrived = false;
  for (const { id, sealed } of devices) {
    const endpoint = services.vault.open(sealed, endpointPlace(id));
    const failed = await attempt(async () => {
      await carriers.sendPush(endpoint, await pushHeaders(endpoint, carriers.url, keys));
      return undefined;
    });
    if (!failed) arrived = true;
    else if (failed instanceof CarrierFailure) {
      if (failed.isFinal) await db.deleteFrom('push_subscription').where('id', '=', id).execute();
      failure = failed.isFinal ? (failure ?? failed) : failed;
    }
  }
  if (!arrived && failure) throw failure;
}

/** The code is made again from the moment it was made for: no job and no table holds it. */
async function sendCode(
  services: Services,
  carriers: Carriers,
  { codeFor: personId, sentAt }: Extract<DeliveryJob, { codeFor: string }>,
): Promise<void> {
  const em = services.orm.em.fork();
  const moment = new Date(sentAt);
  const { rows } = await sql<{ sealed: Buffer; language: string }>`
    select address_sealed as sealed, coalesce(language, 'en') as language
    from contact left join notification_choice choice on choice.person_id = contact.person_id
    where contact.person_id = ${personId} and code_hash is not null and code_sent_at = ${moment}`.execute(
    em.getKysely(),
  );
  // Another code was asked for, or none is needed any more.
  if (!rows[0]) return;
  const { sealed, language } = rows[0];
  const to = services.vault.open(sealed, addressPlace(personId));
  const id = services.vault.keyedHash(`${personId} ${sentAt}`, 'code message').toString('hex').slice(0, 32);
  await carriers.sendMail(
    writeCode(carriers, { to, language, id }, emailCode(services.vault, personId, moment)),
  );
}
