import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContest } from './support/contest.ts';
import { type Contest, findFaults } from './support/race.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

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

test('500 times eight people want one card: one gets it, the others hear who, nobody sees it open again', async () => {
  const contest = await openContest(database.url, services);
  try {
    expect(await findFaults(contest, { cardIds: contest.cardIds, rounds: 500 })).toEqual([]);
  } finally {
    await contest.close();
  }
  // Some 4,000 claims over HTTP: most of a minute of processor time, and more beside other tests.
}, 240_000);

const race = { cardIds: ['A', 'B', 'C', 'D', 'E'], rounds: 50 };

interface MemoryCard {
  status: string;
  holder: string | null;
}

/** Contests over cards in memory, with a claim that may be wrong. */
function contestWith(
  claim: (card: MemoryCard, handle: string) => Promise<string>,
  read: (card: MemoryCard) => MemoryCard = (card) => ({ ...card }),
): Contest {
  const cards = new Map<string, MemoryCard>();
  const open = (ids: string[]) => ids.forEach((id) => cards.set(id, { status: 'OPEN', holder: null }));
  open(race.cardIds);
  const handles = Array.from({ length: 8 }, (_, index) => `Vol${index}`);
  return {
    contend: (cardId) =>
      Promise.all(
        handles.map(async (handle) => {
          const holder = await claim(cards.get(cardId)!, handle);
          return holder === handle
            ? { handle, won: handle, told: null }
            : { handle, won: null, told: holder };
        }),
      ),
    read: async () => {
      await nextTurn();
      return new Map([...cards].map(([id, card]) => [id, read(card)]));
    },
    reset: async (cardIds) => {
      await nextTurn();
      open(cardIds);
    },
  };
}

/** Takes an open card between two turns of the event loop, as one step. */
const atomicClaim = async (card: MemoryCard, handle: string) => {
  await nextTurn();
  card.holder ??= handle;
  card.status = 'CLAIMED';
  await nextTurn();
  return card.holder;
};

/** Reads, then writes: what a board does that looks whether a card is open and then takes it. */
const readThenWrite = async (card: MemoryCard, handle: string) => {
  const { status, holder } = card;
  await nextTurn();
  if (status !== 'OPEN') return holder ?? '';
  card.status = 'CLAIMED';
  card.holder = handle;
  return handle;
};

test('the check finds nothing wrong with a claim that is one step', async () => {
  expect(await findFaults(contestWith(atomicClaim), race)).toEqual([]);
});

test('the check catches a claim that reads and then writes', async () => {
  expect(await findFaults(contestWith(readThenWrite), race)).toContainEqual(
    expect.stringMatching(/ and Vol/),
  );
});

test('the check catches losers who are told somebody else', async () => {
  const gossip = async (card: MemoryCard, handle: string) =>
    (await atomicClaim(card, handle)) === handle ? handle : 'Nobody';
  expect(await findFaults(contestWith(gossip), race)).toContainEqual(
    expect.stringContaining('was told Nobody'),
  );
});

test('the check catches a reader who sees an old board', async () => {
  const stale = () => ({ status: 'OPEN', holder: null });
  expect(await findFaults(contestWith(atomicClaim, stale), race)).toContainEqual(
    expect.stringContaining(' as OPEN of null'),
  );
});
