import { type RawBuilder, sql } from 'kysely';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Em } from '../../platform/db/orm.ts';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';

/** What a link opens: one wall, as far as its maker chose. */
export interface OpenedLink {
  id: string;
  /** Row id of who made it: a link is worth what its maker may do. */
  createdById: string;
  boardId: string;
  sensitivity: Sensitivity;
  showsHandles: boolean;
  showsThanks: boolean;
}

/**
 * One answer to a wrong link, one that has run out, one that was taken back and one of another campaign: whoever tries
 * links learns nothing from it.
 */
export const watchLinkInvalid = () =>
  new Refusal(
    'LINK_INVALID',
    'This link does not open the wall, or not any more. Ask the organizers for a new one.',
    'WALL_LINK',
  );

/** The link of a token for the wall at that address. Refuses one that opens nothing now, always in the same words. */
export async function findWatchLink(
  em: Em,
  { slug, token }: { slug: string; token: string },
): Promise<OpenedLink> {
  const { rows } = await sql<OpenedLink>`
    select link.id, link.created_by_id as "createdById", board.id as "boardId", link.sensitivity,
      link.shows_handles as "showsHandles", link.shows_thanks as "showsThanks"
    from watch_link link join campaign on campaign.id = link.campaign_id
    join board on board.campaign_id = campaign.id
    where link.token_hash = ${hashOfLinkSecret(token)} and campaign.slug = ${slug} and ${opens}`.execute(
    em.getKysely(),
  );
  const [link] = rows;
  if (!link) throw watchLinkInvalid();
  return link;
}

/** Which of these links still open something, in one query. */
export async function stillOpen(em: Em, linkIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select link.id from watch_link link join campaign on campaign.id = link.campaign_id
    where link.id = any(${linkIds}::uuid[]) and ${opens}`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}

/** Not run out, not taken back, and made by somebody who still runs the campaign, by the rule of `mayManage`. */
const opens: RawBuilder<boolean> = sql`link.revoked_at is null and link.expires_at > clock_timestamp()
  and exists (select from person where person.id = link.created_by_id and person.standing <> 'SUSPENDED'
    and (person.coordinator or exists (select from membership where membership.person_id = person.id
      and membership.organization_id = campaign.organization_id and membership.role = 'ORGANIZER'))
    and not exists (select from campaign_block block
      where block.person_id = person.id and block.campaign_id = campaign.id))`;
