import { type RawBuilder, sql } from 'kysely';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { RegistrationRow } from '../registration/read-registrations.ts';
import type { RegistrationState } from '../registration/registration.entity.ts';

/** So long after the end of an event people say something of it, and change what they said. */
export const FEEDBACK_DAYS = 14;

/** Who had a place: also whoever nobody saw at the door, since at home there is none. */
export const HAD_PLACE: readonly RegistrationState[] = ['REGISTERED', 'CONFIRMED', 'ATTENDED', 'MISSED'];

/** Whether it is the time for it, as a condition over `event`: from the beginning on, by the database's clock. */
export const timeForFeedback = (): RawBuilder<boolean> =>
  sql<boolean>`(event.cancelled_at is null and event.starts_at <= clock_timestamp()
    and event.ends_at > clock_timestamp() - make_interval(days => ${FEEDBACK_DAYS}))`;

export function requirePlace({ state }: Pick<RegistrationRow, 'state'>): void {
  if (HAD_PLACE.includes(state)) return;
  throw wrongStage('HAD_NO_PLACE', 'Only people who have a place at this event say something of it.');
}

/** Why it is not the time. */
export function notTheTime(event: { startsAt: Date; cancelledAt: Date | null; now: Date }): never {
  if (event.cancelledAt) throw wrongStage('EVENT_CANCELLED', 'This event was called off.');
  if (event.startsAt > event.now) throw wrongStage('EVENT_NOT_BEGUN', 'This opens when the event begins.');
  throw wrongStage('AFTERWARDS_OVER', `This was open for ${FEEDBACK_DAYS} days after the event.`);
}
