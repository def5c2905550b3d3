import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';

/** The pair of keys by which push services know this server. One row, made once, shared by all replicas. */
export const PushKey = defineEntity({
  name: 'PushKey',
  tableName: 'push_key',
  properties: (p) => ({
    /** Always 1. */
    id: p.integer().primary().autoincrement(false),
    publicKey: p.text(),
    privateSealed: p.blob().$type<Buffer>(),
  }),
});

export type PushKey = InferEntity<typeof PushKey>;

declare module '../db/orm.ts' {
  interface Entities {
    PushKey: typeof PushKey;
  }
}
