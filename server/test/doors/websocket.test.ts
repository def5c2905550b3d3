import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { MESSAGE_LIMIT_BYTES } from '../../src/platform/http/graphql-door.ts';
import { Doors } from './doors.ts';

// What only the WebSocket door has to refuse.

let doors: Doors;
beforeAll(async () => {
  doors = await Doors.open();
});
afterAll(() => doors.close());

describe('over the WebSocket only', () => {
  function closeOf(headers: Record<string, string>, talk: (socket: WebSocket) => void): Promise<number> {
    const socket = new WebSocket(`${doors.app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
    });
    return new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('open', () => talk(socket));
      socket.on('close', (code) => resolve(code));
    });
  }

  test('a message past the limit closes the socket', async () => {
    expect(await closeOf({}, (socket) => socket.send('x'.repeat(MESSAGE_LIMIT_BYTES + 1)))).toBe(1009);
  });

  test.each([
    ['no JSON', 'hello'],
    ['an unknown type', '{"type":"drop"}'],
    ['null', 'null'],
  ])('a message of %s closes the socket', async (_what, message) => {
    expect(await closeOf({}, (socket) => socket.send(message))).toBe(4400);
  });

  test('an operation before the hello closes the socket', async () => {
    const message = { id: '1', type: 'subscribe', payload: { query: '{ __typename }' } };
    expect(await closeOf({}, (socket) => socket.send(JSON.stringify(message)))).toBe(4401);
  });

  test('a socket is closed when its session ends', async () => {
    const { cookie } = await doors.join();
    const closed = closeOf({ cookie }, (socket) => {
      socket.send('{"type":"connection_init"}');
      socket.once('message', () => {
        void doors.overHttp({ query: 'mutation { signOut { signedOut } }' }, { cookie });
      });
    });
    expect(await closed).toBe(4403);
  });
});
