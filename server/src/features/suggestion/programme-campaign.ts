import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { insertCampaign } from '../../core/board/create-campaign.ts';
import { takeCampaignWords } from '../../core/campaign/campaign-words.ts';
import { insertOrganization } from '../../core/organization/create-organization.ts';
import { lockOrganization } from '../../core/organization/lock-organization.ts';
import type { Notice } from '../../core/person/word.ts';
import { giveRole } from '../../core/trust/give-role.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';

const NAME = 'Strikeboard';
const STEM = 'about-strikeboard';

/**
 * The board of the programme itself, found or made in the transaction of `em`: an organization and a public campaign as
 * any other, which coordinators may rename. It is made with the first suggestion that is accepted, and anew once it has
 * ended. Whoever accepts becomes an organizer there, since the yes to its work is an organizer's; the others are told.
 * Two that come at once follow each other here.
 */
export async function programmeBoard(
  services: Services,
  em: Em,
  { personId }: Viewer,
): Promise<{ boardId: string; notices: Notice[] }> {
  const db = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtextextended('programme campaign', 0))`.execute(db);
  const { rows } = await sql<{ boardId: string; organizationId: string }>`
    select board.id as "boardId", campaign.organization_id as "organizationId" from programme_campaign
    join campaign on campaign.id = campaign_id join board on board.campaign_id = campaign.id
    where campaign.ended_at is null order by since desc limit 1`.execute(db);
  const place = rows[0] ?? (await makeCampaign(em, personId));
  await lockOrganization(em, place.organizationId);
  const { rows: has } = await sql<{ role: string }>`select role from membership
    where organization_id = ${place.organizationId} and person_id = ${personId}`.execute(db);
  const isOrganizer = has[0]?.role === 'ORGANIZER';
  const notices = isOrganizer
    ? []
    : await giveRole(services, em, {
        organizationId: place.organizationId,
        personId,
        role: 'ORGANIZER',
        byId: personId,
      });
  return { boardId: place.boardId, notices };
}

async function makeCampaign(em: Em, personId: string): Promise<{ boardId: string; organizationId: string }> {
  const organizationId = await organizationOf(em, personId);
  const words = takeCampaignWords({
    title: 'Better with your suggestions',
    story:
      'This board is about Strikeboard itself. Each card began as a suggestion of somebody who uses it, or who just came by.',
    sensitivity: 'PUBLIC',
    languages: ['en', 'es'],
    // One coordinator alone can say yes to its work.
    settings: { craftReviewRequired: false },
  });
  const { campaignId, boardId } = await insertCampaign(em, {
    ...words,
    organizationId,
    slug: await freeSlug(em),
    kind: 'COMMUNITY_FIGHT',
    createdBy: personId,
  });
  await sql`insert into programme_campaign (campaign_id) values (${campaignId})`.execute(em.getKysely());
  return { boardId, organizationId };
}

/** That of an earlier campaign of the programme, where there was one. */
async function organizationOf(em: Em, createdBy: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select organization_id as id from programme_campaign
    join campaign on campaign.id = campaign_id order by since desc limit 1`.execute(em.getKysely());
  return rows[0]?.id ?? insertOrganization(em, { name: NAME, kind: 'COALITION', createdBy });
}

async function freeSlug(em: Em): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select slug from campaign
    where slug = ${STEM} or slug like ${`${STEM}-%`}`.execute(em.getKysely());
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(STEM)) return STEM;
  for (let number = 2; ; number += 1) if (!taken.has(`${STEM}-${number}`)) return `${STEM}-${number}`;
}
