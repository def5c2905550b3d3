import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { PageTurns } from '../platform/budget/page-turns.ts';
import { readHandshake } from '../platform/socket/handshake.ts';
import type { BusState } from '../platform/live/hints.ts';
import { ServerSocket } from '../platform/socket/server-socket.ts';
import { answerWithin } from '../platform/db/give-up-after.ts';
import { isNoAnswer, RETRY_AFTER_SECONDS } from '../platform/db/no-answer.ts';
import { UNAVAILABLE, UNAVAILABLE_WORDS } from '../platform/graphql/mask-error.ts';
import { sumUp } from '../platform/log/log-sums.ts';
import type { Log } from '../platform/log/log.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';
import type { Tracing } from '../platform/tracing/tracing.ts';
import { hasLeft } from '../platform/http/client-fault.ts';
import {
  MESSAGE_LIMIT_BYTES,
  type GraphqlDoor,
  isOwnOrigin,
  readBody,
  refuseTooLarge,
  refuse,
  whyUnreadable,
} from '../platform/http/graphql-door.ts';
import {
  answerPreflight,
  isPreflight,
  openToAllOrigins,
  takeAsNobody,
} from '../platform/http/foreign-origin.ts';
import { expectBody, MOST_PATIENCE_MS } from '../platform/http/patience.ts';
import { listen } from '../platform/http/listen.ts';
import type { TrustedProxies } from '../platform/http/client-address.ts';
import { prepare } from '../platform/http/response-headers.ts';
import { sayGoodbyes } from '../platform/http/say-goodbyes.ts';
import { cutSlowReaders, type ReadingPace } from '../platform/http/slow-readers.ts';
import { Visits } from '../platform/http/visits.ts';
import { watchRequest, watchUpgrade } from '../platform/http/watch-request.ts';
import type { PageHandler } from './pages.ts';
import type { Door } from '../platform/http/door.ts';

