import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';

/** What stays of an ask that was answered with a no and erased: how long the answer took, for the programme's figures. */
export const ErasedAsk = defineEntity({
  name: 'ErasedAsk',
  tableName: 'erased_ask',
  properties: (p) => ({
    /** A number of its own, not the ask's. */
    id: p.integer().primary().autoincrement(),
    /** Seconds from sending to the moment a person had it; null when nobody took it before the answer. */
    triageSeconds: p.integer().nullable(),
    /** Seconds from sending to the answer. */
    decisionSeconds: p.integer(),
  }),
});

export type ErasedAsk = InferEntity<typeof ErasedAsk>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    ErasedAsk: typeof ErasedAsk;
  }
}
