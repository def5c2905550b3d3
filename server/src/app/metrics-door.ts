import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { MetricsConfig } from '../platform/config/config.ts';
import { listen } from '../platform/http/listen.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';

/** Answers `GET /metrics`, if it was that; says whether it did. */
type Answer = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Where the figures are shown. */
export interface MetricsDoor {
  /** For the main port, where it does nothing when they have one of their own. */
  answer: Answer;
  /** The port of their own. */
  port: number | undefined;
  close(): Promise<void>;
}

/** Shows the figures where the settings say. Refuses, with a StartupError, a port that cannot be had. */
export async function openMetricsDoor(
  metrics: Metrics,
  { port, host, token }: MetricsConfig,
): Promise<MetricsDoor> {
  const answer: Answer = async (path, request, response) => {
    if (path !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    if (token !== undefined && !shows(request, token)) {
      response.writeHead(401, { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
      response.end('show the token of METRICS_TOKEN\n');
      return true;
    }
    const { text, type } = await metrics.write();
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : text);
    return true;
  };
  if (port === undefined) return { answer, port, close: async () => undefined };
  return { answer: async () => false, ...(await openPort(answer, port, host)) };
}

/** A port for nothing but figures. */
async function openPort(answer: Answer, wanted: number, host: string): Promise<Omit<MetricsDoor, 'answer'>> {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    answer(path, request, response).then(
      (answered) => {
        if (!answered) response.writeHead(404).end('not found\n');
      },
      () => response.destroy(),
    );
  });
  const settings = { portSetting: 'METRICS_PORT', hostSetting: 'METRICS_HOST' };
  const port = await listen(server, { port: wanted, host, ...settings });
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Hashed before they are compared, so that the comparison takes as long whatever was shown. */
function shows(request: IncomingMessage, token: string): boolean {
  const shown = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(shown), digest(token));
}
