// Before any class that type-graphql reads.
import 'reflect-metadata';
import pg from 'pg';
import { readAppSecret } from './app-secret.ts';
import { Budgets } from '../platform/budget/budgets.ts';
import { admitBy, createPageTurns } from '../platform/budget/page-turns.ts';
import { postgresSpending } from '../platform/budget/postgres-spending.ts';
import { registerSources } from './sources.ts';
import { queuesOf, workOff } from './jobs-of-features.ts';
import { createServices } from './create-services.ts';
import type { Config } from '../platform/config/config.ts';
import { NetworkShare, type Shares } from '../platform/entries/network-share.ts';
import { createExports, EXPORTS_AT_ONCE } from '../platform/db/exports.ts';
import { limitsForLongWork } from '../platform/db/limits.ts';
import { isSuperuser } from '../platform/db/app-role.ts';
import { migrate } from './migrate.ts';
import { openOrm } from './open-orm.ts';
import { diskTrouble } from '../platform/db/disk-room.ts';
import { createReadDatabase } from '../platform/db/read-database.ts';
import { refuseDemoLeftovers } from './demo/refuse-demo-leftovers.ts';
import { fillDemo } from './demo/fill-demo.ts';
import { type GivenDatabase, startDatabase } from './start-database.ts';
import { Edge } from './edge.ts';
import { createEventDoor, withEvents } from './event-door.ts';
import { createHttpDoor } from './http-door.ts';
import { createLiveOperations } from './live-operations.ts';
import { createSchema } from './schema.ts';
import { createHttpServer } from './http-server.ts';
import { openPages } from './pages.ts';
import { openJobQueue } from '../platform/jobs/jobs.ts';
import { openLanguages } from './open-languages.ts';
import { createHintBus } from '../platform/live/hint-bus.ts';
import { createLive } from '../core/stream/live.ts';
import { features } from './features.ts';
import { createSocketDoor } from './socket-door.ts';
import type { Log } from '../platform/log/log.ts';
import { createMetrics } from '../platform/metrics/metrics.ts';
import { type MetricsDoor, openMetricsDoor } from './metrics-door.ts';
import { appointCoordinator } from '../core/trust/appoint-coordinator.ts';
import { localLedger, postgresLedger, withFallback } from '../platform/entries/entry-ledger.ts';
import { createEntryLimits } from '../platform/entries/entry-limit.ts';
import { redisLedger } from '../platform/entries/redis-ledger.ts';
import { Refusal } from '../platform/refusal/refusal.ts';
import type { Services } from '../platform/services.ts';
import { StartupError } from '../platform/startup/startup-error.ts';
import { openTracing } from '../platform/tracing/open-tracing.ts';
import { sampleSealedRows } from '../platform/vault/sealed-rows.ts';
import { createVault } from '../platform/vault/vault.ts';

/** A running server. */
export interface App {
  /** Where people reach it: PUBLIC_URL, or this machine and the port that was taken. */
  url: string;
  /** The port that has nothing but figures, where there is one. */
  metricsPort: number | undefined;
  /** Answers what is running, says goodbye to the sockets, and stops everything this app started. */
  close(): Promise<void>;
}

/**
 * Starts a whole server, over a database that somebody else started where one is given. Refuses with a StartupError what
 * a person can mend, and leaves nothing running.
 */
