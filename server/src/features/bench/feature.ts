import { sql } from 'kysely';
import { Skill } from '../../core/access/skill.ts';
import { older } from '../../platform/db/older.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { cutAt, WORDS } from '../../platform/graphql/list-bounds.ts';
import { Adviser } from './adviser.entity.ts';
import { adviserLoader } from './adviser.loader.ts';
import { AdviserMutations } from './adviser.mutations.ts';
import { AdviserResolver, AdvisingResolver, ViewerAdvising } from './adviser.resolver.ts';
import { toAdviser } from './adviser.type.ts';
import { Booking } from './booking.entity.ts';
import { BookingResolver, ViewerBookings } from './booking.resolver.ts';
import { MOST_EXCEPTIONS, MOST_RULES } from './change-hours.ts';
import { HoursException, OfficeHours } from './office-hours.entity.ts';
import { KEPT_DAYS, MOST_SHOWN } from './read-bookings.ts';
import { BENCH_QUEUE, type BenchJob, remind } from './remind.ts';
import { leaveTalks, settleAdviser } from './settle-adviser.ts';
import { talksInCalendar } from './talks-in-calendar.ts';
import { MOST_TOPICS } from './update-adviser.ts';

export const bench: Feature = {
  name: 'bench',
  entities: [Adviser, OfficeHours, HoursException, Booking],
  resolvers: [
    AdviserResolver,
    AdviserMutations,
    ViewerAdvising,
    AdvisingResolver,
    BookingResolver,
    ViewerBookings,
  ],
  nodes: {
    Adviser: async ({ loaders }, uuid) => {
      const row = await loaders.of(adviserLoader).load(uuid);
      return row && toAdviser(row);
    },
  },
  lists: {
    'Adviser.languages': WORDS.languages,
    'Adviser.skills': Object.keys(Skill).length,
    'Adviser.topics': MOST_TOPICS,
    // What hours come to is reckoned, and not read.
    'Adviser.slots': { most: 100, look: 100 },
    'Advising.hours': MOST_RULES,
    'Advising.exceptions': cutAt(MOST_EXCEPTIONS),
    'OfficeHours.weekdays': 7,
    'SlotRefused.freeSlots': 3,
    'Viewer.bookings': cutAt(MOST_SHOWN),
  },
  jobs: [
    jobKind<BenchJob>({
      queue: BENCH_QUEUE,
      retries: { retryLimit: 5, retryDelay: 15, retryBackoff: true },
      run: remind,
    }),
  ],
  calendar: talksInCalendar,
  hearsRights: (services) => (personId) => settleAdviser(services, personId),
  agesOut: [
    sql`delete from booking where ${older('ends_at', KEPT_DAYS)}`,
    sql`delete from hours_exception where on_date < current_date - 7`,
  ],
  erasesPerson: {
    gone: { adviser: 'person_id', office_hours: 'person_id', hours_exception: 'person_id' },
    forgotten: { adviser: ['invited_by_id'] },
    also: leaveTalks,
  },
};
