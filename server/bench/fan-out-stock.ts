import { once, setMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { atRate, type FanOutServer, now, type Setting } from './fan-out-server.ts';

/**
 * What one gets by putting well-known parts together: our schema, graphql-ws as it is, and the publisher of Yoga.
 * Each event is published once, with all its fields at hand; nothing is read and no rights are looked at.
 */
export async function openStockServer({ message }: Setting): Promise<FanOutServer> {
  const eventTarget = new EventTarget();
  // Only the warning: how it works stays as it is.
  setMaxListeners(0, eventTarget);
  const pubsub = createPubSub<{ changed: [object] }>({ eventTarget });
  const schema = buildSchema(await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  const { boardChanges } = (schema.getSubscriptionType() as GraphQLObjectType).getFields();
  if (!boardChanges) throw new Error('There is no boardChanges.');
  const { data } = (JSON.parse(message) as { payload: { data: { boardChanges: object } } }).payload;
  const reset = { ...data.boardChanges, kind: 'RESET', events: [], cards: [] };
  boardChanges.subscribe = async function* () {
    const changes = pubsub.subscribe('changed');
    yield { boardChanges: reset };
    yield* changes;
  };

  const http = createServer();
  const sockets = new WebSocketServer({ server: http, path: '/graphql' });
  useServer({ schema }, sockets);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;

  let revision = 0;
  const publish = () => {
    revision += 1;
    const change = { ...data.boardChanges, previousRevision: revision - 1, revision };
    pubsub.publish('changed', { boardChanges: change });
    return revision;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    board: 'any',
    event: async () => {
      const at = now();
      return { at, revision: publish() };
    },
    rate: (perSecond, seconds) => atRate(perSecond, seconds, async () => publish()),
    cutAll: () => {
      const { size } = sockets.clients;
      for (const socket of sockets.clients) socket.terminate();
      return size;
    },
    counts: () => ({}),
  };
}
