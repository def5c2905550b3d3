import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

/** The ORM over one database. Makes no connection until the first query. */
export function createOrm(databaseUrl: string, options: { poolSize?: number } = {}) {
  return new MikroORM({
    entities,
    clientUrl: databaseUrl,
    extensions: [Migrator],
    migrations: { tableName: 'migration', migrationsList: migrations, snapshot: false },
    pool: { min: 0, max: options.poolSize ?? 12 },
    driverOptions: { types: { getTypeParser } },
  });
}
export type Orm = ReturnType<typeof createOrm>;

/** Moments arrive as Date in hand-written queries too; MikroORM's own parsers would leave them as text. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  pg.types.getTypeParser(oid, format as 'text');

/** A unit of work, or the transaction it runs in. */
export type Em = Orm['em'];
/** Hand-written queries over the same tables and, inside a transaction, in it. */
export type Kysely = ReturnType<Em['getKysely']>;
