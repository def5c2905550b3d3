import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { SharedMessage } from './shared-message.ts';
import { expand, textFrame } from '../socket/frames.ts';

let sockets: WebSocketServer;
let client: WebSocket;
let wire: NodeJS.WritableStream;

beforeAll(async () => {
  sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(sockets, 'listening');
  const { port } = sockets.address() as AddressInfo;
  const connected = once(sockets, 'connection');
  client = new WebSocket(`ws://127.0.0.1:${port}`);
  const [, request] = (await connected) as [WebSocket, { socket: NodeJS.WritableStream }];
  wire = request.socket;
  await once(client, 'open');
});
afterAll(() => {
  client.terminate();
  sockets.close();
});

async function read(frame: Buffer): Promise<string> {
  const heard = once(client, 'message');
  wire.write(frame);
  const [data] = (await heard) as [Buffer];
  return data.toString();
}

test('a real client reads a frame of any length as the text that was written', async () => {
  for (const length of [0, 1, 125, 126, 127, 65_535, 65_536, 200_000]) {
    const text = 'ñ'.repeat(length >> 1) + 'x'.repeat(length % 2);
    expect(await read(textFrame(Buffer.from(text)))).toBe(text);
  }
});

test('a real client reads a message under its id, whatever the id and the message', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, unit: 'binary' }), fc.jsonValue(), async (id, value) => {
      // What cannot be written as UTF-8 is replaced, as everywhere.
      fc.pre(id.isWellFormed() && JSON.stringify(value).isWellFormed());
      const message = new SharedMessage({ data: { value } });
      expect(JSON.parse(await read(message.frame(id)))).toEqual({
        id,
        type: 'next',
        payload: JSON.parse(JSON.stringify({ data: { value } })) as unknown,
      });
    }),
    { numRuns: 200 },
  );
});

test('those who gave the same id share the bytes; another id in between takes nothing from them', () => {
  const message = new SharedMessage({ data: { card: 1 } });
  const frame = message.frame('board');
  expect(message.frame('board')).toBe(frame);
  expect(message.frame('other').toString()).toContain('"id":"other"');
  expect(message.frame('board')).toBe(frame);
});

describe('for those who agreed to compression', () => {
  const LIMIT = 1_000_000;
  const result = { data: { words: 'We walked out. '.repeat(100) } };
  const COMPRESSED_TEXT = 0xc1;
  const WHOLE_TEXT = 0x81;
  /** What a client takes out of a frame. */
  const textOf = (frame: Buffer) => String(expand(frame.subarray(frame[1]! < 126 ? 2 : 4), LIMIT));

  test('what a cohort gets is compressed once, whatever the ids', () => {
    const message = new SharedMessage(result).of({});
    const ids = ['board', 'another', '"\\', 'board'];
    const frames = ids.map((id) => message.frame(id, true));
    for (const [index, frame] of frames.entries()) {
      expect(frame[0]).toBe(COMPRESSED_TEXT);
      expect(JSON.parse(textOf(frame))).toEqual({ id: ids[index], type: 'next', payload: result });
    }
    expect(frames[3]).toBe(frames[0]);
    expect(frames[0]!.length).toBeLessThan(message.frame('board').length / 5);
    // Who did not agree gets the same as it is.
    expect(message.frame('board')[0]).toBe(WHOLE_TEXT);
  });

  test('what is one person’s is not compressed, nor what is short', () => {
    expect(new SharedMessage(result).frame('board', true)[0]).toBe(WHOLE_TEXT);
    expect(new SharedMessage({ data: 1 } as object).of({}).frame('board', true)[0]).toBe(WHOLE_TEXT);
  });
});
