import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as sendRequest } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { execute, type FragmentDefinitionNode, type GraphQLSchema, parse, visit } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveCard } from '../src/core/card/move-card.ts';
import { blockPerson } from '../src/core/trust/block-person.ts';
import { eraseMyself } from '../src/features/closing/erase-myself.ts';
import { projectDir } from '../src/platform/startup/project-dir.ts';
import { createContext } from '../src/core/access/context.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { createSchema } from '../src/app/schema.ts';
import { setRole } from '../src/core/trust/set-role.ts';
import type { Joined } from '../src/core/person/join.ts';
import { setStanding } from '../src/core/trust/set-standing.ts';
import { type Viewer } from '../src/core/access/viewer.ts';
import { createToken } from '../src/features/token/create-token.ts';
import { revokeToken } from '../src/features/token/revoke-token.ts';
import { BoardSnapshots } from '../src/features/snapshot/board-snapshots.ts';
import { snapshotDocument } from '../src/features/snapshot/snapshot-document.ts';
import { countStatements } from './support/count-statements.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { asNow, joinAs } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let app: TestApp;
let strike: LocalOnStrike;
let snapshots: BoardSnapshots;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  app = await startApp(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
  snapshots = new BoardSnapshots({ services, schema });
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

interface Board {
  id: string;
  epoch: string;
  revision: number;
  cards: { id: string; title: string; holder: { handle: string } | null; dueAt: string | null }[];
}

const textOf = async (viewer: Viewer | null, address = strike.slug): Promise<string | null> => {
  const bytes = await snapshots.read(viewer, address);
  return bytes && (await bytes.as('identity')).toString();
};
const boardOf = async (viewer: Viewer | null, address = strike.slug): Promise<Board | null> =>
  JSON.parse((await textOf(viewer, address)) ?? 'null') as Board | null;

/** The same asked of the API, as the person they are. */
async function askedOfApi(viewer: Viewer | null, given = strike): Promise<Board | null> {
  const { data, errors } = await execute({
    ...{ schema, document: snapshotDocument },
    variableValues: { boardId: toGlobalId('Board', given.boardId) },
    contextValue: createContext(services, { viewer, requestId: 'test' }),
  });
  expect(errors).toBeUndefined();
  const { node } = JSON.parse(JSON.stringify(data)) as {
    node: { id: string; snapshot: Omit<Board, 'id'> } | null;
  };
  return node && { id: node.id, ...node.snapshot };
}

/** One of each kind of reader, and what kind. */
async function readers(): Promise<[string, Viewer | null][]> {
  const { carmen, organizationId, campaignId } = strike;
  const someone = () => joinAs(services, aHandle());
  const vetted = await someone();
  await setStanding(services, carmen, { handle: vetted.viewer.handle, standing: 'VETTED' });
  const member = await someone();
  await setRole(services, carmen, { organizationId, handle: member.viewer.handle, role: 'MEMBER' });
  const suspended = await someone();
  const onHold = {
    handle: suspended.viewer.handle,
    standing: 'SUSPENDED',
    note: 'As the test asks',
  } as const;
  await setStanding(services, carmen, onHold);
  const blocked = await someone();
  await setStanding(services, carmen, { handle: blocked.viewer.handle, standing: 'VETTED' });
  await blockPerson(services, carmen, {
    campaignId,
    handle: blocked.viewer.handle,
    reason: 'As the test asks',
  });
  const now = ({ viewer }: Joined) => asNow(services, viewer);
  return [
    ['nobody', null],
    ['a newcomer', (await someone()).viewer],
    ['a vetted person', await now(vetted)],
    ['a member', await now(member)],
    ['a coordinator', carmen],
    ['a suspended person', await now(suspended)],
    ['a blocked person', await now(blocked)],
  ];
}

/** Cards in every column, for everybody and for few; some due by a T-0 that only the team knows. */
async function fill(given = strike): Promise<void> {
  for (const status of ['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'] as const)
    await aCard(services, given, status, { holder: given.vetted });
  await aCard(services, given, 'OPEN', { title: 'For the vetted', sensitivity: 'VETTED' });
  await aCard(services, given, 'OPEN', { title: 'For the team', sensitivity: 'TEAM' });
  await aCard(services, given, 'OPEN', { title: 'By T-0', dueOffsetHours: -24 });
}

describe('what it holds', () => {
  test('for each kind of reader it is what the API says to them, and nothing else', async () => {
    const startsAt = new Date(Date.now() + 10 * 24 * 3_600_000);
    strike = await localOnStrike(services, { startsAt, startHidden: true });
    await fill();
    const sizes = new Map<string, number>();
    for (const [who, viewer] of await readers()) {
      const board = await boardOf(viewer);
      expect(board, who).toEqual(await askedOfApi(viewer));
      sizes.set(who, board?.cards.length ?? 0);
    }
    expect(Object.fromEntries(sizes)).toEqual({
      ...{ nobody: 5, 'a newcomer': 5, 'a suspended person': 5, 'a blocked person': 5 },
      ...{ 'a vetted person': 6, 'a member': 9, 'a coordinator': 9 },
    });
    // Three classes, whoever asked.
    expect(snapshots.counts.made).toBe(3);
  });

  test('a board that one may not read is not there, like one that is not', async () => {
    strike = await localOnStrike(services, { sensitivity: 'VETTED' });
    await fill();
    for (const [who, viewer] of await readers()) {
      const board = await boardOf(viewer);
      expect(board, who).toEqual(await askedOfApi(viewer));
      const mayRead = ['a vetted person', 'a member', 'a coordinator'].includes(who);
      expect(board !== null, who).toBe(mayRead);
    }
    expect(await boardOf(null, 'no-such-strike')).toBeNull();
    expect(await boardOf(null, toGlobalId('Campaign', strike.campaignId))).toBeNull();
  });

  test('it is what the page asks of the API, field by field', () => {
    const page = parse(readFileSync(join(projectDir(), 'web/src/board/board.graphql'), 'utf8'));
    const face = page.definitions.filter(
      (definition): definition is FragmentDefinitionNode =>
        definition.kind === 'FragmentDefinition' && ['CardFace', 'CardState'].includes(definition.name.value),
    );
    expect(fieldsOf(snapshotDocument, 'cards').toSorted()).toEqual(
      face.flatMap((each) => fieldsOf(each)).toSorted(),
    );
  });
});

/** The fields below a node, or below the field of that name in it, as paths. */
function fieldsOf(node: Parameters<typeof visit>[0], below?: string): string[] {
  const paths: string[] = [];
  const path: string[] = [];
  visit(node, {
    Field: {
      enter: ({ name }) => {
        path.push(name.value);
        paths.push(path.join('.'));
      },
      leave: () => void path.pop(),
    },
  });
  if (below === undefined) return paths.sort();
  const prefix = `${paths.find((each) => each.endsWith(`.${below}`))}.`;
  return paths.flatMap((each) => (each.startsWith(prefix) ? [each.slice(prefix.length)] : [])).sort();
}

describe('made once', () => {
  test('for all of a class and revision, those who ask in one moment included', async () => {
    const card = await aCard(services, strike);
    await Promise.all(Array.from({ length: 20 }, () => textOf(null)));
    await textOf(null, toGlobalId('Board', strike.boardId));
    expect(snapshots.counts).toEqual({ made: 1, shared: 19, hits: 1 });
    const { revision } = await moveCard(services, strike.organizer, { cardId: card.id });
    expect((await boardOf(null))?.revision).toBe(revision);
    expect(snapshots.counts.made).toBe(2);
  });

  test('nobody gets an older board than the one they asked for, however many changes are under way', async () => {
    const card = await aCard(services, strike);
    let committed = 0;
    const asked: Promise<void>[] = [];
    for (let round = 0; round < 20; round += 1) {
      const { revision } = await moveCard(services, strike.organizer, { cardId: card.id });
      committed = revision;
      const atLeast = committed;
      for (let reader = 0; reader < 5; reader += 1)
        asked.push(boardOf(null).then((board) => expect(board?.revision).toBeGreaterThanOrEqual(atLeast)));
    }
    await Promise.all(asked);
    expect((await boardOf(null))?.revision).toBe(committed);
    expect(snapshots.counts.made).toBeLessThanOrEqual(21);
  });

  test('an unchanged board costs one statement, and one more for whose session it is', async () => {
    await aCard(services, strike);
    const { viewer } = await joinAs(services, aHandle());
    await textOf(viewer);
    expect(await countStatements(() => textOf(viewer))).toBe(1);
    // One is on its way when the others come, and they share the next.
    const many = () => Promise.all(Array.from({ length: 50 }, () => textOf(viewer)));
    expect(await countStatements(many)).toBeLessThanOrEqual(2);
  });

  test('compressed once, and as it was when it is unpacked', async () => {
    await fill();
    const bytes = (await snapshots.read(null, strike.slug))!;
    const plain = await bytes.as('identity');
    const [one, other] = await Promise.all([bytes.as('gzip'), bytes.as('gzip')]);
    expect(one).toBe(other);
    expect(gunzipSync(one)).toEqual(plain);
    const brotli = await bytes.as('br');
    expect(brotliDecompressSync(brotli)).toEqual(plain);
    expect(bytes.size).toBe(plain.length + one.length + brotli.length);
  });

  test('what is kept is bounded in bytes: who was not asked for longest goes', async () => {
    const strikes = [strike, await localOnStrike(services), await localOnStrike(services)] as const;
    for (const each of strikes) await aCard(services, each);
    const size = (await snapshots.read(null, strikes[0].slug))!.size;
    snapshots = new BoardSnapshots({ services, schema, mostBytes: Math.floor(size * 2.5) });
    await textOf(null, strikes[0].slug);
    await textOf(null, strikes[1].slug);
    await textOf(null, strikes[0].slug);
    await textOf(null, strikes[2].slug);
    expect(snapshots.bytes).toBeLessThanOrEqual(size * 2.5);
    expect(snapshots.counts).toMatchObject({ made: 3, hits: 1 });
    await textOf(null, strikes[0].slug);
    expect(snapshots.counts.made).toBe(3);
    await textOf(null, strikes[1].slug);
    expect(snapshots.counts.made).toBe(4);
  });

  test('what changed past the log shows after a while', async () => {
    snapshots = new BoardSnapshots({ services, schema, keepMs: 0 });
    await textOf(null);
    await textOf(null);
    expect(snapshots.counts).toEqual({ made: 2, shared: 0, hits: 0 });
  });

  test('a failure is told to those who asked, and the next one tries again', async () => {
    let fails = true;
    snapshots = new BoardSnapshots({
      ...{ services, schema },
      execute: (args) => (fails ? Promise.reject(new Error('no answer')) : execute(args)),
    });
    const asked = await Promise.allSettled([textOf(null), textOf(null)]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await boardOf(null)).toMatchObject({ cards: [] });
  });
});

test('who erases themselves is gone from what is kept', async () => {
  const me = await joinAs(services, aHandle());
  await aCard(services, strike, 'DONE', { holder: me.viewer.personId });
  expect(await textOf(null)).toContain(`"${me.viewer.handle}"`);
  await eraseMyself(services, me.viewer, me.viewer.handle);
  expect(await textOf(null)).not.toContain(`"${me.viewer.handle}"`);
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As it came, still packed. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = sendRequest(`${app.url}${path}`, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', reject).end();
  });
}

describe('over HTTP', () => {
  const path = () => `/boards/${strike.slug}/snapshot`;

  test('it comes as JSON with a tag, and is not sent again to who has it', async () => {
    const card = await aCard(services, strike);
    const first = await get(path());
    expect(first.status).toBe(200);
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(first.body.toString())).toEqual(await askedOfApi(null));
    const tag = String(first.headers.etag);
    const again = await get(path(), { 'if-none-match': tag });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
    expect((await get(path(), { 'if-none-match': '"another"' })).status).toBe(200);
    await moveCard(services, strike.organizer, { cardId: card.id });
    const changed = await get(path(), { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(tag);
    expect((await get(path(), {}, 'HEAD')).body.length).toBe(0);
  });

  test.each([
    ['gzip', 'gzip, deflate', gunzipSync],
    ['br', 'gzip, br', brotliDecompressSync],
    [undefined, 'gzip;q=0, identity', (body: Buffer) => body],
  ] as const)('packed as %s for who takes %s', async (encoding, accepts, unpack) => {
    await fill();
    const { headers, body } = await get(path(), { 'accept-encoding': accepts });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('accept-encoding');
    expect(JSON.parse(unpack(body).toString())).toEqual(await askedOfApi(null));
  });

  test('a cache on the way may hold what anybody may read, and nothing else', async () => {
    const { token } = await joinAs(services, aHandle());
    expect((await get(path())).headers['cache-control']).toBe('public, max-age=1');
    const mine = await get(path(), { cookie: `strikeboard=${token}` });
    expect(mine.headers['cache-control']).toBe('private, no-store');
    expect(mine.headers.vary).toContain('cookie');
  });

  test('to a tool it comes as far as its token reads, and one that does not count is refused', async () => {
    await aCard(services, strike, 'OPEN', { title: 'For the team', sensitivity: 'TEAM' });
    const { viewer: joined } = await joinAs(services, aHandle());
    const { organizationId, campaignId } = strike;
    await setRole(services, strike.carmen, { organizationId, handle: joined.handle, role: 'ORGANIZER' });
    const viewer = await asNow(services, joined);
    const given = { name: 'Wall', organizationId: null, campaignIds: [campaignId], days: 1 };
    const made = (scope: 'READ_PUBLIC' | 'READ_CAMPAIGN') =>
      createToken(services, viewer, { ...given, scopes: [scope] });
    const titles = async (secret: string) => {
      const { status, body } = await get(path(), { authorization: `Bearer ${secret}` });
      return status === 200 ? (JSON.parse(body.toString()) as Board).cards.map(({ title }) => title) : status;
    };
    const reading = await made('READ_CAMPAIGN');
    expect(await titles(reading.secret)).toEqual(['For the team']);
    expect(await titles((await made('READ_PUBLIC')).secret)).toEqual([]);
    await revokeToken(services, viewer, reading.id);
    expect(await titles(reading.secret)).toBe(401);
  });

  test('what is not there, or is asked in another way, is refused in words', async () => {
    const codeOf = ({ body }: Answer) =>
      (JSON.parse(body.toString()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions
        .code;
    const missing = await get('/boards/no-such-strike/snapshot');
    expect([missing.status, codeOf(missing)]).toEqual([404, 'NOT_FOUND']);
    expect((await get('/boards/')).status).toBe(404);
    expect((await get('/boards/%00/snapshot')).status).toBe(404);
    const posted = await get(path(), {}, 'POST');
    expect([posted.status, codeOf(posted), posted.headers.allow]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      'GET, HEAD',
    ]);
  });

  test('a page of another site reads what anybody may, whoever its visitor is', async () => {
    const { token } = await joinAs(services, aHandle());
    const headers = { cookie: `strikeboard=${token}`, origin: 'https://elsewhere.example' };
    const foreign = await get(path(), headers);
    expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(foreign.headers['access-control-expose-headers']).toContain('ETag');
    expect(foreign.headers['cache-control']).toBe('public, max-age=1');
  });
});
