import 'reflect-metadata';
import type { ExecutionArgs, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/board/claim-card.ts';
import { addComment } from '../../src/board/comment-on-card.ts';
import { moveCard } from '../../src/board/move-card.ts';
import { saveDraft } from '../../src/board/save-draft.ts';
import { type Context, createContext } from '../../src/graphql/context.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import type { Joined } from '../../src/person/join.ts';
import { setStanding } from '../../src/person/set-standing.ts';
import type { Viewer } from '../../src/person/viewer.ts';
import type { Services } from '../../src/services.ts';
import { selectAll } from '../rights/selection.ts';
import { asNow, joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';

// What a cohort gets is the same bytes for all of them, whoever they are, whatever they ask for.

const PRIVATE_DRAFT = 'Nobody but me has read this yet';

let database: TestDatabase;
let everything: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const schema: GraphQLSchema = await createSchema();
  const card = selectAll(schema.getType('Card') as GraphQLObjectType);
  everything = `subscription ($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) {
    ${selectAll(schema.getType('BoardChange') as GraphQLObjectType).replace(
      /\bcards \{ __typename id \}/,
      `cards { ${card} }`,
    )} } }`;
});
afterAll(() => database.drop());

interface Story {
  services: Services;
  strike: Strike;
  cardId: string;
  /** All of one class: one holds the card, has a draft and comments on it; the others have nothing of it. */
  people: Joined[];
}

async function tellStory(services: Services): Promise<Story> {
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const people: Joined[] = [];
  for (let each = 0; each < 3; each += 1) {
    const joined = await joinAs(services, aHandle());
    await setStanding(services, strike.coordinator, { handle: joined.viewer.handle, standing: 'VETTED' });
    people.push({ ...joined, viewer: await asNow(services, joined.viewer) });
  }
  const holder = people[0]!.viewer.personId;
  await claimCard(services, holder, { cardId });
  await saveDraft(services, holder, { cardId, note: PRIVATE_DRAFT, links: [] });
  await addComment(services, holder, { cardId, text: 'Half done' });
  return { services, strike, cardId, people };
}

/** What each of them hears of one more move, as it came over the wire. */
async function hear(replica: Replica, { services, strike, cardId, people }: Story): Promise<string[]> {
  const clients = await Promise.all(
    people.map(({ token }) => new SocketClient(replica.url, { token }).ready()),
  );
  const heard = clients.map((client) => {
    const texts: string[] = [];
    client.socket.on('message', (data: Buffer) => texts.push(data.toString()));
    client.subscribe(
      everything,
      { board: strike.board, after: { epoch: 'none', revision: 0 } },
      () => undefined,
    );
    return texts;
  });
  await until('everybody follows', () => heard.every((texts) => texts.length > 0));
  await moveCard(services, strike.organizer.viewer.personId, { cardId: await aCard(services, strike) });
  const changes = () =>
    heard.map((texts) => texts.filter((text) => text.includes(`"kind":"CHANGES"`)).join('\n'));
  await until('everybody has the move', () => changes().every((text) => text.includes('CARD_MOVED')));
  await moveCard(services, strike.organizer.viewer.personId, { cardId, requestId: null });
  const last = () => heard.map((texts) => texts.findLast((text) => text.includes('"holder":{')));
  await until('everybody has the claimed card', () => last().every(Boolean));
  for (const client of clients) client.terminate();
  return last() as string[];
}

async function withReplica<T>(options: ReplicaOptions, run: (replica: Replica) => Promise<T>): Promise<T> {
  const replica = await startReplica(database.url, options);
  try {
    return await run(replica);
  } finally {
    await replica.close();
  }
}

/** The same bytes for all, and in them nothing that is one's own. */
function expectShared(texts: string[]): void {
  expect(new Set(texts).size, 'different texts').toBe(1);
  expect(texts[0], 'what is private').not.toContain(PRIVATE_DRAFT);
}

test('people of one class get the same bytes, whatever fields they ask for (rule 2)', async () => {
  await withReplica({}, async (replica) => {
    const story = await tellStory(replica.services);
    const before = replica.live.counts.executions;
    expectShared(await hear(replica, story));
    // Three that begin share a RESET, and then each batch is one.
    expect(replica.live.counts.executions - before).toBeLessThanOrEqual(4);
  });
});

test('mutant: carried out as the person who came first, the cohort would read what is theirs', async () => {
  let holder: Viewer | undefined;
  const asTheFirst = (args: ExecutionArgs, services: Services): ExecutionArgs => {
    const { requestId } = args.contextValue as Context;
    return { ...args, contextValue: createContext(services, { viewer: holder ?? null, requestId }) };
  };
  await withReplica({ instead: asTheFirst }, async (replica) => {
    const story = await tellStory(replica.services);
    holder = story.people[0]!.viewer;
    const texts = await hear(replica, story);
    expect(() => expectShared(texts)).toThrow(/what is private/);
  });
});
