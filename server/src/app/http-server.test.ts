import { once } from 'node:events';
import {
  request as sendRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anAnswer, standStill } from '../../test/support/stand-still.ts';
import { until } from '../../test/support/until.ts';
import type { BusState } from '../platform/live/hints.ts';
import { BODY_LIMIT_BYTES, type GraphqlDoor, MESSAGE_LIMIT_BYTES } from '../platform/http/graphql-door.ts';
import { givePatience } from '../platform/http/patience.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';

let server: HttpServer;
afterEach(() => server.drain());

/** A door that answers with what it was asked, and repeats what a socket says. */
const echo: GraphqlDoor = {
  answer: async (_request, response, body) => void response.end(body),
  serveSocket: (socket) => {
    socket.holder = {
      received: (text) => socket.send(text),
      ponged: () => undefined,
      closed: () => undefined,
    };
  },
};

interface Options {
  publicUrl?: string;
  hstsSubdomains?: boolean;
  busState?: () => BusState;
  diskTrouble?: () => Promise<string | null>;
  drainMs?: number;
  graphql?: Partial<GraphqlDoor>;
  checkDatabase?: () => Promise<void>;
  patienceMs?: number;
  readingPace?: { withinMs: number; bytes: number };
  downloads?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Starts the server on a free port, with pages that show the address they were asked at. */
async function start({ graphql, checkDatabase, downloads, ...more }: Options = {}): Promise<number> {
  server = await createHttpServer({
    publicUrl: undefined,
    ...more,
    log: pino({ level: 'silent' }),
    graphql: { ...echo, ...graphql },
    doors: [
      {
        below: '/export/',
        isOwnOnly: true,
        answer: async (path, request, response) => {
          if (downloads) await downloads(request, response);
          else response.end(`download ${path}`);
          return true;
        },
      },
    ],
    pages: async () => (request, response) =>
      void response.end(
        `${String(request.headers['x-forwarded-proto'])}://${String(request.headers['x-forwarded-host'])}`,
      ),
    checkDatabase: checkDatabase ?? (async () => undefined),
  });
  return await server.listen(0, '127.0.0.1');
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  text: string;
}

function send(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const request = sendRequest({ port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** How a socket ends: the status of a refused upgrade, or the code of its close. */
function openSocket(port: number, headers: Record<string, string>, path = '/graphql'): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws', { headers });
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
  });
}

test('every answer has an id, and nobody guesses its type', async () => {
  const port = await start();
  const { headers } = await send(port, '/healthz');
  expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBeUndefined();
});

test('a request keeps the id it came with, unless that is not one', async () => {
  const port = await start();
  expect((await send(port, '/healthz', { 'x-request-id': 'abc-12345' })).headers['x-request-id']).toBe(
    'abc-12345',
  );
  expect(
    (await send(port, '/healthz', { 'x-request-id': '<script>' })).headers['x-request-id'],
  ).not.toContain('<');
});

test('a page learns its public address from the settings, not from the visitor', async () => {
  const forged = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', host: 'board.local' };
  const port = await start();
  expect((await send(port, '/', forged)).text).toBe('http://board.local');
  await server.drain();
  const other = await start({ publicUrl: 'https://board.example.org' });
  const answer = await send(other, '/', forged);
  expect(answer.text).toBe('https://board.example.org');
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  await server.drain();
  const all = await start({ publicUrl: 'https://board.example.org', hstsSubdomains: true });
  expect((await send(all, '/')).headers['strict-transport-security']).toBe(
    'max-age=31536000; includeSubDomains',
  );
});

test('readiness follows the database, life does not', async () => {
  const port = await start({ checkDatabase: async () => Promise.reject(new Error('gone')) });
  expect((await send(port, '/readyz')).status).toBe(503);
  expect((await send(port, '/healthz')).status).toBe(200);
});

test('where the database hangs, all who ask share one question and are answered', async () => {
  let asked = 0;
  const port = await start({
    checkDatabase: () => {
      asked += 1;
      return new Promise(() => undefined);
    },
  });
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(port, '/readyz')));
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
  expect(asked).toBe(1);
});

test('a database that answers while this process stands still is there', async () => {
  const checkDatabase = async () => {
    await anAnswer();
    standStill(2_000);
    await anAnswer();
  };
  expect((await send(await start({ checkDatabase }), '/readyz')).status).toBe(200);
});

test('a database without an answer is told as such at each door, and when to come again', async () => {
  const away = async () => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }));
  const port = await start({ graphql: { answer: away }, downloads: away });
  const api = await send(port, '/graphql', {}, '{}');
  expect(api).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  expect(JSON.parse(api.text)).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  const download = await send(port, '/export/me.json');
  expect(download).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  expect(download.text).toMatch(/restarting.*reiniciando/s);
});

