import { sql } from 'kysely';
import { older } from '../../platform/db/older.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { findRegistration } from './find-registration.ts';
import { hearEvents } from './hear-events.ts';
import { keepPlacesMoving } from './keep-places-moving.ts';
import { registerDoor } from './register-door.ts';
import { registeredEntries } from './registered-entries.ts';
import { REGISTRATION_QUEUE, type RegistrationJob } from './registration-queue.ts';
import { Registration, Seat, Turnout } from './registration.entity.ts';
import { RegistrationMutations } from './registration.mutations.ts';
import {
  AlreadyCheckedInResolver,
  EventDoorResolver,
  EventRegistrations,
  MOST_OWN,
  RegistrationResolver,
  ViewerRegistrations,
} from './registration.resolver.ts';
import { runRegistrationJob } from './run-registration-job.ts';
import { SEATS_OF_NETWORK } from './seat-share.ts';

/** Who did not come, and who came without an account, is forgotten so long after the end. */
export const REGISTRATION_DAYS = 30;

export const registration: Feature = {
  name: 'registration',
  entities: [Registration, Turnout],
  resolvers: [
    RegistrationMutations,
    RegistrationResolver,
    EventRegistrations,
    EventDoorResolver,
    ViewerRegistrations,
    AlreadyCheckedInResolver,
  ],
  nodes: { Registration: findRegistration },
  lists: {
    'Event.seats': Object.keys(Seat).length,
    'Viewer.registrations': cutAt(MOST_OWN),
  },
  services: ({ shareOf }) => ({ seatShare: shareOf(SEATS_OF_NETWORK, 'seat share') }),
  jobs: [
    jobKind<RegistrationJob>({
      queue: REGISTRATION_QUEUE,
      retries: { retryLimit: 10, retryDelay: 5, retryBackoff: true },
      run: runRegistrationJob,
    }),
  ],
  clock: keepPlacesMoving,
  hearsEvents: hearEvents,
  doors: (services) => [registerDoor(services)],
  calendar: registeredEntries,
  agesOut: [
    sql`delete from registration using event where event.id = event_id
      and ${older('event.ends_at', REGISTRATION_DAYS)} and (person_id is null or state <> 'ATTENDED')`,
  ],
  erasesPerson: {
    forgotten: { registration: ['checked_in_by_id'] },
    // What is over counts, without a name; a place at what is yet to come is free, and goes to who is next.
    also: async (db, personId) => {
      await sql`delete from registration using event where event.id = event_id and person_id = ${personId}
        and (event.ends_at > now() or state <> 'ATTENDED')`.execute(db);
      await sql`update registration set person_id = null, name = '', request_hash = null
        where person_id = ${personId}`.execute(db);
    },
  },
};
