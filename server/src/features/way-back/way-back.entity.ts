import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';

/**
 * A mail on its way to somebody who lost their recovery code: its link, or the digits beside it, open the account once.
 * Both are made from its id and the secret of this server, and kept as hashes.
 */
export const WayBack = defineEntity({
  name: 'WayBack',
  tableName: 'way_back',
  properties: (p) => ({
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    /** SHA-256 of what stands behind the # of the link. */
    tokenHash: p.blob().$type<Buffer>().unique(),
    /** Keyed hash of the digits: six are guessed from a plain one. */
    codeHash: p.blob().$type<Buffer>(),
    /** Digits that were tried for its address since. */
    codeTries: p.integer().default(0),
    askedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['person'] }],
});

export type WayBack = InferEntity<typeof WayBack>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    WayBack: typeof WayBack;
  }
}
