import type { Em } from '../../platform/db/orm.ts';
import type { NewJob } from '../../platform/jobs/jobs.ts';
import type { Services } from '../../platform/services.ts';

/** What is to be done about places at a certain time. */
export const REGISTRATION_QUEUE = 'registration';

/** What people are told as an event comes near, and when (ms from its beginning). */
export const TELLING = {
  DAY: -24 * 3_600_000,
  HOUR: -3_600_000,
  /** Whoever is not there a little after the beginning. */
  BEGAN: 5 * 60_000,
} as const;
export type Telling = keyof typeof TELLING;

export type RegistrationJob =
  /** Places were kept for somebody until now. */
  | { placesOf: string }
  /** People are told of the event that was to begin at that moment; if it moved, this is an old job. */
  | { tellOf: string; what: Telling; startsAt: string }
  /** The event that was to end at that moment is over. */
  | { countOf: string; endsAt: string };

export const enqueue = (services: Pick<Services, 'jobs'>, em: Em, jobs: NewJob[]): Promise<void> =>
  services.jobs.enqueue(em, REGISTRATION_QUEUE, jobs);
