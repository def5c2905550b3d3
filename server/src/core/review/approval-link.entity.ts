import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../person/person.entity.ts';
import { Card } from '../board/card.entity.ts';

/** Lets one person without an account say the local's yes to one hand-in. */
export const ApprovalLink = defineEntity({
  name: 'ApprovalLink',
  tableName: 'approval_link',
  properties: (p) => ({
    id: p.uuid().primary(),
    card: () => p.manyToOne(Card).mapToPk().deleteRule('cascade'),
    /** SHA-256 of the token, which is in the fragment of the address and is posted, never fetched. */
    tokenHash: p.blob().$type<Buffer>().unique(),
    /** Who it is for, in the words of who made it, such as "Lou, president". */
    label: p.text().default(''),
    createdBy: () => p.manyToOne(Person).mapToPk(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    firstOpenedAt: p.datetime(3).nullable(),
    usedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['card'] }],
});

export type ApprovalLink = InferEntity<typeof ApprovalLink>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    ApprovalLink: typeof ApprovalLink;
  }
}