describe('readers', () => {
  const SIZE = 24 * 1024 * 1024;
  /** Answers with much, in one write; tells whether all of it was taken. */
  async function ask(
    withinMs: number,
    read: (answer: IncomingMessage) => Promise<unknown>,
  ): Promise<boolean> {
    const whole = Promise.withResolvers<boolean>();
    const port = await start({
      readingPace: { withinMs, bytes: 10_000 },
      downloads: async (_request, response) => {
        response.once('close', () => whole.resolve(response.writableFinished));
        response.end(Buffer.alloc(SIZE));
      },
    });
    const asked = sendRequest({ port, path: '/export/much', agent: false });
    asked.on('error', () => undefined);
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.on('error', () => undefined);
    await read(answer);
    const isWhole = await whole.promise;
    asked.destroy();
    return isWhole;
  }

  test('who takes nothing is cut', async () => {
    expect(await ask(400, async (answer) => answer.pause())).toBe(false);
  });

  test('who takes it slowly gets all of it, however long that is', async () => {
    let size = 0;
    const isWhole = await ask(3_000, async (answer) => {
      for await (const part of answer) {
        size += (part as Buffer).length;
        // Far longer in all than one may take nothing.
        await delay(12);
      }
    });
    expect([isWhole, size]).toEqual([true, SIZE]);
  });
});

test('a server that does not hear the others stays ready, and says since when', async () => {
  const state: BusState = { kind: 'redis', connected: true, since: new Date(0), received: 0, sent: 0 };
  const port = await start({ busState: () => state });
  expect(await send(port, '/readyz')).toMatchObject({
    status: 200,
    text: 'ready\nbus: redis, connected since 1970-01-01T00:00:00.000Z\n',
  });
  state.connected = false;
  expect(await send(port, '/readyz')).toMatchObject({
    status: 200,
    text: 'ready\nbus: redis lost, polling since 1970-01-01T00:00:00.000Z\n',
  });
});

test('too little room on the disk is said, whether or not the database answers', async () => {
  const full = { diskTrouble: async () => 'disk: 3 MB left, which is too little' };
  expect(await send(await start(full), '/readyz')).toMatchObject({
    status: 200,
    text: 'ready\ndisk: 3 MB left, which is too little\n',
  });
  const gone = await start({ ...full, checkDatabase: async () => Promise.reject(new Error('gone')) });
  expect(await send(gone, '/readyz')).toMatchObject({
    status: 503,
    text: 'the database does not answer\ndisk: 3 MB left, which is too little\n',
  });
});

test('it says that it stops and refuses new sockets, and lets the open ones go one after the other', async () => {
  // Far longer than this takes: what is seen while it drains is seen before its end.
  const port = await start({ drainMs: 3_000 });
  const sockets = Array.from(
    { length: 20 },
    () => new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws'),
  );
  const codes: number[] = [];
  for (const socket of sockets) socket.once('close', (code) => codes.push(code));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
  const drained = server.drain();
  expect(await send(port, '/readyz')).toMatchObject({ status: 503, text: 'stopping\n' });
  expect(await openSocket(port, {})).toBe(503);
  await until('the first is let go', () => codes.length > 0);
  expect(codes.length).toBeLessThan(sockets.length);
  // What still comes is answered, on a line that is not kept.
  const late = await send(port, '/graphql', {}, '{}');
  expect(late).toMatchObject({ status: 200, text: '{}' });
  expect(late.headers.connection).toBe('close');
  await drained;
  expect(codes).toEqual(sockets.map(() => 1001));
  await expect(send(port, '/healthz')).rejects.toThrow();
});

test('a body at the limit passes, one byte more is refused as GraphQL', async () => {
  const port = await start();
  const largest = 'x'.repeat(BODY_LIMIT_BYTES);
  expect((await send(port, '/graphql', {}, largest)).text).toBe(largest);
  const refused = await send(port, '/graphql', {}, `${largest}x`);
  expect(refused.status).toBe(413);
  expect(JSON.parse(refused.text)).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
});

test('the limit also holds for a body that does not tell its length', async () => {
  const port = await start();
  const refused = await send(
    port,
    '/graphql',
    { 'transfer-encoding': 'chunked' },
    'x'.repeat(BODY_LIMIT_BYTES + 1),
  );
  expect(refused.status).toBe(413);
});

test('whoever sends far too much hears why, instead of being cut off', async () => {
  const port = await start();
  const refused = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'x'.repeat(3 * 1024 * 1024),
  });
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'BODY_TOO_LARGE', limit: BODY_LIMIT_BYTES } }],
  });
});

