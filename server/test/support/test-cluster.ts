import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts';
import { migrate } from '../../src/app/migrate.ts';

/** The migrated database that every test database is a copy of. */
export const TEMPLATE_DATABASE = 'strikeboard_template';

/** A private PostgreSQL for one run of tests or measurements. */
export interface TestCluster {
  /** The `postgres` database of the cluster, for creating and dropping others. */
  adminUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in a temporary folder and builds the template. It skips the disk's safety (fsync) unless
 * `durable`, which measurements want.
 */
export async function startTestCluster(options: { durable?: boolean } = {}): Promise<TestCluster> {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-test-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  const postgres = await startEmbeddedPostgres({
    dataDir,
    durable: options.durable ?? false,
    log: () => undefined,
  }).catch(async (error: unknown) => {
    await removeFolder();
    throw error;
  });
  const stop = async () => {
    await postgres.stop();
    await removeFolder();
  };
  try {
    await runAsAdmin(postgres.connectionString, `CREATE DATABASE ${TEMPLATE_DATABASE}`);
    await migrate(databaseUrl(postgres.connectionString, TEMPLATE_DATABASE));
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl: postgres.connectionString, stop };
}

/** Copies the template to a new database of that name, and returns its address. */
export async function cloneTemplate(adminUrl: string, name: string): Promise<string> {
  // FILE_COPY needs a checkpoint of the whole cluster for each copy; WAL_LOG does not.
  await runAsAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE} STRATEGY WAL_LOG`);
  return databaseUrl(adminUrl, name);
}

/** Drops a database, cutting whoever is still connected. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function runAsAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
