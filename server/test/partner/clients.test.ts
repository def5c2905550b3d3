import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import {
  cacheExchange,
  Client as UrqlClient,
  fetchExchange,
  gql as urqlGql,
  subscriptionExchange,
} from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, openDemoServer } from './demo-server.ts';

// Clients as npm has them, without a setting for us beyond the address: each asks for open work, follows it, and pages.

const OPEN = `query Open($first: Int, $after: String) {
  openCards(first: $first, after: $after) {
    edges { node { id title campaign { slug } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const FOLLOW = 'subscription Follow { openCardsChanged { kind revision opened { id } } }';

interface Open {
  openCards: {
    edges: { node: { id: string; title: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

let server: DemoServer;
let address: string;
let socketAddress: string;
let titles: string[];
beforeAll(async () => {
  server = await openDemoServer();
  address = `${server.url}/graphql`;
  socketAddress = address.replace('http', 'ws');
  const { data } = await server.answer<Open>(OPEN, { first: 2 });
  titles = titlesOf(data!);
});
afterAll(() => server.close());

const titlesOf = ({ openCards }: Open) => openCards.edges.map(({ node }) => node.title);
const openSocket = () => createClient({ url: socketAddress, webSocketImpl: WebSocket });

describe('Apollo Client', () => {
  test('asks, keeps what it knows by id, and goes on to the next page', async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: address }), cache: new InMemoryCache() });
    const { data } = await client.query<Open>({ query: gql(OPEN), variables: { first: 2 } });
    expect(titlesOf(data!)).toEqual(titles);
    const [first] = data!.openCards.edges;
    expect(Object.keys(client.cache.extract() as object)).toContain(`Card:${first!.node.id}`);
    const next = await client.query<Open>({
      query: gql(OPEN),
      variables: { first: 2, after: data!.openCards.pageInfo.endCursor },
    });
    expect(titlesOf(next.data!)).not.toEqual(titles);
    client.stop();
  });

  test('follows over the socket', async () => {
    const socket = openSocket();
    const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
    const message = await new Promise((resolve, reject) => {
      client.subscribe({ query: gql(FOLLOW) }).subscribe({ next: resolve, error: reject });
    });
    expect(message).toMatchObject({ data: { openCardsChanged: { kind: expect.any(String) } } });
    client.stop();
    await socket.dispose();
  });
});

describe('urql', () => {
  test('asks, and follows over the socket', async () => {
    const socket = openSocket();
    const client = new UrqlClient({
      url: address,
      preferGetMethod: false,
      exchanges: [
        cacheExchange,
        fetchExchange,
        subscriptionExchange({
          forwardSubscription: (request) => ({
            subscribe: (sink) => ({
              unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink as never),
            }),
          }),
        }),
      ],
    });
    const { data, error } = await client.query<Open>(urqlGql(OPEN), { first: 2 }).toPromise();
    expect(error).toBeUndefined();
    expect(titlesOf(data!)).toEqual(titles);
    const message = await new Promise<{ data?: unknown }>((resolve) => {
      client.subscription(urqlGql(FOLLOW), {}).subscribe(resolve);
    });
    expect(message.data).toMatchObject({ openCardsChanged: { kind: expect.any(String) } });
    await socket.dispose();
  });
});

describe('graphql-request', () => {
  test('asks, and throws what is refused with its code', async () => {
    const client = new GraphQLClient(address);
    expect(titlesOf(await client.request<Open>(OPEN, { first: 2 }))).toEqual(titles);
    await expect(client.request('{ openCards { nothing } }')).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    });
  });
});
