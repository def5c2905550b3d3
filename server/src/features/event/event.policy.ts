import { type RawBuilder, sql } from 'kysely';
import { readableAt, Sensitivity } from '../../core/access/sensitivity.ts';
import { type Reader, readerOf, readsAs, type Rights } from '../../core/access/viewer.ts';
import { mayManageCampaign } from '../../core/campaign/campaign-rights.ts';

/**
 * The rule of who reads which event, as a condition of a query over `event`: by the levels of boards, in the
 * organization that holds it. Whom the local does not want on a campaign reads its events as a stranger does.
 */
export function eventReadableBy(reader: Reader): RawBuilder<boolean> {
  const { strangerTo } = reader;
  if (strangerTo.size > 0) {
    const usually = eventReadableBy({ ...reader, strangerTo: new Set() });
    return sql<boolean>`(case when event.campaign_id = any(${[...strangerTo]}::uuid[])
      then ${eventReadableBy(readerOf(null))} else ${usually} end)`;
  }
  if (reader.teamOf === 'EVERY') return sql<boolean>`true`;
  return sql<boolean>`(event.sensitivity = any(${readableAt(reader.base)}::text[])
    or event.organization_id = any(${[...reader.teamOf]}::uuid[])
    or ((event.organization_id = any(${[...reader.vettedOf]}::uuid[])
        or event.campaign_id = any(${readsAs(reader, Sensitivity.VETTED)}::uuid[]))
      and event.sensitivity = any(${readableAt(Sensitivity.VETTED)}::text[]))
    or event.campaign_id = any(${readsAs(reader, Sensitivity.TEAM)}::uuid[]))`;
}

/** Announces, changes and calls off events, and stands at the door: organizers of the organization, and coordinators. */
export function mayManageEvent(
  rights: Rights,
  { organizationId, campaignId }: { organizationId: string; campaignId: string | null },
): boolean {
  return mayManageCampaign(rights, { organizationId, campaignId: campaignId ?? '' });
}
