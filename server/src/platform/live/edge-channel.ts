import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Outlet, Standing } from './outbox.ts';
import type { SharedMessage } from './shared-message.ts';

/** What a channel tells whoever opened it. */
export interface EdgeChannelEvents {
  /** An error as outsiders see it. */
  mask(error: unknown): object;
  /** After each message: how many listen at the edge. */
  heard(listeners: number): void;
  /** Its edge does not take what is published. */
  failed(error: Error): void;
  /** It has ended. Those who listened are let go. */
  over(): void;
}

/** One message at the edge. */
interface Published {
  /** Where who has it stands; undefined before anything moved. */
  revision: number | undefined;
  id: string;
  /** The id of the message before it, after which somebody begins who gets this one first. */
  before: string;
}

/** The edge keeps as many messages, or more (`docker/edge/nginx.conf`). */
const KEPT = 32;
/** So many messages may wait for an edge that takes its time. */
const MOST_WAITING = 64;
const PATIENCE_MS = 30_000;
/** How long an edge has for each who listens (ms), before it is told of what happened next, and for all of them. */
const EACH_MS = 0.02;
const MOST_REST_MS = 1_000;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * A stream that an edge gives to many: each message is published once, by HTTP, as nchan takes it, and the edge sends it
 * to all who listen as a server-sent event.
 */
export class EdgeChannel implements Outlet {
  /** No channel of another process, or of another life of this one, has the same. */
  readonly name = randomBytes(12).toString('base64url');
  /** When somebody was last sent there (ms of the process). */
  joinedAt = performance.now();
  readonly #address: string;
  readonly #events: EdgeChannelEvents;
  readonly #kept: Published[] = [];
  #last = '';
  #revision: number | undefined;
  #waiting = 0;
  #line: Promise<void> = Promise.resolve();
  #gone: Promise<void> = Promise.resolve();
  #looking: Promise<boolean> | undefined;
  #over = false;
  #restUntil = 0;
  readonly #begun = Promise.withResolvers<void>();

  constructor(edge: string, events: EdgeChannelEvents) {
    this.#address = `${edge}/publish/${this.name}`;
    this.#events = events;
  }

  /** Its first message is at the edge, or there will be none. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** What was published is taken, and the edge had time to send it: what happened meanwhile goes together. */
  async ready(): Promise<void> {
    await this.#line;
    const rest = this.#restUntil - performance.now();
    if (rest > 0) await delay(rest, undefined, { ref: false });
  }

  /** Whether the edge has it. Those who ask meanwhile have one answer. */
  isThere(): Promise<boolean> {
    this.#looking ??= this.#ask('GET')
      .then(
        () => true,
        () => false,
      )
      .finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  next(message: SharedMessage, at?: Standing): void {
    if (typeof at === 'number') this.#revision = at;
    const revision = this.#revision;
    this.#inLine(async () => {
      const { last, listeners } = await this.#publish('next', message.json);
      this.#kept.push({ revision, id: last, before: this.#last });
      if (this.#kept.length > KEPT) this.#kept.shift();
      this.#last = last;
      this.#restUntil = performance.now() + Math.min(MOST_REST_MS, listeners * EACH_MS);
      this.#begun.resolve();
      this.#events.heard(listeners);
    });
  }

  complete(): void {
    // Who has not begun is told by its own answer.
    if (this.#last !== '') this.#inLine(() => this.#publish('complete', Buffer.from('null')));
    this.#end();
  }

  fail(error: unknown): void {
    const errors = (Array.isArray(error) ? error : [error]).map((each: unknown) => this.#events.mask(each));
    if (this.#last !== '') this.#inLine(() => this.#publish('next', Buffer.from(JSON.stringify({ errors }))));
    this.complete();
  }

  /** Lets all go who listen; they come back and ask anew. Resolves when the edge has heard of it. */
  close(): Promise<void> {
    this.#end();
    return this.#gone;
  }

  /**
   * The message after which somebody begins. Who comes back with the id of the last they had begins after that. Of who
   * stands at a revision the first they get is what they have already, at once, so that they know they are up to date. Who
   * stands further back than what is kept gets the latest, and sees by it that something is missing.
   */
  beginning({ lastId, revision }: { lastId?: string | undefined; revision?: number | undefined }): string {
    if (lastId && this.#kept.some(({ id }) => id === lastId)) return lastId;
    const known = (each: Published) => revision !== undefined && (each.revision ?? Infinity) <= revision;
    return (this.#kept.findLast(known) ?? this.#kept.at(-1))?.before ?? '';
  }

  /** In order, and no more than may wait. */
  #inLine(ask: () => Promise<unknown>): void {
    if (this.#over) return;
    if (this.#waiting >= MOST_WAITING) return this.#fail(new Error('Too much waits for the edge'));
    this.#waiting += 1;
    this.#line = this.#line
      .then(ask)
      .then(
        () => undefined,
        (error: Error) => this.#fail(error),
      )
      .finally(() => (this.#waiting -= 1));
  }

  #fail(error: Error): void {
    if (!this.#over) this.#events.failed(error);
    this.#end();
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    // After what is on its way. An edge that is gone has let them go already.
    this.#gone = this.#line
      .then(() => this.#ask('DELETE'))
      .then(
        () => undefined,
        () => undefined,
      );
    this.#begun.resolve();
    this.#events.over();
  }

  async #publish(event: 'next' | 'complete', json: Buffer): Promise<{ last: string; listeners: number }> {
    const answer = await this.#ask('POST', json, event);
    const { last_message_id: last, subscribers } = JSON.parse(answer) as Record<string, unknown>;
    return { last: String(last), listeners: Number(subscribers) || 0 };
  }

  #ask(method: 'GET' | 'POST' | 'DELETE', body?: Buffer, event?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = {
        accept: 'text/json',
        ...(event && { 'x-eventsource-event': event, 'content-type': 'application/json' }),
        ...(body && { 'content-length': body.length }),
      };
      const asking = request(this.#address, { method, headers, agent, timeout: PATIENCE_MS }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.once('error', reject);
        response.once('end', () =>
          Math.floor((response.statusCode ?? 0) / 100) === 2
            ? resolve(text)
            : reject(new Error(`The edge answered ${response.statusCode}`)),
        );
      });
      asking.once('timeout', () => asking.destroy(new Error('The edge did not answer')));
      asking.once('error', reject);
      asking.end(body);
    });
  }
}
