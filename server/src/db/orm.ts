import { Migrator } from '@mikro-orm/migrations';
import { type InferKyselyDB, MikroORM } from '@mikro-orm/postgresql';
import type * as kysely from 'kysely';
import pg from 'pg';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { PreparingClient } from './preparing-client.ts';

/**
 * The ORM over one database. Makes no connection until the first query. With an `answerLimitMs`, connecting and
 * each statement end in an error when they take longer.
 */
export function createOrm(databaseUrl: string, options: { poolSize?: number; answerLimitMs?: number } = {}) {
  const { answerLimitMs } = options;
  return new MikroORM({
    entities,
    clientUrl: databaseUrl,
    extensions: [Migrator],
    migrations: { tableName: 'migration', migrationsList: migrations, snapshot: false, silent: true },
    pool: { min: 0, max: options.poolSize ?? 12 },
    driverOptions: {
      // What is sent together is not held back until the one before is answered.
      ...{ types: { getTypeParser }, Client: PreparingClient, pipeline: true },
      ...(answerLimitMs !== undefined && {
        connectionTimeoutMillis: answerLimitMs,
        statement_timeout: answerLimitMs,
      }),
    },
  });
}
export type Orm = ReturnType<typeof createOrm>;

/** Moments arrive as Date in hand-written queries too; MikroORM's own parsers would leave them as text. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  pg.types.getTypeParser(oid, format as 'text');

/** A unit of work, or the transaction it runs in. */
export type Em = Orm['em'];
/** The tables as hand-written queries see them: derived from the entities, so that both stay one definition. */
export type Tables = InferKyselyDB<(typeof entities)[number], object>;
/** Hand-written queries: `em.getKysely()`, which inside a transaction runs in it. */
export type Kysely = kysely.Kysely<Tables>;

/** Hand-written queries outside of every transaction, whatever the caller is in. */
export const outsideTransactions = (orm: Orm): Kysely => orm.em.getConnection('write').getClient<Tables>();
