import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/** What a link may make somebody of. Who only reads along is vouched for, or added by their handle. */
export const LinkRole = { ORGANIZER: 'ORGANIZER', APPROVER: 'APPROVER' } as const;
export type LinkRole = keyof typeof LinkRole;

/**
 * Makes whoever opens it organizer or approver of the organization that runs a campaign, as often as it says. On
 * screen an invite link; an `Invitation` asks a volunteer for a card, and an `ApprovalLink` needs no account.
 */
export const RoleLink = defineEntity({
  name: 'RoleLink',
  tableName: 'role_link',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** On whose settings it was made; it ends with it. The role counts in the organization that runs it. */
    campaign: () => p.manyToOne(Campaign).mapToPk().deleteRule('cascade'),
    /** SHA-256 of the token, which is in the fragment of the address and is posted, never fetched. */
    tokenHash: p.blob().$type<Buffer>().unique(),
    /** Who it is for, in the words of who made it, such as "Lou, president". */
    label: p.text(),
    role: p.enum(Object.values(LinkRole)),
    /** How many people it lets in, and how many came. */
    maxUses: p.integer().default(1),
    uses: p.integer().default(0),
    createdBy: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['campaign'] }],
});

export type RoleLink = InferEntity<typeof RoleLink>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    RoleLink: typeof RoleLink;
  }
}
