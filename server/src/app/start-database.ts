import pg from 'pg';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/log/log.ts';
import { errorCode, StartupError } from '../platform/startup/startup-error.ts';
import { lockDataFolder } from '../platform/db/data-folder.ts';
import { startEmbeddedPostgres } from '../platform/db/embedded-postgres.ts';

/** A database that runs. */
export interface GivenDatabase {
  /** For everything that the server does. */
  url: string;
  /** For migrations alone. */
  ownerUrl: string;
}

/** A database that answers. */
export interface Database extends GivenDatabase {
  /** Stops our own PostgreSQL; leaves somebody else's alone. */
  stop(): Promise<void>;
}

/**
 * Connects to DATABASE_URL, or starts our own PostgreSQL in the data folder.
 * Refuses, with a StartupError, a database that does not answer and a data folder that is not ours to use.
 */
export async function startDatabase(config: Config, log: Log): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    const { databaseUrl: url, databaseOwnerUrl: ownerUrl } = config;
    // With an owner, the role in DATABASE_URL is made by the first migration.
    await (ownerUrl === undefined
      ? checkConnection('DATABASE_URL', url)
      : checkConnection('DATABASE_OWNER_URL', ownerUrl));
    return { url, ownerUrl: ownerUrl ?? url, stop: async () => undefined };
  }
  const lock = lockDataFolder(config.dataDir);
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: config.dataDir,
      connections: config.workers > 1 ? CONNECTIONS_BESIDE + config.workers * CONNECTIONS_OF_ONE : undefined,
      log: (message) => log.info(message),
    });
    return {
      url: asAppRole(postgres.connectionString),
      ownerUrl: postgres.connectionString,
      stop: () => postgres.stop().finally(lock.release),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What one server holds open at most, and what is left for backups and for whoever looks. */
const CONNECTIONS_OF_ONE = 24;
const CONNECTIONS_BESIDE = 20;

/** The role under which a server works on our own PostgreSQL. */
export const APP_ROLE = 'strikeboard_app';

/** The same database under that role. */
export function asAppRole(databaseUrl: string, role = APP_ROLE): string {
  const url = new URL(databaseUrl);
  url.username = role;
  return url.href;
}

async function checkConnection(setting: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const where = `${decodeURIComponent(hostname)}${port && `:${port}`}${pathname}`;
    throw new StartupError(`The database in ${setting} (${where}) cannot be reached: ${reasonOf(error)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'there is no such host',
    '28P01': 'user or password is wrong',
    '28000': 'user or password is wrong',
    '3D000': 'there is no database of that name',
  };
  const told = error instanceof Error ? error.message.replace(/\.$/, '') : '';
  return known[errorCode(error)] ?? (told || 'it gives no answer');
}
