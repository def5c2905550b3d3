import { sql } from 'kysely';
import { older } from '../../platform/db/older.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { carriersOf } from '../notification/create-carriers.ts';
import { runWayBackJob, WAY_BACK_QUEUE, type WayBackJob } from './run-way-back.ts';
import { WayBack } from './way-back.entity.ts';
import { WayBackMutations } from './way-back.resolver.ts';

export const wayBack: Feature = {
  name: 'way-back',
  entities: [WayBack],
  resolvers: [WayBackMutations],
  jobs: [
    jobKind<WayBackJob>({
      queue: WAY_BACK_QUEUE,
      // It counts for ten minutes: later, nobody waits for it.
      retries: { retryLimit: 4, retryDelay: 15, retryBackoff: true },
      run: (services, job) => runWayBackJob(services, carriersOf(services), job),
    }),
  ],
  agesOut: [sql`delete from way_back where ${older('asked_at', 1)}`],
  erasesPerson: { gone: { way_back: 'person_id' } },
};
