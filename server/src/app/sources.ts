import type { Registry } from 'prom-client';
import type { ReadDatabase } from '../platform/db/read-database.ts';
import type { LiveCounts } from '../core/stream/log-channel.ts';
import type { BusState } from '../platform/live/hints.ts';
import type { Register } from '../platform/metrics/metrics.ts';
import { createQueueReader, type QueryRows } from '../platform/metrics/read-queues.ts';

/** Those whose figures are read on each scrape: they count for themselves, and scraping costs them nothing else. */
export interface Sources {
  live: {
    counts: Readonly<LiveCounts>;
    boards: { readonly cohortCount: number };
    walls: { readonly cohortCount: number };
    readonly watchedBoards: number;
  };
  sockets: { readonly openSockets: number; readonly openOperations: number };
  /** Whether other servers are heard, and how much went to and fro. */
  busState: () => BusState;
  /** Where there is a copy of the database to read from. */
  readDatabase?: Pick<ReadDatabase, 'counts'> | undefined;
  /** Each by its name. */
  pools: Readonly<Record<string, PoolCounts>>;
  /** The names of all queues. */
  queues: readonly string[];
  /** Asks the database, apart from the pool that the figures are about. */
  query: QueryRows;
}

/** Connections to a database, as `pg.Pool` counts them. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max: number };
}

type Prometheus = typeof import('prom-client');

/** Registers what is read on each scrape. */
export const registerSources =
  (sources: Sources): Register =>
  (prometheus, registry) => {
    const { live, sockets } = sources;
    const registers = [registry];
    const gauge = (name: string, help: string, read: () => number) =>
      new prometheus.Gauge({
        name: `strikeboard_${name}`,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    /** A count that somebody else keeps, and that only grows. */
    const counter = (name: string, help: string, read: () => number) =>
      new prometheus.Counter({
        name: `strikeboard_${name}_total`,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(read());
        },
      });

    gauge('sockets_open', 'Open WebSockets.', () => sockets.openSockets);
    gauge(
      'socket_operations_open',
      'Operations under way on WebSockets: nearly all are subscriptions.',
      () => {
        return sockets.openOperations;
      },
    );
    gauge('watched_boards', 'Boards that somebody at this server watches.', () => live.watchedBoards);
    gauge('cohorts', 'Groups of viewers that get the same bytes.', () => live.boards.cohortCount);
    gauge('wall_cohorts', 'Sorts of walls that screens show now.', () => live.walls.cohortCount);
    const { counts } = live;
    counter(
      'log_reads',
      'Reads of a board after a change: one for each board and batch.',
      () => counts.logReads,
    );
    counter('replays', 'Reads of a board for somebody who came back with a cursor.', () => counts.replays);
    counter(
      'replays_shared',
      'Those who came back and got what was made for another with the same cursor.',
      () => counts.replaysShared,
    );
    counter(
      'head_reads',
      'Queries for the heads of watched boards, which cover lost hints.',
      () => counts.headReads,
    );
    counter('executions', 'Executions for many at once: changes, signs of life, replays, walls.', () => {
      return counts.executions;
    });
    counter(
      'change_executions',
      'Executions of changes for cohorts; by log reads it is how many one costs.',
      () => {
        return counts.changeExecutions;
      },
    );
    counter('deliveries', 'Messages written to subscriptions.', () => counts.deliveries);
    counter('buffer_cuts', 'Sockets cut off because they did not keep up.', () => counts.cuts);
    followBus(prometheus, registry, sources.busState);
    if (sources.readDatabase) followReadDatabase(prometheus, registry, sources.readDatabase);
    followPools(prometheus, registry, sources.pools);
    followQueues(prometheus, registry, sources);
  };

function followBus(prometheus: Prometheus, registry: Registry, busState: Sources['busState']): void {
  new prometheus.Gauge({
    name: 'strikeboard_bus_connected',
    help: '1 while hints of other servers arrive, 0 while only the poll finds their changes.',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      const { kind, connected } = busState();
      this.set({ kind }, connected ? 1 : 0);
    },
  });
  new prometheus.Counter({
    name: 'strikeboard_bus_messages_total',
    help: 'Messages to and from the bus; each holds many hints.',
    labelNames: ['direction'],
    registers: [registry],
    collect() {
      const { sent, received } = busState();
      this.reset();
      this.inc({ direction: 'sent' }, sent);
      this.inc({ direction: 'received' }, received);
    },
  });
}

function followReadDatabase(
  prometheus: Prometheus,
  registry: Registry,
  { counts }: Pick<ReadDatabase, 'counts'>,
): void {
  new prometheus.Counter({
    name: 'strikeboard_read_database_total',
    help: 'Snapshots asked of the read database: answered, or asked again of the database because it was behind or away.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [outcome, times] of Object.entries(counts)) this.inc({ outcome }, times);
    },
  });
}

function followPools(prometheus: Prometheus, registry: Registry, pools: Sources['pools']): void {
  // A pool is there from its first connection.
  const all = () => Object.entries(pools);
  new prometheus.Gauge({
    name: 'strikeboard_database_connections',
    help: 'Connections to the database.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, options }] of all()) {
        this.set({ pool, state: 'busy' }, totalCount - idleCount);
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'most' }, options.max);
      }
    },
  });
  new prometheus.Gauge({
    name: 'strikeboard_database_waiting',
    help: 'Statements that wait for a connection.',
    labelNames: ['pool'],
    registers: [registry],
    collect() {
      for (const [pool, { waitingCount }] of all()) this.set({ pool }, waitingCount);
    },
  });
}

function followQueues(
  prometheus: Prometheus,
  registry: Registry,
  { query, queues }: Pick<Sources, 'query' | 'queues'>,
): void {
  const readQueues = createQueueReader(query, queues);
  // What is not known any more is not shown: an old figure would look like a good one.
  const read = () => readQueues().catch(() => []);
  new prometheus.Gauge({
    name: 'strikeboard_jobs',
    help: 'Jobs by queue: scheduled for later, waiting though due, active, failed for good. At most 10 s old.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      const queues = await read();
      this.reset();
      for (const { queue, oldestSeconds: _, ...states } of queues) {
        for (const [state, jobs] of Object.entries(states)) this.set({ queue, state }, jobs);
      }
    },
  });
  new prometheus.Gauge({
    name: 'strikeboard_jobs_oldest_waiting_seconds',
    help: 'How long the longest waiting job of a queue is due.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      const queues = await read();
      this.reset();
      for (const { queue, oldestSeconds } of queues) this.set({ queue }, oldestSeconds);
    },
  });
}
