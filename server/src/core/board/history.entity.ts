import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';

/** Which database wrote the logs of the boards: one row, compared at every start. */
export const History = defineEntity({
  name: 'History',
  tableName: 'history',
  properties: (p) => ({
    id: p.integer().primary(),
    /** What changes when a database is restored, copied or promoted, and never otherwise. */
    mark: p.text(),
    since: p.datetime(3).defaultRaw('now()'),
  }),
});

export type History = InferEntity<typeof History>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    History: typeof History;
  }
}
