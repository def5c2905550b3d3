import type { Registry } from 'prom-client';

/** What is counted as it happens. Everything else is read from those who know it, on each scrape. */
export interface Metrics {
  answered(request: AnsweredRequest): void;
  operated(operation: CarriedOut): void;
  /** A change was written to all who watch; the time since its commit (ms). */
  delivered(lagMs: number): void;
  /** From now on their figures are among those written. Call it once. */
  follow(register: Register): void;
  /** Everything, in the text format of Prometheus. */
  write(): Promise<{ text: string; type: string }>;
}

/** Registers what is read on each scrape of those who count for themselves. */
export type Register = (prometheus: typeof import('prom-client'), registry: Registry) => void;

/** Each of these becomes a label, so each is one of a fixed few. */
export interface AnsweredRequest {
  method: string;
  route: string;
  status: number;
  seconds: number;
}

export interface CarriedOut {
  /** A name of our own pages' operations, or `other`. */
  operation: string;
  type: string;
  outcome: Outcome;
  seconds: number;
}

/** Refused is the client's mistake or a rule of ours; failed is a fault of ours. */
export type Outcome = 'ok' | 'refused' | 'failed';

/** A page that takes longer than the last of these is one to look at by itself. */
const DURATION_BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5];
const LAG_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * Figures for Prometheus, in a registry of their own. Loads the library, which a server without metrics never
 * does. No label ever holds a person, a slug, an id or an address.
 */
export async function createMetrics(): Promise<Metrics> {
  const prometheus = await import('prom-client');
  const { Counter, Histogram, Registry, collectDefaultMetrics } = prometheus.default;
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'strikeboard_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer. Status 499: the client left before.',
    labelNames: ['route', 'method', 'status'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const operations = new Counter({
    name: 'strikeboard_graphql_operations_total',
    help: 'Operations of the API over HTTP and WebSocket; those that are not of our own pages are "other".',
    labelNames: ['operation', 'type', 'outcome'],
    registers,
  });
  const operationSeconds = new Counter({
    name: 'strikeboard_graphql_operation_seconds_total',
    help: 'Time taken by queries and mutations; divided by their number it is the mean.',
    labelNames: ['operation', 'type'],
    registers,
  });
  const lag = new Histogram({
    name: 'strikeboard_delivery_lag_seconds',
    help: 'From the commit of a change to its write to all who watch, once for each cohort.',
    buckets: LAG_BUCKETS,
    registers,
  });

  return {
    answered: ({ route, method, status, seconds }) => requests.observe({ route, method, status }, seconds),
    operated: ({ operation, type, outcome, seconds }) => {
      operations.inc({ operation, type, outcome });
      // A stream lasts as long as somebody watches, which says nothing.
      if (type !== 'subscription') operationSeconds.inc({ operation, type }, seconds);
    },
    // Clocks of two machines may differ by more than the lag.
    delivered: (lagMs) => lag.observe(Math.max(0, lagMs / 1000)),
    follow: (register) => register(prometheus.default, registry),
    write: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
