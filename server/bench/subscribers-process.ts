import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { BoardChangesDocument } from '../../web/src/gql/graphql.ts';
import type { SubscribersOrder } from './subscribers.ts';

// A process of its own, so that what the clients cost is not measured with the server.

let received = 0;

process.on('message', (message: SubscribersOrder | Record<string, never>) => {
  if (!('url' in message)) return void process.send?.({ received });
  const opened = (message.board === null ? openBare : follow)(message as SubscribersOrder);
  opened.then(
    () => process.send?.({ received }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

/** As the pages subscribe: the same document, so that they are in one cohort with the browsers. */
async function follow({ url, count, tokens, board }: SubscribersOrder): Promise<void> {
  const ready = Array.from({ length: count }, async (_, index) => {
    const token = tokens[index % tokens.length] ?? null;
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, token === null ? {} : { headers: { cookie: `strikeboard=${token}` } });
        }
      },
      generateID: () => 'board',
      lazy: false,
    });
    const first = Promise.withResolvers<void>();
    client.subscribe(
      {
        query: String(BoardChangesDocument),
        operationName: 'BoardChanges',
        // A foreign cursor: the first message is a RESET, and what follows comes live.
        variables: { boardId: board, after: { epoch: 'none', revision: 0 } },
      },
      {
        next: () => {
          received += 1;
          first.resolve();
        },
        error: (error) => first.reject(error instanceof Error ? error : new Error(JSON.stringify(error))),
        complete: () => first.reject(new Error('The stream ended.')),
      },
    );
    await first.promise;
  });
  await Promise.all(ready);
}

async function openBare({ url, count }: SubscribersOrder): Promise<void> {
  const ready = Array.from({ length: count }, async () => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    socket.on('message', (data) => {
      JSON.parse(String(data));
      received += 1;
    });
    await once(socket, 'open');
  });
  await Promise.all(ready);
}
