import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { cardTemplates } from '../../../test/support/templates.ts';
import { limitsFrom } from '../../platform/db/limits.ts';
import { openOrm } from '../open-orm.ts';
import { fillDemo } from './fill-demo.ts';

// It plays a whole strike: on a loaded machine that takes longer than other tests.
vi.setConfig({ testTimeout: 60_000 });

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('the demo fills an empty database once, with every template and cards in every column', async () => {
  const filled = await Promise.all([fillDemo(services), fillDemo(services)]);
  expect(filled.sort()).toEqual([false, true]);

  const db = services.orm.em.fork().getKysely();
  const cards = await db.selectFrom('card').selectAll().execute();
  expect(cards).toHaveLength(cardTemplates.length);
  const columns = Object.entries(Object.groupBy(cards, ({ status }) => status)).map(([status, of]) => [
    status,
    of.length,
  ]);
  expect(Object.fromEntries(columns)).toEqual({ DRAFT: 6, OPEN: 11, CLAIMED: 4, IN_REVIEW: 3, DONE: 13 });
  expect(await db.selectFrom('session').select('id').execute()).toEqual([]);
  expect(await db.selectFrom('adviser').select('person_id').execute()).toHaveLength(3);
  const talks = await db.selectFrom('booking').select(['starts_at', 'organization_id']).execute();
  expect(talks).toHaveLength(1);
  expect(new Date(talks[0]!.starts_at as unknown as Date).getTime()).toBeGreaterThan(Date.now());
  expect(talks[0]!.organization_id).not.toBeNull();

  const now = Date.now();
  for (const card of cards) {
    if (card.lease_expires_at) expect(card.lease_expires_at.getTime()).toBeGreaterThan(now);
    for (const moment of [card.created_at, card.claimed_at, card.waiting_since, card.finished_at]) {
      if (moment) expect(moment.getTime()).toBeLessThan(now);
    }
  }
  const events = await db.selectFrom('board_event').select(['revision', 'at']).orderBy('revision').execute();
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));
  expect(events.map(({ at }) => at)).toEqual(
    events.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime()),
  );
});

test('on a machine that takes long to play it, the turn to fill the demo is kept until it is filled', async () => {
  const empty = await createTestDatabase();
  const slow = await createTestServices(empty.url);
  // Only the turn's own connection: it waits for all that is played on the others.
  const impatient = openOrm(empty.url, { limits: { ...limitsFrom(), idle: 1_000 } });
  const forks = [impatient.em];
  const em = {
    fork: () => (forks.pop() ?? slow.orm.em).fork(),
    getConnection: () => slow.orm.em.getConnection(),
  };
  try {
    expect(await fillDemo({ ...slow, orm: { em } as typeof slow.orm })).toBe(true);
    expect(await fillDemo(slow)).toBe(false);
  } finally {
    await impatient.close();
    await slow.close();
    await empty.drop();
  }
});
