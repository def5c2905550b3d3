import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { createGunzip } from 'node:zlib';
import { until } from '../../support/until.ts';

/** One event as it came. */
export interface SeenEvent {
  id: string | undefined;
  event: string;
  data: string;
}

interface Asked {
  query: string;
  variables?: object;
  operationName?: string;
}

/** A bare reader of server-sent events that shows everything and does nothing by itself. */
export class EventClient {
  readonly events: SeenEvent[] = [];
  /** Everything as it came, for what is no event. */
  text = '';
  status = 0;
  headers: IncomingHttpHeaders = {};
  ended = false;
  /** How many came over the line. */
  bytes = 0;
  /** Why it could not be unpacked. */
  fault: Error | undefined;
  readonly #request: ClientRequest;
  #response: IncomingMessage | undefined;
  #rest = '';

  constructor(
    url: string,
    asked: Asked,
    headers: Record<string, string> = {},
    { method = 'GET', onEvent }: { method?: 'GET' | 'POST'; onEvent?: (event: SeenEvent) => void } = {},
  ) {
    const { query, variables, operationName } = asked;
    const search = new URLSearchParams({
      query,
      ...(variables && { variables: JSON.stringify(variables) }),
      ...(operationName !== undefined && { operationName }),
    });
    const isPost = method === 'POST';
    this.#request = request(
      `${url}/graphql${isPost ? '' : `?${search}`}`,
      {
        method,
        agent: false,
        headers: {
          accept: 'text/event-stream',
          ...(isPost && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        this.#response = response;
        this.status = response.statusCode ?? 0;
        this.headers = response.headers;
        const isPacked = response.headers['content-encoding'] === 'gzip';
        response.on('data', (part: Buffer | string) => (this.bytes += Buffer.byteLength(part)));
        const read = isPacked ? response.pipe(createGunzip()) : response;
        read.setEncoding('utf8');
        read.on('data', (part: string) => this.#take(part, onEvent));
        read.on('error', (error: Error) => {
          if (isPacked) this.fault = error;
          this.ended = true;
        });
        response.on('error', () => undefined);
        // What came whole is over when it was read, which takes a little longer where it is unpacked.
        read.on('end', () => (this.ended = true));
        response.on('close', () => (this.ended ||= !response.complete || this.fault !== undefined));
      },
    );
    this.#request.on('error', () => (this.ended = true));
    this.#request.end(isPost ? JSON.stringify(asked) : undefined);
  }

  /** The results that came. */
  results<Result = Record<string, unknown>>(): Result[] {
    return this.events.filter(({ event }) => event === 'next').map(({ data }) => JSON.parse(data) as Result);
  }

  /** What a browser sends when it comes back. */
  get lastId(): string | undefined {
    return this.events.findLast(({ id }) => id !== undefined)?.id;
  }

  async begun(): Promise<this> {
    await until('the first event', () => this.events.length > 0 || this.ended);
    return this;
  }

  async over(limitMs?: number): Promise<this> {
    await until('the end of the stream', () => this.ended, limitMs);
    return this;
  }

  pause(): void {
    this.#response?.pause();
  }

  resume(): void {
    this.#response?.resume();
  }

  close(): void {
    this.#request.destroy();
  }

  #take(part: string, onEvent: ((event: SeenEvent) => void) | undefined): void {
    this.text += part;
    const blocks = (this.#rest + part).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.split(':', 1)[0] ?? '', line.replace(/^[^:]*: ?/, '')]),
      );
      const event = fields.get('event');
      if (event === undefined) continue;
      const seen = { id: fields.get('id'), event, data: fields.get('data') ?? '' };
      this.events.push(seen);
      onEvent?.(seen);
    }
  }
}
