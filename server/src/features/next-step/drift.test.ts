import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/support/a-training.ts';
import {
  aCard,
  aHandle,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { handBackCard } from '../../core/card/hand-back-card.ts';
import { answerDrift, FEWEST_SHOWN, isAsked, readDrift } from './answer-drift.ts';
import { askDrifted, DRIFT_DAYS } from './ask-drifted.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const em = () => services.orm.em.fork();
const db = () => em().getKysely();

/** Somebody who took a card and handed it back, so many days ago. */
async function drifted(days: number): Promise<Viewer> {
  const who = await newcomer(services, aHandle());
  const { id: cardId } = await aCard(services, strike, 'OPEN');
  await claimCard(services, who.personId, { cardId });
  await handBackCard(services, who.personId, { cardId, note: 'Sorry' });
  await sql`update claim set claimed_at = claimed_at - make_interval(days => ${days}),
    ended_at = ended_at - make_interval(days => ${days}) where person_id = ${who.personId}`.execute(db());
  return who;
}
const asked = ({ personId }: Viewer) => isAsked(em(), personId);

test('who took a card and did nothing for a month is asked, once in their life here, by whatever server', async () => {
  const gone = await drifted(DRIFT_DAYS + 1);
  const lately = await drifted(DRIFT_DAYS - 1);
  const longGone = await drifted(200);
  const back = await drifted(DRIFT_DAYS + 1);
  const { id: cardId } = await aCard(services, strike, 'OPEN');
  await claimCard(services, back.personId, { cardId });
  const never = await newcomer(services, aHandle());
  const counts = await Promise.all([1, 2, 3].map(() => askDrifted(services)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(1);
  expect(await Promise.all([gone, lately, longGone, back, never].map(asked))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  const { rows } = await sql`select kind, path from notification where person_id = ${gone.personId}`.execute(
    db(),
  );
  expect(rows).toEqual([{ kind: 'DRIFT_ASKED', path: '/me/why' }]);
  await answerDrift(services, gone, { reason: 'NO_TIME' });
  expect(await askDrifted(services)).toBe(0);
  expect((await refusalOf(answerDrift(services, gone, { reason: 'NO_TIME' }))).why).toBe('NOT_ASKED');
  expect((await refusalOf(answerDrift(services, lately, { reason: 'NO_TIME' }))).why).toBe('NOT_ASKED');
});

test('answers bear no name and no day, and are shown from five on', async () => {
  await sql`delete from drift_answer`.execute(db());
  for (let count = 1; count <= FEWEST_SHOWN; count++) {
    expect(await readDrift(em())).toMatchObject({ answers: null, lines: null });
    const who = await drifted(DRIFT_DAYS + 2);
    await askDrifted(services);
    const line = count === 2 ? 'The night shift' : null;
    await answerDrift(services, await viewerOf(services, who.personId), { reason: 'WAITED_TOO_LONG', line });
  }
  expect(await readDrift(em())).toMatchObject({
    answers: [{ reason: 'WAITED_TOO_LONG', count: FEWEST_SHOWN }],
    lines: ['The night shift'],
  });
  const { rows } = await sql<Record<string, unknown>>`select * from drift_answer`.execute(db());
  expect(Object.keys(rows[0]!).sort()).toEqual(['id', 'line', 'month', 'reason']);
});
