import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';
import { Event } from '../event/event.entity.ts';

/** Lets one person without an account say the local's yes to the recap of one event. */
export const RecapLink = defineEntity({
  name: 'RecapLink',
  tableName: 'recap_link',
  properties: (p) => ({
    id: p.uuid().primary(),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    /** SHA-256 of the token, which is in the fragment of the address and is posted, never fetched. */
    tokenHash: p.blob().$type<Buffer>().unique(),
    /** Who it is for, in the words of who made it, such as "Lou, president". */
    label: p.text(),
    /** Null once they left: it opens nothing then. */
    createdBy: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    firstOpenedAt: p.datetime(3).nullable(),
    usedAt: p.datetime(3).nullable(),
    /** What should be different, in which edition, and when that was said; the last words of whoever has the link. */
    changesWords: p.text().nullable(),
    changesEdition: p.integer().nullable(),
    changesAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['event'] }, { properties: ['createdBy'] }],
});

export type RecapLink = InferEntity<typeof RecapLink>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    RecapLink: typeof RecapLink;
  }
}
