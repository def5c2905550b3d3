import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { decideDelivery, type DeliveryState, type Untold } from './decide-delivery.ts';
import type { NotificationKind } from './notification.entity.ts';
import type { NotificationJob } from './notify.ts';
import { nextTime } from './quiet-hours.ts';
import type { DeliveryJob } from './run-delivery.ts';
import { DIGEST_MINUTE } from './update-choice.ts';
import { NOTIFICATION_QUEUE } from './notify.ts';
import { DELIVERY_QUEUE } from './delivery-queue.ts';

interface ChoiceRow {
  now: Date;
  email: boolean;
  push: boolean;
  digest: boolean;
  muted: NotificationKind[];
  quietFrom: number;
  quietUntil: number;
  timeZone: string;
  wakeAt: Date | null;
  digestAt: Date | null;
}

/**
 * Decides, for one person, whether what they were not told yet leaves the house now. The row of their choice is
 * held meanwhile: jobs of one person follow each other, and the first takes along what the others came for. The
 * message, what it tells of and the job that sends it exist together or not at all.
 */
export async function runNotificationJob(services: Services, job: NotificationJob): Promise<void> {
  const { personId } = job;
  await services.orm.em.fork().transactional(async (em) => {
    const choice = await holdChoice(em, personId);
    if (!choice) return;
    await releaseStuck(em, personId);
    const digest = await digestState(services, em, choice, job);
    if (digest === 'old') return;
    const decision = decideDelivery(
      {
        ...(await readState(em, personId, choice, digest)),
        collectSeconds: services.config.mailCollectSeconds,
      },
      choice.now,
    );
    if (decision.do === 'wait') await wakeAt(services, em, { job, choice, until: decision.until });
    if (decision.do !== 'send') return;
    const { channel, notices } = decision;
    const deliveryId = newId();
    const db = em.getKysely();
    await db.insertInto('delivery').values({ id: deliveryId, person_id: personId, channel }).execute();
    await sql`update notification set delivery = ${deliveryId}
      where id = any(${notices}::uuid[]) and delivery is null and read_at is null`.execute(db);
    const sending: DeliveryJob = { deliveryId };
    await services.jobs.enqueue(em, DELIVERY_QUEUE, [{ data: sending, notBefore: choice.now }]);
  });
}

/** Null for whoever never chose: they are told in the app alone. */
async function holdChoice(em: Em, personId: string): Promise<ChoiceRow | undefined> {
  const { rows } = await sql<ChoiceRow>`
    select clock_timestamp() as now, choice.muted, quiet_from as "quietFrom", quiet_until as "quietUntil",
      time_zone as "timeZone", wake_at as "wakeAt", digest_at as "digestAt",
      digest and person.coordinator and person.standing <> 'SUSPENDED' as digest,
      email and exists (select from contact where contact.person_id = choice.person_id
        and confirmed_at is not null) as email,
      push and exists (select from push_subscription where push_subscription.person_id = choice.person_id) as push
    from notification_choice choice join person on person.id = choice.person_id
    where choice.person_id = ${personId} and erased_at is null for update of choice`.execute(em.getKysely());
  return rows[0];
}

/** A message whose job is lost (its last tries met a database that was away) takes nothing along for good. */
async function releaseStuck(em: Em, personId: string): Promise<void> {
  await sql`with stuck as (update delivery set gave_up_at = clock_timestamp(), failure = 'LOST'
      where person_id = ${personId} and sent_at is null and gave_up_at is null
        and created_at < clock_timestamp() - interval '2 days' returning id)
    update notification set delivery = null from stuck where person_id = ${personId} and delivery = stuck.id`.execute(
    em.getKysely(),
  );
}

/**
 * Which part the digest plays for this job. When its time has come, the next one is set first: a digest that cannot
 * be sent must not be the last.
 */
async function digestState(
  services: Services,
  em: Em,
  choice: ChoiceRow,
  { personId, digestAt, wakeAt }: NotificationJob,
): Promise<DeliveryState['digest'] | 'old'> {
  if (digestAt === undefined) return choice.digest && choice.email ? 'later' : 'none';
  const moment = new Date(digestAt);
  const isNext = choice.digestAt?.getTime() === moment.getTime();
  // One that had to wait comes again when the next is set already.
  const isWaiting = wakeAt !== undefined && choice.wakeAt?.getTime() === new Date(wakeAt).getTime();
  if (!choice.digest || (!isNext && !isWaiting)) return 'old';
  if (isNext) {
    const next = nextTime(DIGEST_MINUTE, choice.timeZone, choice.now > moment ? choice.now : moment);
    await em
      .getKysely()
      .updateTable('notification_choice')
      .set({ digest_at: next })
      .where('person_id', '=', personId)
      .execute();
    await services.jobs.enqueue(em, NOTIFICATION_QUEUE, [
      { data: { personId, digestAt: next.toISOString() } satisfies NotificationJob, notBefore: next },
    ]);
  }
  return 'due';
}

async function readState(
  em: Em,
  personId: string,
  choice: ChoiceRow,
  digest: DeliveryState['digest'],
): Promise<DeliveryState> {
  const { rows } = await sql<{ untold: (Omit<Untold, 'at'> & { at: string })[]; sent: string[] }>`select
    coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'at', at) order by id) from notification
      where person_id = ${personId} and delivery is null and read_at is null), '[]') as untold,
    coalesce((select json_agg(coalesce(sent_at, clock_timestamp())) from delivery where person_id = ${personId}
      and (sent_at > clock_timestamp() - interval '1 day' or (sent_at is null and gave_up_at is null))), '[]') as sent`.execute(
    em.getKysely(),
  );
  const { untold, sent } = rows[0]!;
  const { email, push, muted, quietFrom: from, quietUntil: until, timeZone } = choice;
  return {
    email,
    push,
    digest,
    muted,
    quiet: { from, until, timeZone },
    sent: sent.map((at) => new Date(at)),
    untold: untold.map((notice) => ({ ...notice, at: new Date(notice.at) })),
  };
}

/** One job looks again later, however many had to wait: else they would pile up. */
async function wakeAt(
  services: Services,
  em: Em,
  { job, choice, until }: { job: NotificationJob; choice: ChoiceRow; until: Date },
): Promise<void> {
  const isSet = choice.wakeAt !== null && choice.wakeAt > choice.now && choice.wakeAt <= until;
  if (isSet && job.digestAt === undefined) return;
  await em
    .getKysely()
    .updateTable('notification_choice')
    .set({ wake_at: until })
    .where('person_id', '=', job.personId)
    .execute();
  const data: NotificationJob =
    job.digestAt === undefined ? { personId: job.personId } : { ...job, wakeAt: until.toISOString() };
  await services.jobs.enqueue(em, NOTIFICATION_QUEUE, [{ data, notBefore: until }]);
}
