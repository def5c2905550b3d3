import { createOrm, type OrmOptions } from '../platform/db/orm.ts';
import { features } from './features.ts';
import { migrations } from './migrations/index.ts';

/** The ORM over a database of this house, with every table and migration of ours. */
export const openOrm = (databaseUrl: string, options?: OrmOptions) =>
  createOrm(
    databaseUrl,
    { entities: features.flatMap(({ entities = [] }) => entities), migrations },
    options,
  );
