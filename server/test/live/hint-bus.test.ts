import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createHintBus, type HintBus } from '../../src/live/hint-bus.ts';
import type { Hint } from '../../src/live/hints.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
const buses: HintBus[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.close();
});
afterAll(() => database.drop());

async function openBus(): Promise<{ bus: HintBus; heard: Hint[]; losses(): number }> {
  const bus = createHintBus({ databaseUrl: database.url, log: pino({ level: 'silent' }) });
  buses.push(bus);
  const heard: Hint[] = [];
  let losses = 0;
  bus.listen({ hint: (hint) => heard.push(hint), lost: () => (losses += 1) });
  await bus.connected();
  return { bus, heard, losses: () => losses };
}

test('a hint is heard here at once, and elsewhere once and soon', async () => {
  const here = await openBus();
  const there = await openBus();
  here.bus.send({ board: 'one', revision: 1 });
  expect(here.heard).toEqual([{ board: 'one', revision: 1 }]);
  await until('it is heard there', () => there.heard.length > 0);
  there.bus.send({ person: 'ana' });
  await until('the answer is heard here', () => here.heard.length > 1);
  expect(there.heard).toEqual([{ board: 'one', revision: 1 }, { person: 'ana' }]);
  expect(here.heard).toEqual([{ board: 'one', revision: 1 }, { person: 'ana' }]);
});

test('many hints of one board travel as one, and many boards as few messages', async () => {
  const here = await openBus();
  const there = await openBus();
  const boards = Array.from({ length: 500 }, () => randomUUID());
  for (const board of boards) for (const revision of [1, 3, 2]) here.bus.send({ board, revision });
  await until('all are heard', () => there.heard.length >= boards.length);
  expect(there.heard).toEqual(boards.map((board) => ({ board, revision: 3 })));
});

test('after a broken line everybody is told to check, and hints pass again', async () => {
  const here = await openBus();
  const there = await openBus();
  const before = there.losses();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'strikeboard-hints' and datname = current_database()`);
  await admin.end();
  here.bus.send({ board: 'one', revision: 1 });
  await until('it is told', () => there.losses() > before);
  here.bus.send({ board: 'one', revision: 2 });
  await until('hints pass again', () => there.heard.some((hint) => 'board' in hint && hint.revision === 2));
});

test('what anybody else notifies does no harm', async () => {
  const { heard } = await openBus();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  const payloads = [
    '',
    'nonsense',
    '[]',
    '{"from":"me","news":[null,7,{"board":7},{"presence":"x"}]}',
    '{"news":{}}',
  ];
  for (const payload of payloads) await admin.query('select pg_notify($1, $2)', ['strikeboard', payload]);
  await admin.query('select pg_notify($1, $2)', ['strikeboard', '{"from":"me","news":[{"person":"ana"}]}']);
  await until('the good one is heard', () => heard.length > 0);
  expect(heard).toEqual([{ person: 'ana' }]);
  await admin.end();
});
