import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Violation } from './violation.ts';

// Frames as a server writes them: RFC 6455, section 5.2. They are not masked, so one frame serves every socket.

/** First bytes: the only frame of its message (FIN), and its type. */
const WHOLE_TEXT = 0x81;
const CLOSE = 0x88;
const PING = 0x89;
const PONG = 0x8a;
/** The mark of a compressed message (RSV1): RFC 7692. */
const COMPRESSED = 0x40;

/** How a flush ends, which is left away on the way: RFC 7692, section 7.2.1. */
export const TAIL = Buffer.of(0, 0, 0xff, 0xff);
/** What is shorter is not worth the work of the other end. */
const WORTH_COMPRESSING = 300;
/** What is not made shorter by this is sent as it is. */
const WORTH_SENDING = 0.9;

/** A text message. */
export function textFrame(...parts: readonly Buffer[]): Buffer {
  return frame(WHOLE_TEXT, parts);
}

/**
 * A text message of which the end was compressed before, and once for many: what is before it goes as it is, as a
 * block of its own.
 */
export function compressedFrame(before: Buffer, compressed: Buffer): Buffer {
  const { length } = before;
  const block = Buffer.of(0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff);
  return frame(WHOLE_TEXT | COMPRESSED, [block, before, compressed]);
}

/** Compressed for whoever agreed to it, with nothing remembered from before; null where it is not worth it. */
export function compress(text: Buffer): Buffer | null {
  if (text.length < WORTH_COMPRESSING) return null;
  // No larger than what it has to hold: memory that is asked for must be cleared.
  const windowBits = Math.min(15, Math.max(9, 32 - Math.clz32(text.length)));
  const whole = deflateRawSync(text, {
    ...{ windowBits, memLevel: Math.min(9, windowBits - 6), level: 9 },
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const compressed = whole.subarray(0, -TAIL.length);
  return compressed.length < text.length * WORTH_SENDING ? compressed : null;
}

/** What somebody compressed, at most so long. Nothing is held afterwards. */
export function expand(compressed: Buffer, limit: number): Buffer {
  try {
    return inflateRawSync(Buffer.concat([compressed, TAIL]), {
      ...{ finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limit },
    });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? Violation.tooLarge() : Violation.notReadable();
  }
}

export const PING_FRAME = frame(PING, []);

export function pongFrame(payload: Buffer): Buffer {
  return frame(PONG, [payload]);
}

/** The reason has at most 123 bytes. */
export function closeFrame(code: number | undefined, reason: string): Buffer {
  if (code === undefined) return frame(CLOSE, []);
  return frame(CLOSE, [Buffer.of(code >> 8, code & 0xff), Buffer.from(reason)]);
}

function frame(first: number, parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([head(first, length), ...parts]);
}

function head(first: number, length: number): Buffer {
  if (length < 126) return Buffer.of(first, length);
  if (length < 65_536) return Buffer.of(first, 126, length >> 8, length & 0xff);
  const bytes = Buffer.alloc(10);
  bytes.set([first, 127]);
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
