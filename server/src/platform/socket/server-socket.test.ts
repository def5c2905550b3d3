import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { deflated, KINDS, RawClient, type RawFrame } from '../../../test/support/raw-client.ts';
import { until } from '../../../test/support/until.ts';
import { compress, compressedFrame, expand } from './frames.ts';
import { FrameReader } from './frame-reader.ts';
import { readHandshake } from './handshake.ts';
import { ServerSocket } from './server-socket.ts';

const LIMIT = 20_000;
const { continuation, text, binary, close, ping, pong } = KINDS;
const AGREED = { 'sec-websocket-extensions': 'permessage-deflate' };

let server: Server;
let port: number;
const open = new Set<ServerSocket>();
const clients: RawClient[] = [];
let pongs = 0;
let closed = 0;

/** Says again what it hears. */
beforeAll(async () => {
  server = createServer();
  server.on('upgrade', (request, line, head) => {
    line.on('error', () => line.destroy());
    const handshake = readHandshake(request);
    if (typeof handshake === 'number') return line.end(`HTTP/1.1 ${handshake} No\r\n\r\n`);
    const socket = new ServerSocket(request, head, handshake, { limit: LIMIT, open });
    socket.holder = {
      received: (said) => socket.send(said),
      ponged: () => (pongs += 1),
      closed: () => (closed += 1),
    };
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await until('nothing is held', () => open.size === 0);
});
afterAll(() => server.close());

async function raw(headers: Record<string, string | null> = {}, method = 'GET'): Promise<RawClient> {
  const client = await RawClient.open(port, headers, method);
  clients.push(client);
  return client;
}
const bytesOfCode = (code: number, reason: string | Buffer = '') =>
  Buffer.concat([Buffer.of(code >> 8, code & 255), Buffer.from(reason as string)]);

describe('the handshake', () => {
  test('answers the key of the standard with what the standard says', async () => {
    const { head } = await raw({ 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' });
    expect(head).toMatch(/^HTTP\/1\.1 101 /);
    expect(head).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n');
    expect(head).not.toMatch(/sec-websocket-(protocol|extensions)/i);
  });

  test.each([
    ['another method', {}, 'POST', 405],
    ['no key', { 'sec-websocket-key': null }, 'GET', 400],
    ['a key that is none', { 'sec-websocket-key': 'short' }, 'GET', 400],
    ['an old version', { 'sec-websocket-version': '7' }, 'GET', 400],
    ['no version', { 'sec-websocket-version': null }, 'GET', 400],
    ['something else to become', { upgrade: 'h2c' }, 'GET', 400],
    ['extensions that cannot be read', { 'sec-websocket-extensions': 'permessage-deflate; =' }, 'GET', 400],
  ])('refuses %s', async (_what, headers, method, status) => {
    expect((await raw(headers, method)).head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test.each([
    ['permessage-deflate', true],
    ['permessage-deflate; client_max_window_bits', true],
    ['permessage-deflate; client_max_window_bits="12"; server_no_context_takeover', true],
    ['permessage-deflate; server_max_window_bits=15', true],
    // Ours is compressed for all alike.
    ['permessage-deflate; server_max_window_bits=10', false],
    ['permessage-deflate; server_max_window_bits=10, permessage-deflate', true],
    ['permessage-deflate; client_max_window_bits=16', false],
    ['permessage-deflate; client_no_context_takeover=1', false],
    ['permessage-deflate; client_max_window_bits; client_max_window_bits', false],
    ['permessage-deflate; unheard_of', false],
    ['x-webkit-deflate-frame', false],
  ])('of an offer to compress: %s', async (offer, isAgreed) => {
    const { head } = await raw({ 'sec-websocket-extensions': offer });
    expect(/sec-websocket-extensions: permessage-deflate;/i.test(head)).toBe(isAgreed);
  });

  test('takes the protocol that both speak, and none where there is none', async () => {
    const spoken = await raw({ 'sec-websocket-protocol': 'other, graphql-transport-ws' });
    expect(spoken.head).toContain('Sec-WebSocket-Protocol: graphql-transport-ws\r\n');
    expect((await raw({ 'sec-websocket-protocol': 'other' })).head).not.toMatch(/sec-websocket-protocol/i);
  });
});

describe('what is said', () => {
  const piece = (payload: string, isLast: boolean, kind: number = continuation): RawFrame => ({
    ...{ kind, payload, isLast },
  });

  test.each<[string, RawFrame[], string]>([
    ['whole', [{ kind: text, payload: 'ñandú' }], 'ñandú'],
    ['empty', [{ kind: text }], ''],
    ['as bytes', [{ kind: binary, payload: 'ñandú' }], 'ñandú'],
    [
      'in pieces, one of them empty',
      [piece('One ', false, text), piece('', false), piece('strike', true)],
      'One strike',
    ],
    ['with a ping between its pieces', [piece('a', false, text), { kind: ping }, piece('b', true)], 'ab'],
    ['as long as may be', [{ kind: text, payload: 'x'.repeat(LIMIT) }], 'x'.repeat(LIMIT)],
    [
      'in very many pieces',
      [piece('x', false, text), ...Array.from({ length: 500 }, () => piece('x', false)), piece('x', true)],
      'x'.repeat(502),
    ],
  ])('is heard: %s', async (_what, frames, said) => {
    const client = (await raw()).send(...frames);
    await until('an answer', () => client.back().some(({ kind }) => kind === text));
    const answer = client.back().find(({ kind }) => kind === text);
    expect(String(answer?.payload)).toBe(said);
  });

  test('is heard byte by byte, and many in one packet', async () => {
    const client = await raw();
    await client.drip({ kind: text, payload: 'x'.repeat(300) });
    client.send({ kind: text, payload: 'one' }, { kind: text, payload: 'two' });
    expect((await client.frames(3)).map(({ payload }) => payload.length)).toEqual([300, 3, 3]);
  });

  test('a ping is answered with what it brought, and a pong is heard', async () => {
    const client = (await raw()).send({ kind: ping, payload: 'here?' });
    expect(await client.frames(1)).toEqual([
      { kind: pong, isCompressed: false, payload: Buffer.from('here?') },
    ]);
    const before = pongs;
    client.send({ kind: pong });
    await until('it is heard', () => pongs === before + 1);
  });

  test('compressed, by who agreed to it: whole, in pieces, with a last block, and empty', async () => {
    const client = await raw(AGREED);
    const long = 'We walked out. '.repeat(20);
    const bytes = deflated(long);
    client.send(
      { kind: text, payload: bytes, marks: 4 },
      { kind: text, payload: bytes.subarray(0, 9), marks: 4, isLast: false },
      { kind: continuation, payload: bytes.subarray(9) },
      { kind: text, payload: Buffer.concat([deflateRawSync(long), Buffer.of(0)]), marks: 4 },
      { kind: text, payload: Buffer.of(0), marks: 4 },
      { kind: text, payload: 'plain' },
    );
    const back = await client.frames(5);
    expect(back.map(({ payload }) => String(payload))).toEqual([long, long, long, '', 'plain']);
  });

  test('the frames are read the same however the network cuts them', () => {
    const frame = fc.record({ payload: fc.string({ unit: 'grapheme', maxLength: 200 }), split: fc.nat(200) });
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 60 })),
        (said, cuts) => {
          const wire = Buffer.concat(
            said.flatMap(({ payload, split }) => {
              const bytes = Buffer.from(payload);
              const [one, two] = [bytes.subarray(0, split), bytes.subarray(split)];
              return [masked(text, false, one), masked(ping, true, Buffer.from('!')), masked(0, true, two)];
            }),
          );
          const heard: string[] = [];
          let pings = 0;
          const sink = {
            message: (words: string) => heard.push(words),
            ping: () => (pings += 1),
            pong: () => undefined,
            goodbye: () => undefined,
          };
          const reader = new FrameReader(LIMIT, false);
          let at = 0;
          for (let turn = 0; at < wire.length; turn += 1) {
            const next = at + (cuts[turn % Math.max(1, cuts.length)] ?? wire.length);
            reader.take(wire.subarray(at, next), sink);
            at = next;
          }
          expect(heard).toEqual(said.map(({ payload }) => payload));
          expect(pings).toBe(said.length);
        },
      ),
    );
  });
});

function masked(kind: number, isLast: boolean, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? [0x80 | length] : [0xfe, length >> 8, length & 255];
  return Buffer.concat([
    Buffer.of((isLast ? 0x80 : 0) | kind, ...head, 1, 2, 3, 4),
    payload.map((byte, index) => byte ^ ((index & 3) + 1)),
  ]);
}

describe('what is against the rules ends the socket, with its reason', () => {
  const half = Buffer.from('ñ').subarray(0, 1);
  test.each<[string, number | null, RawFrame[]]>([
    ['nothing is masked', 1002, [{ kind: text, payload: 'x', isMasked: false }]],
    ['reserved bits', 1002, [{ kind: text, payload: 'x', marks: 1 }]],
    ['compressed, and nobody agreed', 1002, [{ kind: text, payload: deflated('x'), marks: 4 }]],
    ['a kind that is none', 1002, [{ kind: 3, payload: 'x' }]],
    ['a control that is none', 1002, [{ kind: 11 }]],
    ['a ping in pieces', 1002, [{ kind: ping, isLast: false }]],
    ['a long ping', 1002, [{ kind: ping, payload: 'x'.repeat(126) }]],
    ['the rest of nothing', 1002, [{ kind: continuation, payload: 'x' }]],
    ['a second beginning', 1002, [{ kind: text, isLast: false }, { kind: text }]],
    ['a text that is none', 1007, [{ kind: text, payload: half }]],
    [
      'a text cut within a letter',
      1007,
      [{ kind: text, payload: half, isLast: false }, { kind: continuation }],
    ],
    ['one byte too many', 1009, [{ kind: text, payload: 'x'.repeat(LIMIT + 1) }]],
    ['a length that is a threat', 1009, [{ kind: text, length: 2 ** 40 }]],
    [
      'too much in pieces',
      1009,
      [
        { kind: text, payload: 'x'.repeat(LIMIT), isLast: false },
        { kind: continuation, payload: 'x' },
      ],
    ],
    ['a goodbye', 1000, [{ kind: close, payload: bytesOfCode(1000) }]],
    ['a goodbye without a reason', 1005, [{ kind: close }]],
    ['a goodbye of an application', 4000, [{ kind: close, payload: bytesOfCode(4000, 'bye') }]],
    ['a goodbye of one byte', 1002, [{ kind: close, payload: 'x' }]],
    ['a goodbye that is for no wire', 1002, [{ kind: close, payload: bytesOfCode(1006) }]],
    ['a goodbye that nobody knows', 1002, [{ kind: close, payload: bytesOfCode(2000) }]],
    ['a goodbye in no letters', 1007, [{ kind: close, payload: bytesOfCode(1000, half) }]],
  ])('%s', async (_what, code, frames) => {
    const client = (await raw()).send(...frames, { kind: text, payload: 'after' });
    expect(await client.goodbye()).toBe(code);
    expect(client.back().filter(({ kind }) => kind === text)).toEqual([]);
  });

  test.each<[string, number, Buffer]>([
    ['garbage', 1007, Buffer.from('This is not compressed at all.')],
    ['half of it', 1007, Buffer.of(0x05, 0xff)],
    ['a bomb', 1009, deflated('x'.repeat(LIMIT * 100))],
    ['one byte too many', 1009, deflated('x'.repeat(LIMIT + 1))],
    ['a text that is none', 1007, deflated(half)],
  ])('compressed: %s', async (_what, code, payload) => {
    const neighbour = await raw(AGREED);
    const client = (await raw(AGREED)).send({ kind: text, payload, marks: 4 });
    expect(await client.goodbye()).toBe(code);
    neighbour.send({ kind: text, payload: deflated('still here'), marks: 4 });
    expect(String((await neighbour.frames(1))[0]?.payload)).toBe('still here');
  });

  test('compressed: a mark on a later piece, and on a ping', async () => {
    const late: RawFrame[] = [
      { kind: text, payload: 'a', isLast: false },
      { kind: continuation, payload: 'b', marks: 4 },
    ];
    expect(await (await raw(AGREED)).send(...late).goodbye()).toBe(1002);
    expect(await (await raw(AGREED)).send({ kind: ping, marks: 4 }).goodbye()).toBe(1002);
  });
});

describe('the end', () => {
  test('who ends the line without a word is gone', async () => {
    const client = await raw();
    const before = closed;
    client.endWriting();
    expect(await client.goodbye()).toBe(null);
    await until('it is told once', () => closed === before + 1);
  });

  test('who sends nothing more, and does not read either, is dropped', async () => {
    const client = await raw();
    const [socket] = open;
    client.pause();
    // More than the network holds for who does not read.
    socket?.send('x'.repeat(64_000_000));
    client.endWriting();
    // mutant: a line that only ends waits for its reader.
    await until('it is gone', () => open.size === 0, 5_000);
  });

  test('who does not answer a goodbye is dropped', async () => {
    const client = await raw();
    for (const socket of open) socket.close(4000, 'Go', 20);
    expect(await client.goodbye()).toBe(4000);
    await until('it is gone', () => open.size === 0);
  });

  test('after a goodbye nothing is sent and nothing is heard', async () => {
    const client = await raw();
    const [socket] = open;
    socket?.close(4000, 'Go', 10_000);
    socket?.send('one more word');
    client.send({ kind: text, payload: 'heard?' }, { kind: close, payload: bytesOfCode(4000) });
    expect(await client.goodbye()).toBe(4000);
    expect(client.back()).toHaveLength(1);
  });
});

describe('compressed once for all', () => {
  test('a real client reads what was compressed, under any words before it', async () => {
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    await once(client, 'open');
    const [socket] = open;
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
        async (before, words) => {
          const rest = words.repeat(300);
          const compressed = compress(Buffer.from(rest));
          if (!compressed) return;
          const heard = once(client, 'message');
          socket?.write(compressedFrame(Buffer.from(before), compressed));
          const [data] = (await heard) as [Buffer];
          expect(String(data)).toBe(before + rest);
        },
      ),
      { numRuns: 100 },
    );
    client.terminate();
  });

  test('what is short, or as random as noise, is sent as it is', () => {
    expect(compress(Buffer.from('x'.repeat(200)))).toBe(null);
    const noise = Buffer.from(Array.from({ length: 2_000 }, () => Math.floor(Math.random() * 256)));
    expect(compress(noise)).toBe(null);
    const said = Buffer.from('We walked out. '.repeat(100));
    expect(String(expand(compress(said)!, said.length))).toBe(String(said));
  });
});
