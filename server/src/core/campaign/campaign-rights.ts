import { mayManage } from '../board/board.policy.ts';
import type { Em } from '../../platform/db/orm.ts';
import { type Rights, readerOf } from '../access/viewer.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { readCampaignsById } from './read-campaigns.ts';

interface Place {
  organizationId: string;
  campaignId: string;
}

/** What somebody is on one campaign: what the policy of its board asks for. */
export function rightsHere(rights: Rights, { organizationId, campaignId }: Place) {
  const { standing, coordinator, roles, vouches, blocks } = rights;
  return {
    standing,
    coordinator,
    role: roles.get(organizationId) ?? null,
    vouched: vouches.has(organizationId),
    blocked: blocks.has(campaignId),
  };
}

/** Whether somebody runs a campaign: organizers of the local, and coordinators. */
export function mayManageCampaign(rights: Rights, place: Place): boolean {
  return mayManage(rightsHere(rights, place));
}

/** Who runs the campaign of that id; refuses one that is not there or that somebody may not read. */
export async function readCampaignOf(
  em: Em,
  rights: Rights,
  campaignId: string,
): Promise<{ organizationId: string }> {
  const [campaign] = await readCampaignsById(em, readerOf(rights), [campaignId]);
  if (!campaign) throw notFound('campaign');
  return campaign;
}
