import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it was sent, by OTLP in JSON. */
export interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  status: { code?: number };
  attributes: { key: string; value: Record<string, unknown> }[];
}

interface Sent {
  resourceSpans: {
    resource: { attributes: SentSpan['attributes'] };
    scopeSpans: { spans: SentSpan[] }[];
  }[];
}

/** A collector of traces (OTLP over HTTP) that keeps every byte it gets. */
export interface TraceCollector {
  url: string;
  /** Heads and bodies of all requests, as they came. */
  dump(): string;
  spans(): SentSpan[];
  resource(): Record<string, unknown>;
  close(): Promise<void>;
}

export async function startTraceCollector(): Promise<TraceCollector> {
  const dumps: string[] = [];
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      dumps.push(`${request.url}\n${JSON.stringify(request.headers)}\n${body}`);
      sent.push(JSON.parse(body) as Sent);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const resources = () => sent.flatMap(({ resourceSpans }) => resourceSpans);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dump: () => dumps.join('\n'),
    spans: () => resources().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    resource: () =>
      Object.fromEntries(
        resources().flatMap(({ resource }) =>
          resource.attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
        ),
      ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
