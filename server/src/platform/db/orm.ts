import { type Migration, Migrator } from '@mikro-orm/migrations';
import {
  type Constructor,
  type EntitySchema,
  type InferKyselyDB,
  MikroORM,
  type EntityManager,
} from '@mikro-orm/postgresql';
import type * as kysely from 'kysely';
import pg from 'pg';
import type { Tracing } from '../tracing/tracing.ts';
import { dropIdleWithBroken } from './limited-client.ts';
import { type DatabaseLimits, limitSettings, limitsFrom } from './limits.ts';
import { PreparingClient } from './preparing-client.ts';
import { createTracedClient } from './traced-client.ts';

export interface OrmOptions {
  poolSize?: number;
  /** How long whoever asks may wait. */
  limits?: DatabaseLimits;
  /** Told of each statement that is part of something traced. */
  tracing?: Tracing | undefined;
  /** Gets the pool of connections, for its figures. */
  onPool?(pool: pg.Pool): void;
}

/** Every table by the name of its entity. Each noun adds its own beside them, and names them in its `feature.ts`. */
// oxlint-disable-next-line no-empty-interface
export interface Entities {}
type AnyOfOurs = Entities[keyof Entities];

/** The tables of a house, and how they came to be. */
interface House {
  entities: readonly EntitySchema[];
  migrations: readonly { name: string; class: Constructor<Migration> }[];
}

/** The ORM over one database. Makes no connection until the first query. What takes longer than its limits ends in an error. */
export function createOrm(databaseUrl: string, { entities, migrations }: House, options: OrmOptions = {}) {
  const { poolSize = 12, limits = limitsFrom(), tracing, onPool } = options;
  const tables = (): ReadonlySet<string> =>
    new Set([...orm.getMetadata().getAll().values()].map(({ tableName }) => tableName));
  let onRefused: (() => void) | undefined;
  const orm = new MikroORM<EntityManager, readonly AnyOfOurs[]>({
    entities: entities as readonly AnyOfOurs[],
    clientUrl: databaseUrl,
    extensions: [Migrator],
    migrations: { tableName: 'migration', migrationsList: [...migrations], snapshot: false, silent: true },
    pool: { min: 0, max: poolSize },
    driverOptions: {
      types: { getTypeParser },
      Client: tracing ? createTracedClient(tracing, tables) : PreparingClient,
      // What is sent together is not held back until the one before is answered.
      pipeline: true,
      ...limitSettings(limits),
      connectionTimeoutMillis: limits.turn,
      connectLimitMs: limits.connect,
      onPoolCreated: (pool: pg.Pool) => {
        onRefused = dropIdleWithBroken(pool);
        onPool?.(pool);
      },
      // Who is not let in any more says so on `/readyz`, and does not live on what was open before.
      onRefused: () => onRefused?.(),
    },
  });
  return orm;
}

export type Orm = ReturnType<typeof createOrm>;

/** Moments arrive as Date in hand-written queries too; MikroORM's own parsers would leave them as text. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  pg.types.getTypeParser(oid, format as 'text');

/** A unit of work, or the transaction it runs in. */
export type Em = Orm['em'];
/** The tables as hand-written queries see them: derived from the entities, so that both stay one definition. */
export type Tables = InferKyselyDB<AnyOfOurs, object>;
/** Hand-written queries: `em.getKysely()`, which inside a transaction runs in it. */
export type Kysely = kysely.Kysely<Tables>;

/** Hand-written queries outside of every transaction, whatever the caller is in. */
export const outsideTransactions = (orm: Orm): Kysely => orm.em.getConnection('write').getClient<Tables>();
