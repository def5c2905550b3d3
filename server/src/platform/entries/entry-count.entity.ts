import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';

/**
 * How often a network came lately, for all servers where there is no Redis. The table is UNLOGGED: it costs no
 * log of changes, is in no copy, and is empty after a crash of the database.
 */
export const EntryCount = defineEntity({
  name: 'EntryCount',
  tableName: 'entry_count',
  properties: (p) => ({
    /** Keyed hash of the network and of what it did. */
    key: p.text().primary(),
    /** When all its entries are there again, and the row can go. */
    fullAt: p.datetime(6).index('entry_count_full_at'),
  }),
});

export type EntryCount = InferEntity<typeof EntryCount>;

declare module '../db/orm.ts' {
  interface Entities {
    EntryCount: typeof EntryCount;
  }
}
