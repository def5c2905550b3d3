import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { randomInt } from 'node:crypto';
import { createCard } from '../../src/core/card/create-card.ts';
import { moveCards } from '../../src/core/chosen/move-cards.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { startStrike } from './support/strike.ts';
import { Watcher } from './support/watcher.ts';

// Readers that stop taking what is sent: a phone in a tunnel, a page asleep. The network's own buffers take some
// megabytes for each of them first, so their messages are made large.

/** Each change of one card is some tens of kilobytes for who asks for this. */
const LARGE = Array.from({ length: 19 }, (_each, index) => `w${index}: localSupplies`).join(' ');
/** Compressed, twenty times the same words are the words once: there they are other words on each of many cards. */
const LARGE_COMPRESSED = 'w0: localSupplies';
const MANY_CARDS = 40;
const FRAME_BYTES = 64 * 1024;
const MOST_MOVES = 2_000;

let database: TestDatabase;
let replica: Replica | undefined;
const watchers: Watcher[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const watcher of watchers.splice(0)) watcher.close();
  await replica?.close();
});
afterAll(() => database.drop());

/** Words that nothing makes short. */
const unlike = () => String.fromCharCode(...Array.from({ length: 500 }, () => randomInt(0x4e00, 0x9fff)));

/** One who reads slowly for each of `slow`, and `others` who keep up, on a board whose cards have many words. */
async function watched(
  limits: ReplicaOptions['limits'],
  { slow, others, compresses = false }: { slow: number; others: number; compresses?: boolean },
) {
  // Whoever is cut off is told why, however long it takes them to hear.
  replica = await startReplica(database.url, { limits: { linger: 60_000, ping: 60_000, ...limits } });
  const { services, url } = replica;
  const strike = await startStrike(services);
  const { personId } = strike.organizer.viewer;
  const cardIds: string[] = [];
  // One card more stays where it is: what has its place already is not moved.
  while (cardIds.length < (compresses ? MANY_CARDS : 1) + 1) {
    const { result } = await createCard(services, personId, {
      boardId: strike.boardId,
      title: 'Tell the town',
      deliverable: 'A leaflet',
      // Three bytes each.
      localSupplies: compresses ? unlike() : '語'.repeat(500),
      skill: 'WRITING',
      hours: 2,
      phase: 'ONGOING',
      sensitivity: 'PUBLIC',
    });
    cardIds.push(result!.id);
  }
  const moving = cardIds.slice(1);
  let moves = 0;
  const start = (more?: string) => {
    const watcher = new Watcher({
      ...{ url: () => url, board: strike.board, token: null, ...(more && { more, compresses }) },
    });
    watchers.push(watcher);
    return watcher.start();
  };
  return {
    strike,
    slow: await Promise.all(Array.from({ length: slow }, () => start(compresses ? LARGE_COMPRESSED : LARGE))),
    others: await Promise.all(Array.from({ length: others }, () => start())),
    move: async () => {
      moves += 1;
      const place = moves % 2 === 0 ? 'TOP' : 'BOTTOM';
      return (await moveCards(services, personId, { boardId: strike.boardId, cardIds: moving, place }))
        .revision;
    },
    replica,
  };
}

/** Hears the reason of the close that a slow reader gets, once it reads again. */
function endOf(watcher: Watcher): () => { code: number; reason: string } | undefined {
  const { client } = watcher;
  return () => client?.closed;
}

const pause = (watcher: Watcher) => watcher.client?.socket.pause();
const resume = (watcher: Watcher) => watcher.client?.socket.resume();

/** Moves the card until the server has cut off so many. Those who keep up have each change before the next. */
async function moveUntilCut(
  of: { move(): Promise<number>; others: Watcher[]; replica: Replica },
  cuts: number,
): Promise<{ mostWaiting: number }> {
  let mostWaiting = 0;
  for (let moves = 0; of.replica.live.counts.cuts < cuts; moves += 1) {
    if (moves === MOST_MOVES) throw new Error(`${of.replica.live.counts.cuts} of ${cuts} were cut off`);
    const revision = await of.move();
    await until('the others have it', () => of.others.every((watcher) => watcher.revision >= revision));
    mostWaiting = Math.max(mostWaiting, of.replica.mostWaiting());
  }
  return { mostWaiting };
}

test.each([false, true])(
  'two of forty stop reading: what waits for them is bounded, they are cut off, and nobody else notices (compressed: %s)',
  async (compresses) => {
    const scene = await watched({}, { slow: 2, others: 38, compresses });
    const ends = scene.slow.map(endOf);
    scene.slow.forEach(pause);
    const { mostWaiting } = await moveUntilCut(scene, 2);
    expect(mostWaiting).toBeGreaterThan(FRAME_BYTES);
    expect(mostWaiting).toBeLessThan(512 * 1024 + FRAME_BYTES);

    for (const watcher of scene.others) {
      expect(watcher.complaints).toEqual([]);
      expect(watcher.snapshots).toBe(1);
      expect(watcher.client?.closed).toBeUndefined();
    }
    expect(await scene.others[0]?.agrees()).toBe(true);

    // They read again: first why they were cut off, then what they missed, from where they stood.
    scene.slow.forEach(resume);
    await until('they hear of it', () => ends.every((end) => end()));
    for (const end of ends)
      expect(end()).toMatchObject({ code: 1013, reason: expect.stringMatching(/resume/) });
    const revision = await scene.move();
    await until('they have caught up', () => scene.slow.every((watcher) => watcher.revision === revision));
    for (const watcher of scene.slow) {
      expect(watcher.complaints).toEqual([]);
      expect(watcher.snapshots).toBe(1);
    }
    expect(scene.replica.live.counts.cuts).toBe(2);
  },
  120_000,
);

test.each([false, true])(
  'one who takes nothing for a while is cut off, however little waits (compressed: %s)',
  async (compresses) => {
    const megabytes = 64 * 1024 * 1024;
    const scene = await watched(
      { bufferedBytes: megabytes, behind: 300 },
      { slow: 1, others: 2, compresses },
    );
    const [slow] = scene.slow as [Watcher];
    const end = endOf(slow);
    pause(slow);
    const { mostWaiting } = await moveUntilCut(scene, 1);
    expect(mostWaiting).toBeLessThan(megabytes);
    resume(slow);
    await until('it hears of it', end);
    expect(end()).toMatchObject({ code: 1013 });
    const revision = await scene.move();
    await until('it has caught up', () => slow.revision === revision);
    expect(slow.complaints).toEqual([]);
    expect(slow.snapshots).toBe(1);
  },
  120_000,
);
