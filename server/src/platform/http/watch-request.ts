import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LogSums } from '../log/log-sums.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { methodClassOf, routeClassOf } from './route-class.ts';

/** Who is told of every request. */
export interface Watchers {
  log: Log;
  metrics?: Metrics | undefined;
  tracing?: Tracing | undefined;
}

/** A request with a way to tell of a fault that belongs to it, for the pages, which have no log of their own. */
export interface WatchedRequest extends IncomingMessage {
  reportFault?(error: unknown): void;
  /** Tells of it now: what follows is a stream, and may take days. */
  tell?(): void;
}

/** The answer to a request has begun that ends when whoever asked has had enough. */
export function beginsStream(request: WatchedRequest): void {
  request.tell?.();
}

/** Machines ask these every second or so; as long as all is well, there is nothing to tell. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** The client left before its answer was whole, as proxies write it. */
const LEFT = 499;

/**
 * Answers a request and tells of it, once, when it is over: a line in the log, figures, a span. None of them says
 * more of where it went than its class.
 */
export function watchRequest<T>(
  { log, metrics, tracing }: Watchers,
  request: WatchedRequest,
  response: ServerResponse,
  answer: () => T,
): T {
  const startedAt = performance.now();
  const requestId = String(request.headers['x-request-id']);
  const route = routeClassOf(request.url);
  const method = methodClassOf(request.method);
  const given = request.headers['traceparent'];
  const span = tracing?.request(
    `${method} ${route}`,
    { 'http.request.method': method, 'http.route': route, 'strikeboard.request_id': requestId },
    typeof given === 'string' ? given : undefined,
  );
  // What our pages ask on its behalf is part of it.
  if (span) request.headers['traceparent'] = span.traceparent;
  request.reportFault = (error) => log.error({ err: error, requestId }, 'a page failed');
  const tell = (status: number) => {
    const seconds = (performance.now() - startedAt) / 1000;
    if (!(PROBES.has(route) && status === 200))
      log.info({ requestId, method, route, status, ms: Math.round(seconds * 1000) }, 'answered');
    metrics?.answered({ method, route, status, seconds });
    span?.set({ 'http.response.status_code': status });
    if (status >= 500) span?.fail();
    span?.end();
  };
  let told = false;
  const tellOnce = (status: number) => {
    if (!told) tell(status);
    told = true;
  };
  request.tell = () => tellOnce(response.statusCode);
  response.once('close', () => tellOnce(response.writableFinished ? response.statusCode : LEFT));
  return span ? span.run(answer) : answer();
}

/**
 * Tells of a request for a WebSocket: 101 when it got one. What then passes on the socket is no request. After a
 * restart thousands come at once, so the log sums them up.
 */
export function watchUpgrade(
  { metrics, sums }: Pick<Watchers, 'metrics'> & { sums: LogSums },
  request: IncomingMessage,
  status: number,
): void {
  const route = routeClassOf(request.url);
  const method = methodClassOf(request.method);
  sums.add('sockets answered', { method, route, status });
  metrics?.answered({ method, route, status, seconds: 0 });
}
