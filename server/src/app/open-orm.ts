import { createOrm, type OrmOptions } from '../platform/db/orm.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

/** The ORM over a database of this house, with every table and migration of ours. */
export const openOrm = (databaseUrl: string, options?: OrmOptions) =>
  createOrm(databaseUrl, { entities, migrations }, options);
