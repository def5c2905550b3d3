import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { refuse } from '../http/graphql-door.ts';
import { isFault } from '../graphql/mask-error.ts';
import { GzipStream, type Shared } from './gzip-stream.ts';
import type { CountedSocket } from './open-sockets.ts';
import type { Outlet, Standing } from './outbox.ts';
import type { SharedMessage } from './shared-message.ts';

/** What an event stream tells its door. */
export interface EventStreamEvents {
  /** An error as outsiders see it. */
  mask(error: unknown): object;
  /** More waits than this reader may keep. */
  cut(): void;
  /** It has begun: what follows is no answer to a request any more. */
  began(): void;
}

/** A comment: it says nothing, and keeps what lies between awake. */
const SIGN_OF_LIFE = ':\n\n';
/** Browsers come back by themselves after so long (ms), each after another while: many are let go in one moment. */
const COME_BACK = { after: 1_000, spread: 2_000 };

/**
 * One operation as server-sent events: GraphQL over SSE in the mode of distinct connections (`graphql-sse`), one
 * response for one operation. Mistakes in the document are told as events too, since a browser's `EventSource` reads no
 * other answer; what is no matter of GraphQL, as one request too many, has its status.
 */
export class EventStream implements Outlet, CountedSocket {
  network: string | undefined;
  personId: string | undefined;
  strange = false;
  /** As many operations as it follows places. */
  running = 1;
  /** When it is given a sign of life next (ms of the process). */
  aliveAt = 0;
  readonly #response: ServerResponse;
  readonly #events: EventStreamEvents;
  readonly #bufferedBytes: number;
  /** Where the reader takes what is compressed. */
  readonly #gzip: GzipStream | undefined;

  constructor(
    response: ServerResponse,
    events: EventStreamEvents,
    { bufferedBytes, compresses }: { bufferedBytes: number; compresses: boolean },
  ) {
    this.#response = response;
    this.#events = events;
    this.#bufferedBytes = bufferedBytes;
    this.#gzip = compresses ? new GzipStream() : undefined;
  }

  /** How many bytes wait for the reader. */
  get waitingBytes(): number {
    return this.#response.writableLength;
  }

  /** Sends the head, once. It ends with the connection, so that the same bytes serve every version of HTTP. */
  begin(): void {
    const response = this.#response;
    if (response.headersSent || response.destroyed) return;
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      vary: 'accept-encoding',
      ...(this.#gzip && { 'content-encoding': 'gzip' }),
      // Some proxies collect an answer otherwise.
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    if (this.#gzip) this.#line.write(this.#gzip.head());
    this.#put(`retry: ${Math.round(COME_BACK.after + Math.random() * COME_BACK.spread)}\n\n`);
    this.#events.began();
  }

  next(message: SharedMessage, at?: Standing): void {
    this.begin();
    if (typeof at !== 'function') return this.#write(message.event(at));
    // Where one stands in several logs is one's own; what it is sent with is everybody's.
    this.#write(`id: ${at()}\n`, message.event());
  }

  carry(more: number): void {
    this.running += more;
  }

  complete(): void {
    this.begin();
    this.#put('event: complete\ndata:\n\n');
    this.#end();
  }

  fail(error: unknown): void {
    const errors = (Array.isArray(error) ? error : [error]).map((each: unknown) => this.#events.mask(each));
    const [first] = errors as { message: string; extensions?: { code?: string; retryAfter?: number } }[];
    const { code, retryAfter = 1 } = first?.extensions ?? {};
    if (code === TOO_MANY && first && !this.#response.headersSent)
      return this.refuse(first.message, retryAfter);
    this.begin();
    this.#write(`event: next\ndata: ${JSON.stringify({ errors })}\n\n`);
    // After a fault of ours it is not over: a browser comes back, and goes on where it was.
    if (errors.some((each) => isFault(each))) this.#end();
    else this.complete();
  }

  /** One too many: with the status that says so, and when to come back. */
  refuse(words: string, retryAfter: number): void {
    if (this.#response.headersSent) return this.#end();
    this.#response.setHeader('retry-after', retryAfter);
    refuse(this.#response, 429, TOO_MANY, words, { retryAfter });
  }

  /** Without a word that it is over: a browser comes back by itself, and goes on from its last `id`. */
  letGo(): void {
    this.#end();
  }

  signOfLife(): void {
    if (this.#response.headersSent) this.#write(SIGN_OF_LIFE);
  }

  /** All of it, or nothing. */
  #write(...parts: (Shared | string)[]): void {
    const response = this.#response;
    if (response.destroyed || response.writableEnded) return;
    if (response.writableLength > this.#bufferedBytes) return this.#events.cut();
    for (const part of parts) this.#put(part);
  }

  /** What is this reader's alone, or what many get. */
  #put(part: Shared | string): void {
    const response = this.#response;
    if (response.destroyed || response.writableEnded) return;
    if (typeof part === 'string') {
      const own = Buffer.from(part);
      this.#line.write(this.#gzip ? this.#gzip.own(own) : own);
    } else this.#line.write(this.#gzip ? this.#gzip.shared(part) : part.plain);
  }

  /** Once it has the line to itself, what follows its head is bytes on it: without the work of a response for each. */
  get #line(): Writable {
    return this.#response.socket ?? this.#response;
  }

  #end(): void {
    const response = this.#response;
    if (response.writableEnded) return;
    // One that never began has a head of its own, or none.
    if (this.#gzip && response.headersSent) response.end(this.#gzip.end());
    else response.end();
  }
}

const TOO_MANY = 'TOO_MANY_REQUESTS';
