import 'reflect-metadata';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSnapshot, type Snapshot } from '../src/core/board/read-board.ts';
import { openOrm } from '../src/app/open-orm.ts';
import { createReadDatabase, type ReadDatabase } from '../src/platform/db/read-database.ts';
import { readerOf } from '../src/core/access/viewer.ts';
import { aCard, startStrike, type Strike } from './live/support/strike.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startStreamingCopy, type StreamingCopy } from './support/streaming-copy.ts';
import { cloneTemplate, startTestCluster, type TestCluster } from './support/test-cluster.ts';
import { until } from './support/until.ts';

// A cluster of its own: others would write to the shared one while its folder is copied.
let cluster: TestCluster;
let copy: StreamingCopy;
let services: TestServices;
let readDatabase: ReadDatabase;
let strike: Strike;
const log = pino({ level: 'silent' });

beforeAll(async () => {
  cluster = await startTestCluster();
  const url = await cloneTemplate(cluster.adminUrl, 'copied');
  services = await createTestServices(url);
  copy = await startStreamingCopy(cluster.adminUrl);
  readDatabase = createReadDatabase({ databaseUrl: copy.url(url), open: openOrm, log, pauseMs: 1_000_000 });
});
beforeEach(async () => {
  strike = await startStrike(services);
});
afterAll(async () => {
  await readDatabase.close();
  await services.close();
  await copy.stop();
  await cluster.stop();
});

const anybody = readerOf(null);
const ask = () => readSnapshot(services.orm.em, strike.boardId, anybody, readDatabase);
const truth = () => readSnapshot(services.orm.em, strike.boardId, anybody);

/** Asks until the copy has caught up and answers, and returns what it said. */
function fromTheCopy(): Promise<Snapshot> {
  return until('the copy answers', async () => {
    const before = readDatabase.counts.answered;
    const snapshot = await ask();
    return readDatabase.counts.answered > before ? snapshot : null;
  });
}

test('what the copy has reached is read there', async () => {
  await aCard(services, strike);
  expect(await fromTheCopy()).toEqual(await truth());
});

test('a copy that is behind never gives an older revision than the board has', async () => {
  await aCard(services, strike);
  await fromTheCopy();
  await copy.fallBehind();
  const before = readDatabase.counts.behind;
  await aCard(services, strike, { title: 'Not in the copy yet' });
  const snapshot = await ask();
  expect(snapshot).toEqual(await truth());
  expect(snapshot?.cards).toHaveLength(2);
  expect(readDatabase.counts.behind).toBe(before + 1);
  await copy.catchUp();
  expect(await fromTheCopy()).toEqual(snapshot);
});

test('mutant: who reads the copy without comparing gets what is over', async () => {
  await aCard(services, strike);
  await fromTheCopy();
  await copy.fallBehind();
  await aCard(services, strike);
  // At least at the beginning is every board, so nothing is compared.
  const begun = { epoch: (await cursor()).epoch, revision: 0 };
  const stale = await readSnapshot(services.orm.em, strike.boardId, anybody, readDatabase, begun);
  await copy.catchUp();
  expect(stale?.revision).toBeLessThan((await cursor()).revision);
});

test('a copy of another epoch is no copy, whatever its revision', async () => {
  await aCard(services, strike);
  await fromTheCopy();
  const { revision } = await cursor();
  const elsewhere = { epoch: 'another', revision };
  const before = readDatabase.counts.behind;
  expect(await readSnapshot(services.orm.em, strike.boardId, anybody, readDatabase, elsewhere)).toEqual(
    await truth(),
  );
  expect(readDatabase.counts.behind).toBe(before + 1);
});

test('while changes and reads go on, nobody who reads goes back', async () => {
  let writing = true;
  const writes = (async () => {
    for (let count = 0; count < 20; count += 1) {
      if (count % 5 === 2) await copy.fallBehind();
      if (count % 5 === 4) await copy.catchUp();
      await aCard(services, strike);
    }
    await copy.catchUp();
    writing = false;
  })();
  let known = 0;
  while (writing) {
    const { revision } = await cursor();
    const snapshot = await ask();
    expect(snapshot?.revision).toBeGreaterThanOrEqual(Math.max(known, revision));
    known = snapshot?.revision ?? 0;
  }
  await writes;
});

test('a board that is gone is gone, whatever the copy remembers', async () => {
  await fromTheCopy();
  expect(await readSnapshot(services.orm.em, crypto.randomUUID(), anybody, readDatabase)).toBeNull();
});

test('a copy that hangs or is gone is left alone for a while, and everybody is answered', async () => {
  await aCard(services, strike);
  await copy.kill();
  expect(await ask()).toEqual(await truth());
  expect(readDatabase.counts.away).toBe(1);
  expect(await ask()).toEqual(await truth());
  // It was not even asked.
  expect(readDatabase.counts.away).toBe(1);
});

async function cursor(): Promise<{ epoch: string; revision: number }> {
  return await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('board')
    .select(['epoch', 'revision'])
    .where('id', '=', strike.boardId)
    .executeTakeFirstOrThrow();
}
