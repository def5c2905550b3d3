import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/** Lets a big screen show one campaign's wall without an account, for some days at most. */
export const WatchLink = defineEntity({
  name: 'WatchLink',
  tableName: 'watch_link',
  properties: (p) => ({
    id: p.uuid().primary(),
    campaign: () => p.manyToOne(Campaign).mapToPk().deleteRule('cascade'),
    /** SHA-256 of the token, which is in the fragment of the address and never in a request for a page. */
    tokenHash: p.blob().$type<Buffer>().unique(),
    /** Where the screen hangs, in the words of who made it, such as "Strike office". */
    label: p.text().default(''),
    /** The most sensitive cards that it shows. */
    sensitivity: p.enum(Object.values(Sensitivity)).default(Sensitivity.PUBLIC),
    /** Names are on the wall only where somebody switched them on. */
    showsHandles: p.boolean().default(false),
    showsThanks: p.boolean().default(false),
    createdBy: () => p.manyToOne(Person).mapToPk(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['campaign'] }],
});

export type WatchLink = InferEntity<typeof WatchLink>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    WatchLink: typeof WatchLink;
  }
}
