import type { IncomingMessage } from 'node:http';
import type { SubscribePayload } from 'graphql-ws';
import { CrowdsLine } from '../core/stream/lines.ts';
import { KNOWN } from '../platform/budget/price.ts';
import { visitorAddress } from '../platform/http/visits.ts';
import { EdgeChannel } from '../platform/live/edge-channel.ts';
import { Outbox } from '../platform/live/outbox.ts';
import type { Services } from '../platform/services.ts';
import type { LiveOperations } from './live-operations.ts';

/** In which an edge says where it takes what is published. */
export const EDGE_HEADER = 'x-strikeboard-edge';

/** What anybody may follow at a public board, and all who may read as much get alike. */
const FOLLOWED_AT_EDGES = new Set(['boardChanges', 'boardPresence']);
/** A channel to which nobody was sent for so long (ms), and at which nobody listens, is closed. */
const FORGOTTEN_AFTER_MS = 30_000;
/** Channels of one server: boards that somebody watches, by two or three questions each. */
const MOST_CHANNELS = 10_000;

/**
 * Sends the anonymous crowd of public boards to an edge: nginx with nchan before the server, which holds their
 * connections. What a cohort gets is published there once (`EdgeChannel`); who asks for it is answered by where it is, in
 * `X-Accel-Redirect`. Only what our pages ask goes there, so that there are as many channels as boards and not as
 * strangers wish; everybody else, and every refusal, is answered here as ever.
 */
export class Edge {
  readonly #urls: ReadonlySet<string>;
  readonly #services: Services;
  readonly #operations: LiveOperations;
  readonly #forgetAfterMs: number;
  readonly #channels = new Map<string, EdgeChannel>();
  readonly #outboxes = new Map<EdgeChannel, Outbox>();

  constructor(options: {
    urls: readonly string[];
    services: Services;
    operations: LiveOperations;
    forgetAfterMs?: number;
  }) {
    this.#urls = new Set(options.urls);
    this.#services = options.services;
    this.#operations = options.operations;
    this.#forgetAfterMs = options.forgetAfterMs ?? FORGOTTEN_AFTER_MS;
  }

  /** How many channels it publishes to. */
  get size(): number {
    return this.#channels.size;
  }

  /** Where at the edge somebody gets what they ask for who is nobody; undefined for what is answered here. */
  async whereFor(request: IncomingMessage, asked: SubscribePayload): Promise<string | undefined> {
    const url = String(request.headers[EDGE_HEADER] ?? '');
    // An edge goes on with the method it was asked by, and listens for GET alone.
    if (!this.#urls.has(url) || request.method !== 'GET') return undefined;
    const stream = this.#operations.streamOfPages(asked);
    if (!stream || !FOLLOWED_AT_EDGES.has(stream.field)) return undefined;
    if (!this.#services.budgets.spend({ address: visitorAddress(request) }, KNOWN).allowed) return undefined;
    const key = `${url} ${stream.key}`;
    // An edge that was started anew knows nothing of the channels it had: then another one is opened there.
    for (let tries = 1; tries <= 2; tries += 1) {
      const channel = this.#channels.get(key) ?? this.#open(key, url, asked);
      if (!channel) return undefined;
      channel.joinedAt = performance.now();
      await channel.begun;
      if (channel.isOver) return undefined;
      if (await channel.isThere()) return placeAt(channel, request, asked);
      void channel.close();
    }
    return undefined;
  }

  /** Lets all go who listen at edges. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#outboxes].map(([channel, outbox]) => {
        outbox.close();
        return channel.close();
      }),
    );
  }

  #open(key: string, url: string, asked: SubscribePayload): EdgeChannel | undefined {
    if (this.#channels.size >= MOST_CHANNELS) return undefined;
    const line = new CrowdsLine();
    let empty = 0;
    const channel = new EdgeChannel(url, {
      mask: (error) => this.#operations.mask(error),
      heard: (listeners) => {
        line.heads = listeners;
        empty = listeners > 0 ? 0 : empty + 1;
        // Said twice: who is on the way there is not counted yet.
        if (empty < 2 || performance.now() - channel.joinedAt < this.#forgetAfterMs) return;
        outbox.close();
        void channel.close();
      },
      failed: (error) =>
        this.#services.log.warn({ err: error, edge: url }, 'an edge does not take what is published'),
      over: () => {
        if (this.#channels.get(key) === channel) this.#channels.delete(key);
        this.#outboxes.delete(channel);
        outbox.close();
      },
    });
    const outbox = new Outbox(channel);
    outbox.onEnd(() => line.close());
    this.#channels.set(key, channel);
    this.#outboxes.set(channel, outbox);
    const by = {
      ...{ line, address: undefined, isForeign: false, readsOnly: true, mayAskOwn: () => true },
      resumesAfter: 'now' as const,
      ready: () => channel.ready(),
    };
    this.#operations.run(by, asked, outbox).catch((error: unknown) => outbox.fail(error));
    return channel;
  }
}

function placeAt(
  channel: EdgeChannel,
  { headers }: IncomingMessage,
  { variables }: SubscribePayload,
): string {
  const lastId = String(headers['last-event-id'] ?? '');
  const from = channel.beginning({ lastId, revision: revisionOf(variables) });
  return `/at-the-edge/${channel.name}${from && `?from=${encodeURIComponent(from)}`}`;
}

/** Where who asks stands, as our pages say it; what is none of ours begins with the latest. */
function revisionOf(variables: SubscribePayload['variables']): number | undefined {
  const after = variables?.['after'];
  const revision = typeof after === 'object' && after !== null && 'revision' in after && after.revision;
  return typeof revision === 'number' ? revision : undefined;
}
