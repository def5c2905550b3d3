import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEventWith, say } from '../../../test/support/an-afterwards.ts';
import { hosts, type Hosts } from '../../../test/support/an-event.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { FeedbackBalance } from './feedback.entity.ts';
import { readSums, readTexts } from './read-feedback.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

test('in whatever order people speak and change their minds, what is shown moves only when five of them did since it moved last', async () => {
  const { places, eventId } = await anEventWith(services, by, { strangers: 12 });
  const shown = async () => JSON.stringify([await readSums(db(), [eventId]), await readTexts(db(), eventId)]);
  const act = fc.record({
    who: fc.nat({ max: places.length - 1 }),
    balance: fc.constantFrom(...Object.values(FeedbackBalance)),
    good: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 30 }), async (acts) => {
      await sql`delete from feedback where event_id = ${eventId}`.execute(db());
      await sql`delete from feedback_sum where event_id = ${eventId}`.execute(db());
      let before = await shown();
      let since = new Set<number>();
      for (const { who, balance, good } of acts) {
        await say(services, places[who]!, { balance, good });
        since.add(who);
        const now = await shown();
        if (now !== before) expect(since.size).toBeGreaterThanOrEqual(5);
        // Nor is anything kept back that may be shown.
        if (since.size >= 5) {
          const [sum] = await readSums(db(), [eventId]);
          const { rows } = await sql<{ all: number }>`select count(*)::int as all from feedback
            where event_id = ${eventId}`.execute(db());
          expect(sum?.answers).toBe(rows[0]!.all);
          since = new Set();
        }
        before = now;
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
