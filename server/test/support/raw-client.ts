import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { constants, deflateRawSync } from 'node:zlib';
import { until } from './until.ts';

/** One frame as a client sends it, with nothing checked. */
export interface RawFrame {
  kind: number;
  payload?: Buffer | string;
  /** By default it is the last of its message. */
  isLast?: boolean;
  /** The three reserved bits. */
  marks?: number;
  isMasked?: boolean;
  /** What it says of its length, where that is not true. */
  length?: number;
}

/** What came back. */
export interface Back {
  kind: number;
  isCompressed: boolean;
  payload: Buffer;
}

export const KINDS = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A client of WebSockets that says whatever it is told to say. */
export class RawClient {
  readonly #socket: Socket;
  #got = Buffer.alloc(0);
  head = '';
  ended = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => (this.#got = Buffer.concat([this.#got, chunk])));
    socket.on('end', () => (this.ended = true));
    socket.on('close', () => (this.ended = true));
    socket.on('error', () => undefined);
  }

  /** Connects and asks for a socket; `head` is what was answered. Headers of null are left away. */
  static async open(port: number, headers: Record<string, string | null> = {}, method = 'GET') {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const client = new RawClient(socket);
    const all = {
      host: 'localhost',
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    };
    const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`));
    socket.write(`${method} /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    await until('an answer', () => client.#got.includes('\r\n\r\n') || client.ended);
    const end = client.#got.indexOf('\r\n\r\n') + 4;
    client.head = client.#got.toString('latin1', 0, end);
    client.#got = client.#got.subarray(end);
    return client;
  }

  send(...frames: RawFrame[]): this {
    this.#socket.write(Buffer.concat(frames.map(bytesOf)));
    return this;
  }

  /** Byte by byte. */
  async drip(...frames: RawFrame[]): Promise<void> {
    this.#socket.setNoDelay(true);
    for (const byte of Buffer.concat(frames.map(bytesOf))) {
      this.#socket.write(Buffer.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** What came back so far. */
  back(): Back[] {
    const frames: Back[] = [];
    let at = 0;
    while (this.#got.length - at >= 2) {
      const first = this.#got[at]!;
      const short = this.#got[at + 1]!;
      const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
      if (this.#got.length - at < 2 + wide) break;
      const length =
        wide === 0
          ? short
          : wide === 2
            ? this.#got.readUInt16BE(at + 2)
            : Number(this.#got.readBigUInt64BE(at + 2));
      const from = at + 2 + wide;
      if (this.#got.length < from + length) break;
      const payload = this.#got.subarray(from, from + length);
      frames.push({ kind: first & 15, isCompressed: (first & 0x40) !== 0, payload });
      at = from + length;
    }
    return frames;
  }

  async frames(count: number): Promise<Back[]> {
    await until(`${count} frames`, () => this.back().length >= count || this.ended);
    return this.back();
  }

  /** The code of the goodbye; null where the line ended without one. */
  async goodbye(): Promise<number | null> {
    await until('the end', () => this.ended);
    const goodbye = this.back().find(({ kind }) => kind === KINDS.close);
    if (!goodbye) return null;
    return goodbye.payload.length === 0 ? 1005 : goodbye.payload.readUInt16BE(0);
  }

  pause(): void {
    this.#socket.pause();
  }

  endWriting(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }
}

/** As a client compresses a message. */
export function deflated(text: string | Buffer): Buffer {
  return deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
}

function bytesOf({ kind, payload = '', isLast = true, marks = 0, isMasked = true, length }: RawFrame) {
  const body = Buffer.from(payload as string);
  const said = length ?? body.length;
  const first = (isLast ? 0x80 : 0) | (marks << 4) | kind;
  const mask = isMasked ? 0x80 : 0;
  const head =
    said < 126
      ? Buffer.of(first, mask | said)
      : said < 65_536
        ? Buffer.of(first, mask | 126, said >> 8, said & 0xff)
        : Buffer.concat([Buffer.of(first, mask | 127), bigEndian(said)]);
  if (!isMasked) return Buffer.concat([head, body]);
  const key = randomBytes(4);
  return Buffer.concat([head, key, body.map((byte, index) => byte ^ key[index & 3]!)]);
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
