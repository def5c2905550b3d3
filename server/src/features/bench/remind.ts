import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { HOUR_MS } from './free-slots.ts';
import { settleAdviser } from './settle-adviser.ts';

/** Reminds of talks. */
export const BENCH_QUEUE = 'bench';

/** A talk that begins within the hour, if it is still at that time. */
export interface BenchJob {
  bookingId: string;
  startsAt: string;
}

/** In the transaction of `em`: an hour before it begins both are reminded. One that is moved has a job of its own. */
export async function remindLater(
  services: Services,
  em: Em,
  { bookingId, startsAt }: { bookingId: string; startsAt: Date },
): Promise<void> {
  const data: BenchJob = { bookingId, startsAt: startsAt.toISOString() };
  const notBefore = new Date(startsAt.getTime() - HOUR_MS);
  await services.jobs.enqueue(em, BENCH_QUEUE, [{ data, notBefore }]);
}

/** Reminds both of a talk, once. One whose adviser may advise no more is cancelled instead, whoever forgot to. */
export async function remind(services: Services, { bookingId, startsAt }: BenchJob): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  const { rows } = await sql<{ adviserId: string | null }>`select adviser_id as "adviserId" from booking
    where id = ${bookingId}`.execute(db);
  if (rows[0]?.adviserId) await settleAdviser(services, rows[0].adviserId);
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const reminded = await sql<{ adviserId: string; bookerId: string }>`
      update booking set reminded_at = clock_timestamp()
      where id = ${bookingId} and state = 'BOOKED' and starts_at = ${startsAt}::timestamptz and reminded_at is null
        and starts_at > clock_timestamp() and adviser_id is not null and booker_id is not null
      returning adviser_id as "adviserId", booker_id as "bookerId"`.execute(em.getKysely());
    const notices = reminded.rows.flatMap(({ adviserId, bookerId }): Notice[] => [
      { personId: adviserId, kind: 'BOOKING_SOON', aboutId: bookerId },
      { personId: bookerId, kind: 'BOOKING_SOON', aboutId: adviserId },
    ]);
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
}
