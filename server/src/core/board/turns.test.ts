import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  type LocalOnStrike,
  localOnStrike,
  revisionsOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { until } from '../../../test/support/until.ts';
import type { Services } from '../../platform/services.ts';
import { changeBoard } from './change-board.ts';
import { claimCard } from '../card/claim-card.ts';
import { Turns } from './turns.ts';

let database: TestDatabase;
let services: TestServices;
let elsewhere: TestServices;
let hot: LocalOnStrike;
let quiet: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  elsewhere = await createTestServices(database.url);
  hot = await localOnStrike(services);
  quiet = await localOnStrike(services);
});
afterAll(async () => {
  await elsewhere.close();
  await services.close();
  await database.drop();
});

const CROWD = 200;
/** Connections of one server, as createOrm has it. */
const POOL = 12;

/** Runs `meanwhile` while somebody else holds the hot board, and two hundred changes of it wait. */
async function whileStuck(server: Services, meanwhile: () => Promise<void>): Promise<void> {
  const em = elsewhere.orm.em.fork();
  await em.begin();
  await sql`select from board where id = ${hot.boardId} for update`.execute(em.getKysely());
  const before = await revisionsOf(elsewhere, hot.boardId);
  const crowd = Array.from({ length: CROWD }, () =>
    changeBoard(server, { board: { id: hot.boardId }, actorId: hot.organizer }, async () => ({
      kind: 'CARD_UPDATED',
      cards: [],
      result: undefined,
    })),
  );
  try {
    await meanwhile();
  } finally {
    await em.commit();
  }
  const made = (await Promise.all(crowd)).map(({ revision }) => revision);
  expect(made.sort((a, b) => a - b)).toEqual(made.map((_, index) => before.length + index + 1));
}

/** Connections that wait for a lock in the database, once that many do. */
async function waiting(expected: number): Promise<void> {
  await until(`${expected} connections to wait`, async () => {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`.execute(elsewhere.orm.em.fork().getKysely());
    return rows.length === expected;
  });
}

test('two hundred who wait for a board that hangs keep two connections, and nobody from another board', async () => {
  const { id: cardId } = await aCard(services, quiet);
  await whileStuck(services, async () => {
    await waiting(2);
    const { result } = await claimCard(services, quiet.volunteer, { cardId });
    expect(result?.holderId).toBe(quiet.volunteer);
    await waiting(2);
  });
});

test('the check notices a server without turns: the hot board takes all its connections', async () => {
  const without = { ...services, turns: new Turns(services.orm, { atOnce: Infinity }) };
  const { id: cardId } = await aCard(services, quiet);
  let late: Promise<unknown> | undefined;
  let claimed = false;
  await whileStuck(without, async () => {
    await waiting(POOL);
    late = claimCard(without, quiet.vetted, { cardId }).then(() => (claimed = true));
    await waiting(POOL);
    expect(claimed).toBe(false);
  });
  await late;
});

test('a card that is not there is refused, and a change that breaks passes its turn on', async () => {
  const nowhere = '00000000-0000-7000-8000-000000000000';
  await expect(claimCard(services, hot.volunteer, { cardId: nowhere })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const turns = new Turns(services.orm, { atOnce: 1 });
  const board = { id: hot.boardId };
  const broken = turns.take(board, () => Promise.reject(new Error('It breaks.')));
  const next = turns.take(board, async () => 'mine');
  await expect(broken).rejects.toThrow('It breaks.');
  expect(await next).toBe('mine');
});
