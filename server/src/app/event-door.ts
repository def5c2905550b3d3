import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SubscribePayload } from 'graphql-ws';
import { createCallerReader } from '../core/access/bearer.ts';
import type { Cursor } from '../core/board/read-board.ts';
import { REFUSED, refusedIfInvalid, refuseToken } from '../features/token/refuse-token.ts';
import type { Live } from '../core/stream/live.ts';
import { FAULTY } from '../platform/budget/price.ts';
import { writeBalance } from '../platform/budget/rate-limit.ts';
import { encodingsTaken } from '../platform/http/accept-encoding.ts';
import { isForeign } from '../platform/http/foreign-origin.ts';
import { type GraphqlDoor, refuse } from '../platform/http/graphql-door.ts';
import { parseJsonObject } from '../platform/http/json-body.ts';
import { visitorAddress } from '../platform/http/visits.ts';
import { beginsStream } from '../platform/http/watch-request.ts';
import { EventStream } from '../platform/live/event-stream.ts';
import { Outbox } from '../platform/live/outbox.ts';
import { Refusal, tokenNotValid } from '../platform/refusal/refusal.ts';
import type { Services } from '../platform/services.ts';
import type { Edge } from './edge.ts';
import type { LiveOperations } from './live-operations.ts';

/** Answers GraphQL as server-sent events. */
export interface EventDoor {
  /** Whether a request wants its answer so. */
  takes(request: IncomingMessage, body: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void>;
  readonly openStreams: number;
  /** The most bytes that wait for one reader. */
  readonly mostWaiting: number;
  /** Lets all streams go, evenly and by chance within so long (ms). */
  letGo(spreadMs: number): Promise<void>;
}

export interface EventLimits {
  /** Bytes that wait for one reader before they are cut off. */
  bufferedBytes: number;
  /** Between signs of life, where nothing else is sent (ms): proxies give up what is silent for longer. */
  life: number;
  /** How long one that is too many is held back (ms). */
  refused: number;
}

const usualLimits: EventLimits = { bufferedBytes: 512 * 1024, life: 12_000, refused: 500 };
const ROUNDS_PER_SIGN = 12;
/** What somebody is told to wait whose streams are too many (s). */
const RETRY_SECONDS = 10;

/** `text/event-stream`, as a word of an `Accept` header. */
const EVENTS = /(^|,)\s*text\/event-stream\s*(;|,|$)/i;
const JSON_OR_ANYTHING = /(^|,)\s*(application\/(graphql-response\+)?json|application\/\*|\*\/\*)\s*(;|,|$)/i;
const BEGINS_AS_SUBSCRIPTION = /^(?:[\s,\uFEFF]|#[^\n\r]*)*subscription\b/;

/** The other half of what streams: the operations of the socket door, each as a response of its own. */
export function createEventDoor(options: {
  services: Services;
  live: Live;
  operations: LiveOperations;
  /** Where crowds are sent, where there is such a place. */
  edge?: Edge | undefined;
  limits?: Partial<EventLimits> | undefined;
}): EventDoor {
  const { services, live, operations, edge } = options;
  const { sockets } = operations;
  const limits = { ...usualLimits, ...options.limits };
  const readCaller = createCallerReader(services);
  const streams = new Set<EventStream>();
  let rounds: NodeJS.Timeout | undefined;

  const makeRound = () => {
    const now = performance.now();
    for (const stream of streams) {
      if (stream.aliveAt > now) continue;
      stream.aliveAt = now + limits.life;
      stream.signOfLife();
    }
  };

  const open = (request: IncomingMessage, response: ServerResponse) => {
    const stream = new EventStream(
      response,
      {
        mask: (error) => operations.mask(error, String(response.getHeader('x-request-id') ?? '')),
        cut: () => {
          live.counts.cuts += 1;
          response.destroy();
        },
        began: () => beginsStream(request),
      },
      {
        bufferedBytes: limits.bufferedBytes,
        compresses: encodingsTaken(request.headers['accept-encoding']).has('gzip'),
      },
    );
    streams.add(stream);
    stream.aliveAt = performance.now() + limits.life;
    rounds ??= setInterval(makeRound, limits.life / ROUNDS_PER_SIGN);
    const outbox = new Outbox(stream);
    response.once('close', () => {
      streams.delete(stream);
      sockets.leave(stream);
      outbox.close();
      if (streams.size > 0) return;
      clearInterval(rounds);
      rounds = undefined;
    });
    return { stream, outbox };
  };

  const answer: EventDoor['answer'] = async (request, response, body) => {
    const asked = request.method === 'GET' ? askedByAddress(request.url ?? '') : askedByBody(request, body);
    if (typeof asked === 'string') return refuse(response, 400, 'BAD_REQUEST', asked);
    const address = visitorAddress(request);
    const viewer = await readCaller(request).catch(refusedIfInvalid);
    if (viewer === REFUSED) {
      services.budgets.charge({ address }, FAULTY);
      return refuseToken(response);
    }
    const there = viewer === null ? await edge?.whereFor(request, asked) : undefined;
    if (response.destroyed) return;
    if (there !== undefined) {
      response.setHeader('x-accel-redirect', there);
      response.end();
      return;
    }
    const { stream, outbox } = open(request, response);
    const tooMany = async (words: string) => {
      outbox.close();
      // Whoever comes again and again comes slowly.
      await delay(limits.refused);
      stream.refuse(words, RETRY_SECONDS);
    };
    const words =
      sockets.enter(stream, address) ??
      (viewer ? sockets.isOf(stream, viewer.personId) : undefined) ??
      sockets.mayRun(stream);
    if (words !== undefined) return tooMany(words);
    const line = live.lines.open(viewer, {
      sessionEnded: () =>
        outbox.fail(
          viewer?.token ? tokenNotValid() : new Refusal('NOT_SIGNED_IN', 'Your session has ended.'),
        ),
    });
    outbox.onEnd(() => line.close());
    let strange: string | undefined;
    const by = {
      ...{ line, address, isForeign: isForeign(request), readsOnly: true },
      resumesAfter: cursorOf(request.headers['last-event-id']),
      resumesAt: String(request.headers['last-event-id'] ?? '') || undefined,
      mayAskOwn: () => (strange = sockets.isStrange(stream)) === undefined,
      charged: (balance: Parameters<typeof writeBalance>[1]) => {
        if (!response.headersSent) writeBalance(response, balance);
      },
    };
    try {
      await operations.run(by, asked, outbox);
    } catch (error) {
      outbox.fail(error);
    }
    if (strange !== undefined) return tooMany(strange);
    if (!outbox.ended) stream.begin();
  };

  return {
    takes: ({ method, headers: { accept = '' } }, body) => {
      if (!EVENTS.test(accept) || (method !== 'GET' && method !== 'POST')) return false;
      if (!JSON_OR_ANYTHING.test(accept)) return true;
      // Some clients take either. What is no stream is answered as ever.
      if (method === 'GET') return true;
      const query = parseJsonObject(body)?.['query'];
      return typeof query === 'string' && BEGINS_AS_SUBSCRIPTION.test(query);
    },
    answer,
    get openStreams() {
      return streams.size;
    },
    get mostWaiting() {
      return Math.max(0, ...[...streams].map(({ waitingBytes }) => waitingBytes));
    },
    letGo: async (spreadMs) => {
      const all = [...streams];
      await Promise.all([
        edge?.close(),
        ...all.map(async (stream, index) => {
          const turn = ((index + Math.random()) / all.length) * spreadMs;
          if (turn > 1) await delay(turn);
          stream.letGo();
        }),
      ]);
    },
  };
}

/** Both ways to answer one request. */
export function withEvents(
  door: Pick<GraphqlDoor, 'answer'>,
  events: EventDoor,
): Pick<GraphqlDoor, 'answer' | 'letGo'> {
  return {
    answer: (request, response, body) =>
      (events.takes(request, body) ? events : door).answer(request, response, body),
    letGo: (spreadMs) => events.letGo(spreadMs),
  };
}

/** What a browser's `EventSource`, `curl` and others ask by GET; words where it cannot be read. */
function askedByAddress(url: string): SubscribePayload | string {
  const { searchParams } = new URL(url, 'http://here');
  const query = searchParams.get('query');
  if (!query) return 'Name a document as `query`.';
  const variables = searchParams.get('variables');
  const parsed = variables === null || variables === '' ? {} : parseJsonObject(variables);
  if (!parsed) return 'Send `variables` as one JSON object.';
  return { query, variables: parsed, operationName: searchParams.get('operationName') };
}

function askedByBody(request: IncomingMessage, body: string): SubscribePayload | string {
  const parsed = parseJsonObject(body);
  if (!parsed || !/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    return 'Send one JSON object as application/json.';
  const { query, variables = null, operationName = null } = parsed;
  if (typeof query !== 'string') return 'Name a document as `query`.';
  if (typeof variables !== 'object' || Array.isArray(variables)) return '`variables` is one JSON object.';
  if (operationName !== null && typeof operationName !== 'string') return '`operationName` is a text.';
  return { query, variables: (variables ?? {}) as Record<string, unknown>, operationName };
}

/** The place in a `Last-Event-ID`, as we wrote it: `epoch:revision`. What is none of ours begins where the document says. */
function cursorOf(id: string | string[] | undefined): Cursor | undefined {
  const [, epoch, revision] = /^([^\s:]{1,100}):(\d{1,9})$/.exec(String(id ?? '')) ?? [];
  return epoch === undefined ? undefined : { epoch, revision: Number(revision) };
}
