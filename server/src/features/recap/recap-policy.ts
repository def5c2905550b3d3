import { sql } from 'kysely';
import { mayApprove, rightsHere } from '../../core/campaign/campaign-rights.ts';
import type { Rights } from '../../core/access/viewer.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { mayManageEvent } from '../event/event.policy.ts';

interface Place {
  organizationId: string;
  campaignId: string | null;
}

/** Says the local's yes to a recap: organizers and approvers of the organization that holds the event. */
export const mayApproveRecap = (rights: Rights, { organizationId, campaignId }: Place): boolean =>
  mayApprove(rightsHere(rights, { organizationId, campaignId: campaignId ?? '' }));

/** Sees the recap before it is public. */
export const mayPreviewRecap = (rights: Rights, place: Place): boolean =>
  mayManageEvent(rights, place) || mayApproveRecap(rights, place);

/** Those who may say the yes instead of somebody: row ids. */
export async function readOthers(
  db: Kysely,
  { organizationId, campaignId }: Place,
  than: string | null,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select person_id as "personId" from membership
    join person on person.id = person_id where organization_id = ${organizationId}
      and role in ('ORGANIZER', 'APPROVER') and standing <> 'SUSPENDED' and person_id is distinct from ${than}
      and not exists (select from campaign_block where campaign_block.person_id = person.id
        and campaign_block.campaign_id = ${campaignId})`.execute(db);
  return rows.map(({ personId }) => personId);
}