test('a page of another site asks without its visitor’s cookie; the pages themselves keep it', async () => {
  const cookies: (string | undefined)[] = [];
  const port = await start({
    publicUrl: 'https://board.example.org',
    graphql: {
      answer: async (request, response) => {
        cookies.push(request.headers.cookie);
        response.end('{}');
      },
    },
  });
  const cookie = 'strikeboard=mine';
  const host = 'board.example.org';
  const evil = await send(port, '/graphql', { origin: 'https://evil.example', cookie }, '{}');
  expect([evil.status, evil.headers['access-control-allow-origin']]).toEqual([200, '*']);
  await send(port, '/graphql', { origin: 'null', cookie }, '{}');
  // Whoever sits in the network between can put a page at the http address of an https board.
  await send(port, '/graphql', { origin: 'http://board.example.org', host, cookie }, '{}');
  await send(port, '/graphql', { 'sec-fetch-site': 'cross-site', cookie }, '{}');
  expect(cookies).toEqual([undefined, undefined, undefined, undefined]);
  const own = await send(port, '/graphql', { origin: 'https://board.example.org', host, cookie }, '{}');
  expect([cookies.at(-1), own.headers['access-control-allow-origin']]).toEqual([cookie, undefined]);
  expect(await openSocket(port, { origin: 'https://evil.example' })).toBe(101);
});

test('our own pages and tools without a browser may', async () => {
  const port = await start({ publicUrl: 'https://board.example.org' });
  expect(
    (await send(port, '/graphql', { origin: `http://localhost:${port}`, host: `localhost:${port}` }, '{}'))
      .status,
  ).toBe(200);
  expect((await send(port, '/graphql', { origin: 'https://board.example.org' }, '{}')).status).toBe(200);
  expect(await openSocket(port, { origin: 'https://board.example.org' })).toBe(101);
  expect(await openSocket(port, {})).toBe(101);
});

test('a page of another site may not download for somebody; our own pages may', async () => {
  const port = await start();
  expect((await send(port, '/export/me.json', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const own = await send(port, '/export/me.json?x', { 'sec-fetch-site': 'same-origin' });
  expect(own.text).toBe('download /export/me.json');
});

test('a socket anywhere else is refused', async () => {
  const port = await start();
  expect(await openSocket(port, {}, '/elsewhere')).toBe(404);
});

test('a message over the limit ends its socket and no other', async () => {
  const port = await start();
  const [loud, quiet] = [0, 1].map(
    () => new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws'),
  );
  await Promise.all([loud, quiet].map((socket) => new Promise((resolve) => socket?.once('open', resolve))));
  const closed = new Promise((resolve) => loud?.once('close', resolve));
  loud?.send('x'.repeat(MESSAGE_LIMIT_BYTES + 1));
  expect(await closed).toBe(1009);
  const answer = new Promise((resolve) => quiet?.once('message', (data) => resolve(String(data))));
  quiet?.send('still here');
  expect(await answer).toBe('still here');
});

test('an unexpected failure is masked, with the id to find it by', async () => {
  const port = await start({ graphql: { answer: async () => Promise.reject(new Error('secret detail')) } });
  const answer = await send(port, '/graphql', {}, '{}');
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('secret');
  expect(answer.text).toContain(answer.headers['x-request-id']);
});

describe('what does not come', () => {
  /** Begins to send a body, and says how it went: the status, or that the line was closed without one. */
  const sendSlowly = async (port: number, afterMs: number, path = '/graphql'): Promise<number | 'closed'> => {
    const sending = sendRequest({ port, path, method: 'POST', headers: { 'content-length': 10 } });
    const answered = new Promise<number | 'closed'>((resolve) => {
      sending.on('response', (answer: IncomingMessage) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sending.on('error', () => resolve('closed'));
    });
    sending.write('12345');
    const rest = delay(afterMs).then(() => sending.end('67890'));
    const status = await answered;
    await rest;
    return status;
  };
  const receiving =
    (patience: number | null) => async (request: IncomingMessage, response: ServerResponse) => {
      if (patience !== null) givePatience(request, patience);
      let size = 0;
      for await (const part of request) size += (part as Buffer).length;
      response.end(String(size));
    };

  test('is given up in time, whatever it is for', async () => {
    const port = await start({ patienceMs: 300, downloads: receiving(null) });
    expect(await sendSlowly(port, 1_500)).toBe(408);
    expect(await sendSlowly(port, 1_500, '/export/x')).toBe(408);
    expect(await sendSlowly(port, 20)).toBe(200);
  });

  test('has longer where its door gives it, and no longer than that', async () => {
    const port = await start({ patienceMs: 300, downloads: receiving(1_500) });
    expect(await sendSlowly(port, 800, '/export/x')).toBe(200);
    expect(await sendSlowly(port, 3_000, '/export/x')).toBe(408);
    // Another one waits no longer for that.
    expect(await sendSlowly(port, 800)).toBe(408);
  });
});
