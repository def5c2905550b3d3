import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
  revisionsOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { until } from '../../../test/support/until.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { changeBoard } from './change-board.ts';
import { claimCard } from '../card/claim-card.ts';
import { addComment } from '../card/comment-on-card.ts';

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

const db = () => services.orm.em.fork().getKysely();

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** One change that touches no card; `fail` makes it throw after it wrote. */
const touch = (boardId: string, { fail = false } = {}) =>
  changeBoard(services, { board: { id: boardId }, actorId: strike.coordinator }, async (board) => {
    await sql`update card set updated_at = clock_timestamp() where board_id = ${board.id}`.execute(board.db);
    if (fail) throw new Error('It breaks.');
    return { kind: 'CARD_UPDATED', cards: [], result: undefined };
  });

/** Fifty changes at once, every fifth of which breaks; returns the revisions of those that were made. */
async function fiftyWriters(write: (options: { fail: boolean }) => Promise<number>): Promise<number[]> {
  const done = await Promise.allSettled(upTo(50).map((index) => write({ fail: index % 5 === 0 })));
  return done.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

test('fifty writers on one board: revisions without a gap, one event each, none for what broke', async () => {
  const { boardId } = await localOnStrike(services);
  services.sent.length = 0;
  const made = await fiftyWriters(async (options) => (await touch(boardId, options)).revision);
  expect(made.sort((a, b) => a - b)).toEqual(upTo(40));
  expect(await revisionsOf(services, boardId)).toEqual(upTo(40));
  expect(services.sent).toHaveLength(40);
});

test('the check notices revisions from a sequence, which leave a gap where a change broke', async () => {
  await sql`create sequence wrong_revision`.execute(db());
  const made = await fiftyWriters(({ fail }) =>
    services.orm.em.fork().transactional(async (em) => {
      const { rows } = await sql<{ next: string }>`select nextval('wrong_revision') as next`.execute(
        em.getKysely(),
      );
      if (fail) throw new Error('It breaks.');
      return Number(rows[0]?.next);
    }),
  );
  expect(made).toHaveLength(40);
  expect(made.sort((a, b) => a - b)).not.toEqual(upTo(40));
});

test('writers on many boards count each board by itself', async () => {
  const boards = [
    await localOnStrike(services),
    await localOnStrike(services),
    await localOnStrike(services),
  ];
  await Promise.all(upTo(30).map((index) => touch(boards[index % 3]!.boardId)));
  for (const { boardId } of boards) expect(await revisionsOf(services, boardId)).toEqual(upTo(10));
});

test('a change that breaks after it wrote leaves nothing behind', async () => {
  await aCard(services, strike);
  const before = await everythingOnBoards(services);
  services.sent.length = 0;
  await expect(touch(strike.boardId, { fail: true })).rejects.toThrow('It breaks.');
  expect(await everythingOnBoards(services)).toEqual(before);
  expect(services.sent).toEqual([]);
});

test('revisions go up in the order of the commits', async () => {
  const { boardId } = await localOnStrike(services);
  const order: number[] = [];
  await Promise.all(upTo(20).map(async () => order.push((await touch(boardId)).revision)));
  const { rows } = await sql<{ revision: number }>`select revision from board_event
    where board_id = ${boardId} order by at, revision`.execute(db());
  expect(rows.map(({ revision }) => revision)).toEqual(upTo(20));
  expect([...order].sort((a, b) => a - b)).toEqual(upTo(20));
});

test('a request id counts once, also when both requests come at the same time, and for its person only', async () => {
  const { id: cardId } = await aCard(services, strike);
  const say = (actor: string) => addComment(services, actor, { cardId, text: 'Good luck', requestId: 'tap' });
  const [first, second] = await Promise.all([say(strike.volunteer), say(strike.volunteer)]);
  expect(first.revision).toBe(second.revision);
  expect([first.result, second.result].filter(Boolean)).toHaveLength(1);
  expect(first.cards).toEqual([cardId]);
  expect(second.cards).toEqual([cardId]);
  expect((await say(strike.vetted)).revision).toBeGreaterThan(first.revision);
});

test('a refused request is not remembered: it may succeed later', async () => {
  const { id: cardId } = await aCard(services, strike, 'DRAFT');
  const claim = () => claimCard(services, strike.member, { cardId, requestId: 'tap' });
  expect((await refusalOf(claim())).code).toBe('WRONG_STATUS');
  await sql`update card set status = 'OPEN' where id = ${cardId}`.execute(db());
  expect((await claim()).result?.status).toBe('CLAIMED');
});

test.each([
  ['too long', 'x'.repeat(101), 'TOO_LONG'],
  ['with a NUL', 'a\0b', 'CONTROL_CHARACTERS'],
])('refuses a request id that is %s', async (_name, requestId, reason) => {
  const { id: cardId } = await aCard(services, strike);
  const refusal = await refusalOf(claimCard(services, strike.volunteer, { cardId, requestId }));
  expect(refusal).toBeInstanceOf(InvalidInput);
  expect(refusal).toMatchObject({ field: 'requestId', reason });
});

/** Runs `change` while `first` holds the board and then commits: what the change sees is what came first. */
async function meanwhile<T>(first: string, change: () => Promise<T>): Promise<T> {
  const em = services.orm.em.fork();
  await em.begin();
  await sql`select from board where id = ${strike.boardId} for update`.execute(em.getKysely());
  const changing = change();
  // It may be refused before anybody looks at it.
  changing.catch(() => undefined);
  await until('the change to wait', async () => {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`.execute(db());
    return rows.length > 0;
  });
  await sql.raw(first).execute(em.getKysely());
  await em.commit();
  return changing;
}

test('a campaign that ends while a claim waits for the board is over for that claim', async () => {
  const { id: cardId } = await aCard(services, strike);
  const end = (value: string) => `update campaign set ended_at = ${value} where id = '${strike.campaignId}'`;
  const late = meanwhile(end('now()'), () => claimCard(services, strike.volunteer, { cardId }));
  expect((await refusalOf(late)).code).toBe('NOT_ALLOWED');
  await sql.raw(end('null')).execute(db());
});

test('a role that is lost while a claim waits for the board is lost for that claim', async () => {
  const { id: cardId } = await aCard(services, strike, 'OPEN', { sensitivity: 'TEAM' });
  const leave = `delete from membership where person_id = '${strike.member}'`;
  const late = meanwhile(leave, () => claimCard(services, strike.member, { cardId }));
  expect((await refusalOf(late)).code).toBe('NOT_FOUND');
});
