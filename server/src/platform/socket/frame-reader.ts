import { isUtf8 } from 'node:buffer';
import { expand } from './frames.ts';
import { Violation } from './violation.ts';

/** What is read, as it comes. */
export interface FrameSink {
  message(text: string): void;
  ping(payload: Buffer): void;
  pong(): void;
  /** The other end says goodbye; nothing that follows is read. */
  goodbye(code: number | undefined): void;
}

const NOTHING = Buffer.alloc(0);
const CONTINUATION = 0;
const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
/** What a control frame may carry at most (bytes). */
const MOST_OF_CONTROL = 125;
const KEY_BYTES = 4;
/** Pieces of one message are put together after so many: what stands around each piece is more than a byte. */
const PIECES_AT_ONCE = 64;

/** Reads what a client sends as frames: RFC 6455, section 5, and RFC 7692. Holds nothing between whole messages. */
export class FrameReader {
  readonly #limit: number;
  readonly #mayBeCompressed: boolean;
  /** The beginning of a frame whose rest has not come: so many bytes of this. */
  #kept = NOTHING;
  #keptBytes = 0;
  /** The pieces of a message whose rest has not come, if there is one. */
  #pieces: Buffer[] | undefined;
  #piecesBytes = 0;
  #isText = false;
  #isCompressed = false;
  #isOver = false;

  /** Messages have at most `limit` bytes, compressed and not. */
  constructor(limit: number, mayBeCompressed: boolean) {
    this.#limit = limit;
    this.#mayBeCompressed = mayBeCompressed;
  }

  /** Throws a `Violation` at what is against the rules, after which nothing is read any more. */
  take(chunk: Buffer, sink: FrameSink): void {
    if (this.#isOver) return;
    try {
      this.#takeFrames(this.#keptBytes === 0 ? chunk : this.#keep(chunk), sink);
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Nothing that comes is read any more. */
  end(): void {
    this.#isOver = true;
    this.#kept = NOTHING;
    this.#keptBytes = 0;
    this.#pieces = undefined;
  }

  #takeFrames(bytes: Buffer, sink: FrameSink): void {
    let at = 0;
    while (!this.#isOver) {
      const taken = this.#takeFrame(bytes, at, sink);
      if (taken === 0) break;
      at += taken;
    }
    if (this.#isOver) return;
    const rest = bytes.length - at;
    if (rest === 0) {
      this.#kept = NOTHING;
      this.#keptBytes = 0;
    } else if (at > 0 || this.#keptBytes === 0) {
      // A copy: what came with it is not held for the sake of a few bytes.
      this.#kept = Buffer.from(bytes.subarray(at));
      this.#keptBytes = rest;
    }
  }

  /** Adds to what is kept, in room that doubles: whoever sends byte by byte has each copied twice, not a thousand times. */
  #keep(chunk: Buffer): Buffer {
    const bytes = this.#keptBytes + chunk.length;
    if (bytes > this.#kept.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(bytes, this.#kept.length * 2));
      this.#kept.copy(larger, 0, 0, this.#keptBytes);
      this.#kept = larger;
    }
    chunk.copy(this.#kept, this.#keptBytes);
    this.#keptBytes = bytes;
    return this.#kept.subarray(0, bytes);
  }

  /** Takes the frame that begins there and returns how many bytes it has; 0 where not all of it has come. */
  #takeFrame(bytes: Buffer, at: number, sink: FrameSink): number {
    const left = bytes.length - at;
    if (left < 2) return 0;
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    const kind = first & 0x0f;
    const isLast = (first & 0x80) !== 0;
    const isMarked = (first & 0x40) !== 0;
    if ((first & 0x30) !== 0) throw Violation.ofProtocol('Reserved bits are set');
    if ((second & 0x80) === 0) throw Violation.ofProtocol('A client masks what it sends');
    let length = second & 0x7f;
    if (kind >= CLOSE) this.#checkControl(kind, isLast && !isMarked && length <= MOST_OF_CONTROL);
    else this.#checkData(kind, isMarked);
    let head = 2;
    if (length === 126) {
      if (left < 4) return 0;
      length = bytes.readUInt16BE(at + 2);
      head = 4;
    } else if (length === 127) {
      if (left < 10) return 0;
      length = bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
      head = 10;
    }
    if (kind < CLOSE && this.#piecesBytes + length > this.#limit) throw Violation.tooLarge();
    const whole = head + KEY_BYTES + length;
    if (left < whole) return 0;
    const payload = unmask(bytes, at + head, length);
    if (kind >= CLOSE) this.#control(kind, payload, sink);
    else this.#data(kind, payload, { isLast, isMarked }, sink);
    return whole;
  }

  #checkControl(kind: number, isWhole: boolean): void {
    if (kind > PONG) throw Violation.ofProtocol('There is no such frame');
    if (!isWhole) throw Violation.ofProtocol('A control frame is small and whole');
  }

  #checkData(kind: number, isMarked: boolean): void {
    if (kind > BINARY) throw Violation.ofProtocol('There is no such frame');
    if ((kind === CONTINUATION) === (this.#pieces === undefined))
      throw Violation.ofProtocol('A message ends before the next begins');
    if (isMarked && (kind === CONTINUATION || !this.#mayBeCompressed))
      throw Violation.ofProtocol('Nobody agreed to compression');
  }

  #control(kind: number, payload: Buffer, sink: FrameSink): void {
    if (kind === PING) return sink.ping(payload);
    if (kind === PONG) return sink.pong();
    const code = codeOf(payload);
    this.end();
    sink.goodbye(code);
  }

  #data(kind: number, payload: Buffer, at: { isLast: boolean; isMarked: boolean }, sink: FrameSink): void {
    if (kind !== CONTINUATION) {
      this.#isText = kind === TEXT;
      this.#isCompressed = at.isMarked;
    }
    if (at.isLast && kind !== CONTINUATION) return sink.message(this.#textOf(payload));
    const pieces = (this.#pieces ??= []);
    if (payload.length > 0) pieces.push(payload);
    this.#piecesBytes += payload.length;
    if (at.isLast) {
      this.#pieces = undefined;
      this.#piecesBytes = 0;
      return sink.message(this.#textOf(Buffer.concat(pieces)));
    }
    if (pieces.length >= PIECES_AT_ONCE) this.#pieces = [Buffer.concat(pieces)];
  }

  #textOf(payload: Buffer): string {
    const bytes = this.#isCompressed ? expand(payload, this.#limit) : payload;
    if (this.#isText && !isUtf8(bytes)) throw Violation.notReadable();
    return bytes.toString();
  }
}

/** A copy in the clear. */
function unmask(bytes: Buffer, at: number, length: number): Buffer {
  const from = at + KEY_BYTES;
  const payload = Buffer.allocUnsafe(length);
  for (let index = 0; index < length; index += 1) {
    payload[index] = (bytes[from + index] ?? 0) ^ (bytes[at + (index & 3)] ?? 0);
  }
  return payload;
}

/** What a goodbye gives as its reason; undefined where it gives none. */
function codeOf(payload: Buffer): number | undefined {
  if (payload.length === 0) return undefined;
  if (payload.length === 1) throw Violation.ofProtocol('A close has a code of two bytes');
  const code = payload.readUInt16BE(0);
  const isKnown = code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006;
  if (!isKnown && (code < 3000 || code > 4999)) throw Violation.ofProtocol('There is no such code');
  if (!isUtf8(payload.subarray(2))) throw Violation.notReadable();
  return code;
}