export async function createApp(config: Config, log: Log, given?: GivenDatabase): Promise<App> {
  // What was started is stopped in the opposite order, also when a later part does not start.
  const stops: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const languages = openLanguages(config, log);
    const database = given ? { ...given, stop: async () => undefined } : await startDatabase(config, log);
    stops.push(database.stop);
    await migrate(database.ownerUrl, database.url);
    const vault = createVault(await readAppSecret(config, await sampleSealedRows(database.url)));

    // A question without an answer ends its connection, so that the next one is asked of a database that came back.
    const pulse = new pg.Pool({
      ...{ connectionString: database.url, max: 1, connectionTimeoutMillis: 2_000, query_timeout: 2_000 },
    });
    pulse.on('error', (error) => log.warn({ err: error }, 'the database went away'));
    stops.push(() => pulse.end());
    if (await isSuperuser((text) => pulse.query(text)))
      log.warn(
        'the role in DATABASE_URL is a superuser: name it in DATABASE_OWNER_URL, and another one there',
      );

    const limits = config.databaseLimits;
    const bus = createHintBus({ databaseUrl: database.url, limits, redisUrl: config.redisUrl, log });
    stops.push(() => bus.close());
    const tracing = config.traces ? await openTracing(log) : undefined;
    if (tracing) stops.push(() => tracing.close());
    const metrics = config.metrics && (await createMetrics());
    const pools: Record<string, pg.Pool> = {};
    const orm = openOrm(database.url, { limits, tracing, onPool: (pool) => (pools['main'] = pool) });
    stops.push(() => orm.close());
    const exports = createExports(
      openOrm(database.url, {
        ...{ poolSize: EXPORTS_AT_ONCE, limits: limitsForLongWork(limits), tracing },
        onPool: (pool) => (pools['exports'] = pool),
      }),
    );
    stops.push(() => exports.close());
    const jobs = await openJobQueue(database.url, log, limits);
    stops.push(jobs.stop);
    const entries = config.redisUrl === undefined ? undefined : redisLedger(config.redisUrl);
    stops.push(async () => entries?.close());
    const budgets = new Budgets({
      ...{ settings: config.budgets, log, shared: entries ?? postgresSpending(orm) },
      hash: (key, purpose) => vault.keyedHash(key, purpose).toString('base64url'),
    });
    stops.push(async () => budgets.close());
    const ledger = withFallback(entries ?? postgresLedger(orm), localLedger(), log);
    const hash = (network: string, purpose: string) =>
      vault.keyedHash(network, purpose).toString('base64url');
    const entryLimits = createEntryLimits({ ledger, hash });
    const shareOf = (shares: Shares, purpose: string) =>
      new NetworkShare(shares, ledger, (network) => hash(network, purpose));
    const readDatabase =
      config.databaseReadUrl === undefined
        ? undefined
        : createReadDatabase({ databaseUrl: config.databaseReadUrl, open: openOrm, log });
    if (readDatabase) stops.push(() => readDatabase.close());
    let url = config.publicUrl ?? '';
    const services = createServices({
      ...{
        config,
        orm,
        exports,
        jobs,
        languages,
        hints: bus,
        entryLimits,
        shareOf,
        budgets,
        vault,
        log,
        metrics,
        tracing,
        address: () => url,
      },
      ...(readDatabase && { readDatabase }),
    });
    for (const { starts } of features) await starts?.(services);
    if (config.demo) await fillDemo(services);
    else await refuseDemoLeftovers(orm);
    if (config.coordinator !== undefined) await nameCoordinator(services, config.coordinator);
    const schema = await createSchema();
    for (const { clock } of features) {
      const running = clock?.(services, features, schema);
      if (running) stops.push(running.stop);
    }

    const door = await createHttpDoor(services, schema);
    stops.push(door.close);
    const live = createLive({
      features,
      orm,
      bus,
      log,
      tracing,
      onDelivered: (lagMs) => {
        metrics?.delivered(lagMs);
        tracing?.ended('fan out', {}, lagMs);
      },
    });
    stops.push(async () => live.stop());
    const operations = createLiveOperations({ services, schema, live });
    const sockets = createSocketDoor({ services, live, operations });
    const edge = new Edge({ urls: config.edgeUrls, services, operations });
    const events = createEventDoor({ services, live, operations, edge });
    stops.push(async () => sockets.close());
    const doors = features.flatMap(({ doors }) => doors?.(services, schema) ?? []);

    let figures: MetricsDoor | undefined;
    if (metrics && config.metrics) {
      const sources = { live, sockets, pools, readDatabase, queues: [...queuesOf(features).keys()] };
      metrics.follow(
        registerSources({
          ...sources,
          busState: () => bus.state(),
          query: (text, values) => pulse.query(text, values),
        }),
      );
      for (const { figures } of doors) if (figures) metrics.follow(figures);
      figures = await openMetricsDoor(metrics, config.metrics);
      stops.push(figures.close);
      doors.push({ below: '/metrics', answer: figures.answer });
    }

    const http = await createHttpServer({
      publicUrl: config.publicUrl,
      hstsSubdomains: config.hstsSubdomains,
      trustedProxies: config.trustedProxies,
      log,
      metrics,
      tracing,
      graphql: { ...withEvents(door, events), serveSocket: sockets.serveSocket },
      doors,
      admit: admitBy(budgets),
      pageTurns: createPageTurns(budgets),
      pages: async (server) => {
        const pages = await openPages(config, server);
        stops.push(pages.close);
        return pages.handle;
      },
      // Through the pool that people wait for: another line would say ready while nobody is answered.
      checkDatabase: async () => void (await orm.em.getConnection().execute('select 1')),
      busState: () => bus.state(),
      ...(config.databaseUrl === undefined && { diskTrouble: () => diskTrouble(config.dataDir) }),
      drainMs: config.drainMs,
    });
    const port = await http.listen(config.port, config.host);
    stops.push(http.drain);
    url = config.publicUrl ?? `http://localhost:${port}`;
    // Messages carry the address of this server, so they wait until it has one.
    await workOff(services, jobs, features);
    return { url, metricsPort: figures?.port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function nameCoordinator(services: Services, handle: string): Promise<void> {
  try {
    await appointCoordinator(services, handle);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new StartupError(
      `Nobody has the handle “${handle}”: join with it in the browser first, then start again.`,
    );
  }
}
