import 'reflect-metadata';
import {
  type ExecutionArgs,
  getNamedType,
  GraphQLError,
  type GraphQLObjectType,
  isObjectType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { addComment } from '../../src/core/card/comment-on-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { saveDraft } from '../../src/core/review/save-draft.ts';
import { type Context, createContext } from '../../src/core/access/context.ts';
import { reckon } from '../../src/platform/graphql/limits.ts';
import { createSchema } from '../../src/app/schema.ts';
import type { Joined } from '../../src/core/person/join.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import type { Services } from '../../src/platform/services.ts';
import { isNode } from '../rights/selection.ts';
import { asNow, joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, type ReplicaOptions, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike, type Strike } from './support/strike.ts';

// What a cohort gets is the same bytes for all of them, whoever they are, whatever they ask for.

const PRIVATE_DRAFT = 'Nobody but me has read this yet';

/** All that can be asked of a type: paths down to what has no fields. Other nodes by their id, lists by a short page. */
function pathsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const args = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
    const named = getNamedType(field.type);
    if (!isObjectType(named)) return [`${field.name}${args}`];
    const isCard = type.name === 'BoardChange' && named.name === 'Card';
    const inner = isNode(named) && !isCard ? ['__typename id'] : pathsOf(named);
    return inner.map((path) => `${field.name}${args} { ${path} }`);
  });
}

/** Everything that a message can hold, in as few questions as the limits allow; what is above them alone nobody asks. */
async function askEverything(): Promise<{ questions: string[]; tooMuch: string[] }> {
  const schema = await createSchema();
  const asQuestion = (paths: readonly string[]) =>
    `subscription ($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) {
      kind revision ${paths.join(' ')} } }`;
  const fits = (paths: readonly string[]) =>
    !(
      reckon(schema, parse(asQuestion(paths)), { variables: { board: '', after: NOWHERE } }) instanceof
      GraphQLError
    );
  const tooMuch: string[] = [];
  const sets: string[][] = [];
  for (const path of pathsOf(schema.getType('BoardChange') as GraphQLObjectType)) {
    const last = sets.at(-1);
    if (!fits([path])) tooMuch.push(path);
    else if (last && fits([...last, path])) last.push(path);
    else sets.push([path]);
  }
  return { questions: sets.map(asQuestion), tooMuch };
}

const NOWHERE = { epoch: 'none', revision: 0 };

let database: TestDatabase;
let questions: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  const everything = await askEverything();
  questions = everything.questions;
  expect(questions.join(' ')).toMatch(/work \{ drafts \{ note/);
  // A list within a list of each card, and what looks for people for each of them.
  expect(everything.tooMuch.filter((path) => !/links \{|files \{|peopleForThis/.test(path))).toEqual([]);
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

/** Fewer than a socket may follow. */
const ON_A_SOCKET = 15;

/** What each of them hears at last after two more moves, to each question, as it came over the wire. */
async function hear(replica: Replica, { services, strike, cardId, people }: Story): Promise<string[]> {
  const clients: SocketClient[] = [];
  const ask = async (token: string) => {
    const last = new Map<string, string>();
    for (let from = 0; from < questions.length; from += ON_A_SOCKET) {
      const client = await new SocketClient(replica.url, { token }).ready();
      clients.push(client);
      client.socket.on('message', (data: Buffer) => {
        const { id } = JSON.parse(data.toString()) as { id?: string };
        if (id !== undefined) last.set(`${from} ${id}`, data.toString());
      });
      for (const question of questions.slice(from, from + ON_A_SOCKET))
        client.subscribe(question, { board: strike.board, after: NOWHERE }, () => undefined);
    }
    return last;
  };
  const heard = await Promise.all(people.map(({ token }) => ask(token)));
  const allHave = (words: string) =>
    heard.every(
      (last) => last.size === questions.length && [...last.values()].every((text) => text.includes(words)),
    );
  await until('everybody follows', () => allHave('"boardChanges"'));
  await moveCard(services, strike.organizer.viewer.personId, { cardId: await aCard(services, strike) });
  const { revision } = await moveCard(services, strike.organizer.viewer.personId, {
    cardId,
    requestId: null,
  });
  await until('everybody has both moves', () => allHave(`"kind":"CHANGES","revision":${revision}`));
  for (const client of clients) client.terminate();
  return heard.map((last) => [...last.entries()].sort().join('\n'));
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
    // Of each question: three that begin share a RESET, and then each batch is one.
    expect(replica.live.counts.executions - before).toBeLessThanOrEqual(4 * questions.length);
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
