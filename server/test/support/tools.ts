import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { TokenScope } from '../../src/core/access/token-scope.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import { openSession } from '../../src/core/person/open-session.ts';
import { createToken, type NewToken } from '../../src/features/token/create-token.ts';
import { revokeToken } from '../../src/features/token/revoke-token.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { type Replica, startReplica } from '../live/support/replica.ts';
import { type Heard, SocketClient } from '../live/support/socket-client.ts';
import { aCard, type LocalOnStrike, localOnStrike } from './local-on-strike.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { until } from './until.ts';

export interface Answer {
  status: number;
  // oxlint-disable-next-line no-explicit-any
  data: Record<string, any> | null;
  errors: { message: string; extensions: { code: string; needs?: string[]; field?: string } }[];
}

/** All that a token can be made for but webhooks. */
export const ALL: TokenScope[] = ['READ_PUBLIC', 'READ_CAMPAIGN', 'ACT_CARDS', 'MANAGE_CAMPAIGN'];
export const TITLES = `query Titles($slug: String!) { campaign(slug: $slug) { board { snapshot { epoch revision cards { title } } } } }`;
export const CLAIM = `mutation Claim($cardId: ID!, $requestId: ID) { claimCard(input: { cardId: $cardId, requestId: $requestId }) {
  card { status } boardRevision errors { code why message } } }`;

export const codes = ({ status, errors }: Answer) => [
  status,
  ...errors.map(({ extensions }) => extensions.code),
];
export const refusals = ({ data }: Answer, mutation: string) =>
  (data![mutation].errors as { code: string; why: string | null }[]).map(({ code, why }) => why ?? code);

/** A server, a local on strike for each test, and tools that ask there with tokens. */
export function useTools() {
  let database: TestDatabase;
  let server: Replica;
  let strike: LocalOnStrike;
  const clients: SocketClient[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startReplica(database.url);
  });
  beforeEach(async () => {
    strike = await localOnStrike(server.services);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.terminate();
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const db = () => server.services.orm.em.fork().getKysely();

  /** Somebody signed in, by row id, with the secret of their cookie. */
  async function session(personId: string): Promise<{ viewer: Viewer; cookie: string }> {
    const opened = await server.services.orm.em
      .fork()
      .transactional((em) => openSession(em, { personId, device: 'Test', replaces: null }));
    return { viewer: opened.viewer, cookie: `strikeboard=${opened.token}` };
  }

  async function aToken(personId: string, given: Partial<NewToken> = {}) {
    const { viewer } = await session(personId);
    const input = { name: 'newsletter tool', scopes: ALL, organizationId: null, campaignIds: null, days: 30 };
    const made = await createToken(server.services, viewer, { ...input, ...given });
    return { ...made, viewer, revoke: () => revokeToken(server.services, viewer, made.id) };
  }

  async function ask(
    token: string | null,
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { status: response.status, data, errors };
  }

  async function titles(token: string | null, slug = strike.slug): Promise<string[] | null> {
    const { data } = await ask(token, TITLES, { slug });
    const cards = data?.['campaign']?.board.snapshot.cards as { title: string }[] | undefined;
    return cards?.map(({ title }) => title).sort() ?? null;
  }

  const claim = (token: string | null, card: string, requestId?: string) =>
    ask(token, CLAIM, { cardId: toGlobalId('Card', card), requestId });

  /** A second campaign of the same local, with a team card. */
  async function anotherCampaign() {
    const made = await createCampaign(server.services, strike.coordinator, {
      ...{
        organizationId: strike.organizationId,
        slug: `other-${strike.slug}`,
        kind: 'STRIKE',
        title: 'Other',
      },
      ...{ languages: ['en'], sensitivity: 'PUBLIC' },
    });
    const there = { ...strike, ...made };
    await aCard(server.services, there, 'OPEN', { title: 'Team there', sensitivity: 'TEAM' });
    return there;
  }
  async function open(hello: object, headers: Record<string, string> = {}): Promise<SocketClient> {
    const client = new SocketClient(server.url, { hello, headers });
    clients.push(client);
    return client.ready();
  }

  /** Follows the board from here on, on a socket that shows the token. */
  async function follow(secret: string): Promise<Heard[]> {
    const { data } = await ask(secret, TITLES, { slug: strike.slug });
    const { epoch, revision } = data!['campaign'].board.snapshot as { epoch: string; revision: number };
    const socket = await open({ token: secret });
    const heard: Heard[] = [];
    const query = `subscription Follow($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) {
    kind events { kind tool { name organization { name } } } cards { title } } }`;
    socket.subscribe(
      query,
      { board: toGlobalId('Board', strike.boardId), after: { epoch, revision } },
      (each) => heard.push(each),
    );
    await until('the first word', () => heard.length > 0);
    return heard;
  }

  return {
    get server() {
      return server;
    },
    get strike() {
      return strike;
    },
    get databaseUrl() {
      return database.url;
    },
    ...{ clients, db, session, aToken, ask, titles, claim, anotherCampaign, open, follow },
  };
}
