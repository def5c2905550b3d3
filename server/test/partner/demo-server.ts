import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createTestDatabase } from '../support/test-database.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

export interface Answer<Data = Record<string, unknown>> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** A server with the demo, as a partner meets it. */
export interface DemoServer extends Pick<TestApp, 'url' | 'ask'> {
  /** Over HTTP, as whoever the headers say. */
  answer<Data = Record<string, unknown>>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** The first message of a subscription over a socket. */
  firstMessage(query: string, variables?: object, cookie?: string): Promise<Answer>;
  /** The session of somebody of the demo. */
  cookieOf(part: 'ORGANIZER' | 'VOLUNTEER' | 'COORDINATOR'): Promise<string>;
  /** Something of the demo for each variable that our examples have. */
  values(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

interface Place {
  campaign: { slug: string; board: { id: string; snapshot: { epoch: string; revision: number } } };
  openCards: { edges: { node: { id: string } }[] };
}

/** Starts it. Budgets are off: a test asks more in a second than a partner in a minute. */
export async function openDemoServer(environment: Record<string, string> = {}): Promise<DemoServer> {
  const database = await createTestDatabase();
  const app = await startApp(database.url, { DEMO: 'on', BUDGETS: 'off', ...environment });

  const answer: DemoServer['answer'] = async <Data>(query: string, variables = {}, headers = {}) =>
    (await (await app.ask(query, variables, headers)).json()) as Answer<Data>;

  return {
    url: app.url,
    ask: app.ask,
    answer,
    async firstMessage(query, variables = {}, cookie = '') {
      class WithCookie extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: { cookie } });
        }
      }
      const url = `${app.url.replace('http', 'ws')}/graphql`;
      const client = createClient({ url, webSocketImpl: WithCookie, retryAttempts: 0 });
      try {
        for await (const message of client.iterate({ query, variables: { ...variables } }))
          return message as Answer;
        throw new Error('The stream ended before its first message.');
      } finally {
        await client.dispose();
      }
    },
    async cookieOf(part) {
      const { data } = await answer<{ demoPeople: { part: string; person: { id: string } }[] }>(
        '{ demoPeople { part person { id } } }',
      );
      const { person } = data!.demoPeople.find((each) => each.part === part)!;
      const response = await app.ask(
        'mutation TryAs($input: TryAsInput!) { tryAs(input: $input) { errors { code } } }',
        { input: { personId: person.id } },
      );
      return response.headers
        .getSetCookie()
        .map((each) => each.split(';', 1)[0])
        .join('; ');
    },
    async values() {
      const { data } = await answer<Place>(`{
        campaign(slug: "hold-the-line") { slug board { id snapshot { epoch revision } } }
        openCards(first: 1) { edges { node { id } } }
      }`);
      const { campaign, openCards } = data!;
      return {
        campaign: campaign.slug,
        board: campaign.board.id,
        after: campaign.board.snapshot,
        boards: [{ boardId: campaign.board.id, after: campaign.board.snapshot }],
        card: openCards.edges[0]!.node.id,
      };
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
