import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FrameReader, type FrameSink } from './frame-reader.ts';
import { closeFrame, PING_FRAME, pongFrame, textFrame } from './frames.ts';
import type { Handshake } from './handshake.ts';
import { Violation } from './violation.ts';

/** Who holds a socket, and hears from it. */
export interface SocketHolder {
  received(text: string): void;
  /** The other end answered a ping. */
  ponged(): void;
  /** It is gone, whatever was said. Comes once. */
  closed(): void;
}

/** How long the other end may take to let go, once goodbye was said (ms). */
const LINGER_MS = 1_000;
/** Answers to pings that wait for somebody who asks and does not read (bytes). */
const MOST_WAITING = 64 * 1024;

/** The holder of a line, where its listeners find it: they are the same functions for all lines. */
const OF_LINE = Symbol('socket');
type Line = Socket & { [OF_LINE]?: ServerSocket };

/**
 * The server's end of one WebSocket: RFC 6455. Written here, and not taken from a library, for what is held of each of
 * thousands: one line of Node, what was half received, and who holds it. Frames are made by who sends them, once for
 * all who get the same.
 */
export class ServerSocket implements FrameSink {
  readonly protocol: string;
  /** Whether the other end reads messages that are compressed. */
  readonly compresses: boolean;
  holder: SocketHolder | undefined;
  readonly #line: Line;
  readonly #reader: FrameReader;
  readonly #open: Set<ServerSocket>;
  #state: 'open' | 'closing' | 'closed' = 'open';
  #lingering: NodeJS.Timeout | undefined;

  /** Answers the handshake. What comes is heard by who holds it; until it closes it is among the open ones. */
  constructor(
    { socket }: Pick<IncomingMessage, 'socket'>,
    head: Buffer,
    { protocol, compresses, answer }: Handshake,
    { limit, open }: { limit: number; open: Set<ServerSocket> },
  ) {
    const line: Line = socket;
    this.#open = open.add(this);
    this.protocol = protocol;
    this.compresses = compresses;
    this.#line = line;
    this.#reader = new FrameReader(limit, compresses);
    line.setTimeout(0);
    line.setNoDelay();
    line.write(answer);
    if (head.length > 0) line.unshift(head);
    line[OF_LINE] = this;
    line.on('data', takeData);
    line.on('end', takeEnd);
    line.on('close', takeClose);
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** How many bytes wait for the reader. */
  get waitingBytes(): number {
    return this.#line.writableLength;
  }

  /** Sends what is a whole frame already. */
  write(frame: Buffer): void {
    if (this.#state === 'open') this.#line.write(frame);
  }

  send(text: string): void {
    this.write(textFrame(Buffer.from(text)));
  }

  /** Asks for a sign of life. */
  askAlive(): void {
    this.write(PING_FRAME);
  }

  /** Says goodbye; whoever does not answer is dropped after a moment (ms). The reason has at most 123 bytes. */
  close(code: number, reason = '', lingerMs = LINGER_MS): void {
    if (this.#state !== 'open') return;
    this.#line.write(closeFrame(code, reason));
    this.#leave(lingerMs);
  }

  /** Without a word. */
  terminate(): void {
    this.#line.destroy();
  }

  /** Hears nothing until `resume`. */
  pause(): void {
    this.#line.pause();
  }

  resume(): void {
    this.#line.resume();
  }

  /** Calls when it is gone. */
  onceClosed(tell: () => void): void {
    if (this.#state === 'closed') tell();
    else this.#line.once('close', tell);
  }

  message(text: string): void {
    if (this.#state === 'open') this.holder?.received(text);
  }

  ping(payload: Buffer): void {
    if (this.waitingBytes > MOST_WAITING) this.terminate();
    else this.write(pongFrame(payload));
  }

  pong(): void {
    this.holder?.ponged();
  }

  goodbye(code: number | undefined): void {
    if (this.#state === 'open') {
      this.#line.write(closeFrame(code, ''));
      this.#leave(LINGER_MS);
    }
    // The server closes the line first: it is the client who then waits for what may still be on the way.
    this.#line.end();
  }

  /** For the listeners of the line. */
  take(chunk: Buffer): void {
    try {
      this.#reader.take(chunk, this);
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      this.close(error.code, error.message);
      this.#line.end();
    }
  }

  /** The other end sends nothing more: nothing that is sent from here on would be answered. */
  halfGone(): void {
    if (this.#state === 'open') this.#leave(LINGER_MS);
    this.#line.end();
  }

  gone(): void {
    this.#state = 'closed';
    this.#open.delete(this);
    clearTimeout(this.#lingering);
    this.#reader.end();
    this.holder?.closed();
  }

  #leave(lingerMs: number): void {
    this.#state = 'closing';
    this.#lingering = setTimeout(() => this.#line.destroy(), lingerMs);
  }
}

function takeData(this: Line, chunk: Buffer): void {
  this[OF_LINE]?.take(chunk);
}

function takeEnd(this: Line): void {
  this[OF_LINE]?.halfGone();
}

function takeClose(this: Line): void {
  this[OF_LINE]?.gone();
}
