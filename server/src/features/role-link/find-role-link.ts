import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { LinkRole } from './role-link.entity.ts';

/** What a link offers, as whoever has it may know. */
export interface FoundLink {
  id: string;
  role: LinkRole;
  createdById: string;
  createdAt: Date;
  madeBy: string;
  expiresAt: Date;
  campaignId: string;
  campaignSlug: string;
  campaignTitle: string;
  organizationId: string;
  organizationName: string;
  /** Whether it lets somebody in now. */
  opens: boolean;
}

/** One answer to every link that opens nothing: whoever tries links learns nothing from it. */
export const roleLinkInvalid = () =>
  new Refusal('LINK_INVALID', 'This invite link does not work any more. Ask whoever sent it for a new one.');

/**
 * Not run out, not used up, not taken back, of a campaign that goes on, and made by somebody who may still give that
 * role, by the rule of `mayManage`: a link is worth what its maker may do.
 */
export const opens: RawBuilder<boolean> = sql<boolean>`(link.revoked_at is null
  and link.expires_at > clock_timestamp() and link.uses < link.max_uses and campaign.ended_at is null
  and exists (select from person where person.id = link.created_by_id and person.standing <> 'SUSPENDED'
    and (person.coordinator or exists (select from membership where membership.person_id = person.id
      and membership.organization_id = campaign.organization_id and membership.role = 'ORGANIZER'))
    and not exists (select from campaign_block block
      where block.person_id = person.id and block.campaign_id = campaign.id)))`;

/** The link of a token, whether or not it still opens anything. Refuses one that never was, in the words for all. */
export async function findRoleLink(em: Em, token: string): Promise<FoundLink> {
  const { rows } = await sql<FoundLink>`
    select link.id, link.role, link.created_by_id as "createdById", link.created_at as "createdAt",
      maker.handle as "madeBy", link.expires_at as "expiresAt", campaign.id as "campaignId",
      campaign.slug as "campaignSlug", campaign.title as "campaignTitle",
      organization.id as "organizationId", organization.name as "organizationName", ${opens} as opens
    from role_link link join campaign on campaign.id = link.campaign_id
    join organization on organization.id = campaign.organization_id join person maker on maker.id = link.created_by_id
    where link.token_hash = ${hashOfLinkSecret(token)}`.execute(em.getKysely());
  const [link] = rows;
  if (!link) throw roleLinkInvalid();
  return link;
}
