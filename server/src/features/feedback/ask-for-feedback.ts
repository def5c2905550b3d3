import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import type { EventListener } from '../event/event-listener.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { holdSum } from './count-feedback.ts';

/** Asks people what they say of an event. */
export const FEEDBACK_QUEUE = 'feedback';

/** An event that was to end at that moment; if it moved, this is an old job. */
export interface FeedbackJob {
  askOf: string;
  endsAt: string;
}

/** So long after the end people are asked (hours): they are home, and still remember. */
const ASKED_HOURS = 1;

/** With each change of an event: a job for an hour after its end. */
export const askLater = (services: Services): EventListener => ({
  changed: async (em, { kind, eventId }) => {
    if (kind !== 'CANCELLED' && kind !== 'FILES') {
      const { rows } = await sql<{ endsAt: Date; at: Date }>`select ends_at as "endsAt",
        ends_at + make_interval(hours => ${ASKED_HOURS}) as at from event where id = ${eventId}`.execute(
        em.getKysely(),
      );
      const { endsAt, at } = rows[0]!;
      const data: FeedbackJob = { askOf: eventId, endsAt: endsAt.toISOString() };
      await services.jobs.enqueue(em, FEEDBACK_QUEUE, [{ data, notBefore: at }]);
    }
    return () => undefined;
  },
});

/**
 * Asks whoever has an account and was there, or was at home, and has said nothing yet: once for each event, whatever
 * comes early, late or twice.
 */
export async function askForFeedback(services: Services, { askOf, endsAt }: FeedbackJob): Promise<void> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const { rows: over } =
      await sql`select from event where id = ${askOf} and ends_at = ${endsAt}::timestamptz
      and ends_at <= clock_timestamp() and cancelled_at is null`.execute(db);
    if (over.length === 0) return [];
    await holdSum(db, askOf);
    const first = await sql`update feedback_sum set asked_at = clock_timestamp()
      where event_id = ${askOf} and asked_at is null`.execute(db);
    if (first.numAffectedRows === 0n) return [];
    const { rows } = await sql<{ personId: string }>`select person_id as "personId" from registration
      where event_id = ${askOf} and person_id is not null
        and (state in ('REGISTERED', 'CONFIRMED', 'ATTENDED') or (state = 'MISSED' and seat = 'ONLINE'))
        and not exists (select from feedback where feedback.event_id = registration.event_id
          and feedback.person_id = registration.person_id)`.execute(db);
    const notices = rows.map(({ personId }): Notice => ({
      personId,
      kind: 'FEEDBACK_ASKED',
      eventId: askOf,
    }));
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
}
