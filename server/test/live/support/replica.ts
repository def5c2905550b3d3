import { readLanguages } from '../../../src/platform/languages/languages.ts';
import { type ExecutionArgs, execute } from 'graphql';
import { pino } from 'pino';

import { Budgets } from '../../../src/platform/budget/budgets.ts';
import { createExports } from '../../../src/platform/db/exports.ts';
import { readConfig } from '../../../src/platform/config/config.ts';
import { createServices } from '../../../src/app/create-services.ts';
import { features } from '../../../src/app/features.ts';
import { openOrm } from '../../../src/app/open-orm.ts';
import {
  createEventDoor,
  type EventDoor,
  type EventLimits,
  withEvents,
} from '../../../src/app/event-door.ts';
import { Edge } from '../../../src/app/edge.ts';
import { createLiveOperations } from '../../../src/app/live-operations.ts';
import { createHttpDoor } from '../../../src/app/http-door.ts';
import { createSchema } from '../../../src/app/schema.ts';
import { createHttpServer } from '../../../src/app/http-server.ts';
import { openJobQueue } from '../../../src/platform/jobs/jobs.ts';
import type { BoardReads } from '../../../src/core/stream/board-change.ts';
import { createHintBus } from '../../../src/platform/live/hint-bus.ts';
import { type HintBus } from '../../../src/platform/live/hints.ts';
import { createLive, type Live, type LiveTiming, readsOf } from '../../../src/core/stream/live.ts';
import type { ServerSocket } from '../../../src/platform/socket/server-socket.ts';
import { createSocketDoor, type SocketDoor, type SocketLimits } from '../../../src/app/socket-door.ts';
import { NetworkShare } from '../../../src/platform/entries/network-share.ts';
import { localLedger } from '../../../src/platform/entries/entry-ledger.ts';
import { createEntryLimits } from '../../../src/platform/entries/entry-limit.ts';
import type { Services } from '../../../src/platform/services.ts';
import { createVault } from '../../../src/platform/vault/vault.ts';

/** One server over a test database: both doors and all that streams, on a port of its own. */
export interface Replica {
  url: string;
  services: Services;
  live: Live;
  sockets: Pick<SocketDoor, 'openSockets' | 'openOperations'>;
  events: Pick<EventDoor, 'openStreams' | 'mostWaiting'>;
  edge: Pick<Edge, 'size'>;
  bus: HintBus;
  /** Operations carried out over sockets and for cohorts. */
  executions(): number;
  /** The most bytes that wait for one reader. */
  mostWaiting(): number;
  /** Breaks every line, as a cable that is pulled. Returns how many there were. */
  cutAll(): number;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  timing?: Partial<LiveTiming>;
  limits?: Partial<SocketLimits>;
  eventLimits?: Partial<EventLimits>;
  edgeForgetsAfterMs?: number;
  /** More settings. */
  environment?: Record<string, string>;
  /** Changes what is carried out over sockets, to try what a wrong server would send. */
  instead?(args: ExecutionArgs, services: Services): ExecutionArgs;
  /** Hints over this Redis, in place of the database's own. */
  redisUrl?: string;
  /** Puts something between the replica and its bus, to lose and double what passes. */
  bus?(bus: HintBus): HintBus;
  /** Puts something between the live core and the database. */
  reads?(reads: BoardReads): BoardReads;
}

export async function startReplica(databaseUrl: string, options: ReplicaOptions = {}): Promise<Replica> {
  const log = pino({ level: process.env['LIVE_TEST_LOG'] ?? 'silent' });
  const realBus = createHintBus({ databaseUrl, redisUrl: options.redisUrl, log });
  await realBus.connected();
  const bus = options.bus?.(realBus) ?? realBus;
  const orm = openOrm(databaseUrl);
  const exports = createExports(openOrm(databaseUrl, { poolSize: 2 }));
  const jobs = await openJobQueue(databaseUrl, log);
  // Here one person has hundreds of sockets, and asks what our pages do not ask.
  const environment = { DATABASE_URL: databaseUrl, BUDGETS: 'off', ...options.environment };
  const config = readConfig(environment, 'none');
  const services = createServices({
    languages: readLanguages(),
    config,
    orm,
    exports,
    jobs,
    hints: bus,
    entryLimits: createEntryLimits(),
    budgets: new Budgets({ settings: config.budgets, log }),
    shareOf: (shares) => new NetworkShare(shares, localLedger()),
    vault: createVault('a secret for tests, thirty-two characters'),
    log,
    address: () => '',
  });
  const schema = await createSchema();
  const door = await createHttpDoor(services, schema);
  const timing = { poll: 200, ...options.timing };
  const reads = options.reads?.(readsOf(orm)) ?? readsOf(orm);
  const live = createLive({
    features,
    orm,
    bus,
    log,
    timing,
    reads,
  });
  let executions = 0;
  const operations = createLiveOperations({
    services,
    schema,
    live,
    execute: (args: ExecutionArgs) => {
      executions += 1;
      return execute(options.instead?.(args, services) ?? args);
    },
  });
  const { limits } = options;
  const sockets = createSocketDoor({ services, live, operations, ...(limits && { limits }) });
  const { edgeForgetsAfterMs: forgetAfterMs } = options;
  const edge = new Edge({
    urls: config.edgeUrls,
    services,
    operations,
    ...(forgetAfterMs && { forgetAfterMs }),
  });
  const events = createEventDoor({ services, live, operations, edge, limits: options.eventLimits });
  const accepted = new Set<ServerSocket>();
  const http = await createHttpServer({
    publicUrl: undefined,
    trustedProxies: config.trustedProxies,
    log,
    graphql: {
      ...withEvents(door, events),
      serveSocket: (socket, request) => {
        accepted.add(socket);
        socket.onceClosed(() => accepted.delete(socket));
        sockets.serveSocket(socket, request);
      },
    },
    pages: async () => (_request, _response, next) => next(),
    checkDatabase: async () => undefined,
    busState: () => realBus.state(),
  });
  const port = await http.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    services,
    live,
    sockets,
    events,
    edge,
    bus,
    executions: () => executions,
    mostWaiting: () => Math.max(0, ...[...accepted].map(({ waitingBytes }) => waitingBytes)),
    cutAll: () => {
      const { size } = accepted;
      for (const socket of accepted) socket.terminate();
      return size;
    },
    close: async () => {
      await ends('the HTTP server', http.drain());
      sockets.close();
      live.stop();
      await ends('the HTTP door', door.close());
      await ends('the queue', jobs.stop());
      await ends('the bus', realBus.close());
      await ends('the database pool', orm.close());
    },
  };
}

/** Says which part it was, when one does not end. */
async function ends(part: string, ending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${part} did not end in time`)), 20_000);
  });
  await Promise.race([ending, tooLong]).finally(() => clearTimeout(timer));
}