export interface HttpServerOptions {
  publicUrl: string | undefined;
  hstsSubdomains?: boolean;
  /** Whose word about a visitor's address counts. */
  trustedProxies?: TrustedProxies | undefined;
  log: Log;
  /** Told of each request, where somebody asked for figures or traces. */
  metrics?: Metrics | undefined;
  tracing?: Tracing | undefined;
  graphql: GraphqlDoor;
  /** What else is answered, in the order of the list. */
  doors?: readonly Door[];
  /** Whether the visitor may have one more of what is counted; tells them if not. */
  admit?(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whose turn it is to have a page made. */
  pageTurns?: PageTurns | undefined;
  /** Made with the server, because in development Vite listens on it for its own sockets. */
  pages(server: Server): Promise<PageHandler>;
  /** Asks the database for a sign of life; rejects when there is none. */
  checkDatabase(): Promise<void>;
  /** Whether other servers are heard. Without them this one works too, by its poll, so it stays ready. */
  busState?(): BusState;
  /** What is wrong with our own disk, where there is one. */
  diskTrouble?(): Promise<string | null>;
  /** The least that a reader takes of an answer before it is cut. */
  readingPace?: ReadingPace;
  /** How long what somebody sends may take to come, unless its door gives it more (ms). */
  patienceMs?: number;
  /** How long it says that it is stopping, and lets sockets go, before it takes no more (ms). */
  drainMs?: number | undefined;
}

export interface HttpServer {
  /** Refuses, with a StartupError, a port or an address that cannot be had. Returns the port. */
  listen(port: number, host: string): Promise<number>;
  /**
   * Says on `/readyz` that it is stopping, refuses new sockets, says goodbye to the open ones (1001) spread over a
   * while, then takes no more, and resolves when running requests are answered.
   */
  drain(): Promise<void>;
}

/** For people who open a download or a calendar: read in either language. */
const AWAY =
  'The board is restarting. Try again in a minute.\nEl tablero se está reiniciando. Inténtalo de nuevo en un minuto.';

/** How long `/readyz` waits for the database (ms): its askers wait two seconds. */
const READINESS_LIMIT_MS = 1_500;

/** How long running requests may take to end; with the database's own end it stays under five seconds. */
const DRAIN_LIMIT_MS = 2_500;
/** Where DRAIN_SECONDS says nothing, each socket adds so much to the time over which all are let go, up to a limit. */
const SPREAD_PER_SOCKET_MS = 4;
const SPREAD_LIMIT_MS = 2_000;
/** What is left for requests when letting sockets go took all the time. */
const LEAST_REQUEST_MS = 500;

/** One port: `/healthz`, `/readyz`, `/graphql` (HTTP and WebSocket), and the pages for everything else. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { publicUrl, hstsSubdomains, log, graphql, doors = [] } = options;
  const running = new Set<ServerResponse>();
  const viteSockets = new Set<Duplex>();
  const visits = new Visits(options.trustedProxies);
  const sums = sumUp(log);
  let draining = false;

  const server = createServer({
    // The last word; each request has less, unless its door gives it more.
    requestTimeout: MOST_PATIENCE_MS + 15_000,
    headersTimeout: 15_000,
    // Longer than any proxy keeps a connection, so that it is never the proxy that meets a closed one.
    keepAliveTimeout: 75_000,
    maxHeaderSize: 16 * 1024,
  });
  const sockets = { limit: MESSAGE_LIMIT_BYTES, open: new Set<ServerSocket>() };
  const stopCutting = cutSlowReaders(running, options.readingPace);
  const pages = await options.pages(server);

  server.on('request', (request, response) => {
    running.add(response);
    response.on('close', () => {
      running.delete(response);
      if (draining) server.closeIdleConnections();
    });
    if (draining) response.setHeader('connection', 'close');
    prepare(request, response, publicUrl, hstsSubdomains);
    visits.arrive(request);
    expectBody(request, response, options.patienceMs);
    watchRequest(options, request, response, () => route(request, response)).catch((error: unknown) => {
      if (hasLeft(error, request, response)) return response.destroy();
      answerFault(request, response, error);
    });
  });

  function answerFault(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const isAway = isNoAnswer(error);
    const told = { err: error, requestId: request.headers['x-request-id'] };
    if (isAway) log.warn(told, 'the database gave no answer');
    else log.error(told, 'a request failed');
    if (response.headersSent) return void response.destroy();
    if (isAway) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
    const path = pathOf(request);
    const isOfApi =
      path === '/graphql' || doors.some(({ below, isOfApi }) => isOfApi && path.startsWith(below));
    if (isAway && isOfApi) refuse(response, 503, UNAVAILABLE, UNAVAILABLE_WORDS);
    else if (isAway) answerPlainly(response, 503, AWAY);
    else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Something broke on our side.');
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request);
    for (const door of doors) {
      if (!path.startsWith(door.below)) continue;
      if (door.isOpen) {
        if (isPreflight(request)) return answerPreflight(request, response);
        // Always: a cache on the way may hold one answer for everybody.
        openToAllOrigins(response);
        if (!isOwnOrigin(request, publicUrl)) takeAsNobody(request);
      }
      if (door.isCounted && options.admit?.(request, response) === false) return;
      if (door.isOwnOnly && !isOwnOrigin(request, publicUrl)) return answerForeign(response, door);
      if (await door.answer(path, request, response)) return;
    }
    switch (path) {
      case '/healthz':
        return answerPlainly(response, 200, 'alive');
      case '/readyz':
        return await answerReadiness(response);
      case '/graphql':
        return await answerGraphql(request, response);
      default:
        visits.writePass(request);
        return await answerPage(request, response, path);
    }
  }

  function answerForeign(response: ServerResponse, { isOfApi }: Pick<Door, 'isOfApi'>): void {
    if (isOfApi) refuse(response, 403, 'FOREIGN_ORIGIN', 'A page of another site may not ask here.');
    else answerPlainly(response, 403, 'ask from our own pages');
  }

  async function answerPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const make = () => pages(request, response, () => answerPlainly(response, 404, 'not found'));
    // Files are read, not made.
    if (!options.pageTurns || path.startsWith('/_app/')) return make();
    await options.pageTurns(request, response, make);
  }

  /** Asked once for all who want to know meanwhile: where the database hangs, questions would pile up. */
  let checking: Promise<boolean> | undefined;
  function databaseAnswers(): Promise<boolean> {
    checking ??= options
      .checkDatabase()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (checking = undefined));
    return answerWithin(READINESS_LIMIT_MS, checking, () => false);
  }

  async function answerReadiness(response: ServerResponse): Promise<void> {
    if (draining) return answerPlainly(response, 503, 'stopping');
    const answers = await databaseAnswers();
    const disk = await options.diskTrouble?.().catch(() => null);
    const lines = [
      answers ? 'ready' : 'the database does not answer',
      ...(answers && options.busState ? [inWords(options.busState())] : []),
      ...(disk ? [disk] : []),
    ];
    answerPlainly(response, answers ? 200 : 503, lines.join('\n'));
  }

  async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnOrigin(request, publicUrl)) {
      if (isPreflight(request)) return answerPreflight(request, response);
      openToAllOrigins(response);
      takeAsNobody(request);
    }
    const unreadable = whyUnreadable(request);
    if (unreadable !== undefined) {
      response.setHeader('connection', 'close');
      response.setHeader('accept-encoding', 'identity');
      return refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', unreadable);
    }
    const body = await readBody(request);
    if (body === undefined) return refuseTooLarge(request, response);
    await graphql.answer(request, response, body);
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Vite answers its own sockets; it listens on this server in development.
    if (request.headers['sec-websocket-protocol']?.startsWith('vite-')) return void viteSockets.add(socket);
    socket.on('error', destroyThis);
    visits.arrive(request);
    if (!isOwnOrigin(request, publicUrl)) takeAsNobody(request);
    const handshake = pathOf(request) !== '/graphql' ? 404 : draining ? 503 : readHandshake(request);
    const isRefused = typeof handshake === 'number';
    watchUpgrade({ metrics: options.metrics, sums }, request, isRefused ? handshake : 101);
    if (isRefused) return refuseUpgrade(socket, handshake);
    if (socket.destroyed) return;
    graphql.serveSocket(new ServerSocket(request, head, handshake, sockets), request);
  });

  const drain = async () => {
    draining = true;
    const startedAt = performance.now();
    for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close');
    for (const socket of viteSockets) socket.destroy();
    const streaming = sockets.open.size + running.size;
    const spreadMs = options.drainMs ?? Math.min(SPREAD_LIMIT_MS, streaming * SPREAD_PER_SOCKET_MS);
    // Whoever balances the load has to read that we are stopping, so we listen until the time is over.
    await Promise.all([
      sayGoodbyes([...sockets.open], spreadMs),
      graphql.letGo?.(spreadMs),
      delay(options.drainMs ?? 0),
    ]);
    const closed = new Promise((resolve) => server.close(resolve));
    const left = Math.max(LEAST_REQUEST_MS, DRAIN_LIMIT_MS - (performance.now() - startedAt));
    const impatience = setTimeout(() => server.closeAllConnections(), left);
    await closed;
    clearTimeout(impatience);
    stopCutting();
    sums.flush();
  };

  let drained: Promise<void> | undefined;
  return {
    listen: (port, host) => listen(server, { port, host }),
    drain: () => (drained ??= drain()),
  };
}

/** No closure: the one of a socket that stays would keep its whole request, headers and all. */
function destroyThis(this: Duplex): void {
  this.destroy();
}

function inWords({ kind, connected, since }: BusState): string {
  const at = since.toISOString();
  return connected ? `bus: ${kind}, connected since ${at}` : `bus: ${kind} lost, polling since ${at}`;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-length: 0',
    // Which versions of the protocol there are.
    ...(status === 400 ? ['sec-websocket-version: 13, 8'] : []),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}

function answerPlainly(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}
