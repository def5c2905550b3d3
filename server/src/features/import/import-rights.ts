import { readerOf, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { blocked } from '../../core/board/board-refusals.ts';
import { mayManage, rightsOf } from '../../core/campaign/campaign-rights.ts';
import { type CampaignRow, readCampaignsById } from '../../core/campaign/read-campaigns.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notAllowed, notFound } from '../../platform/refusal/refusal.ts';

/**
 * The campaign that somebody may fill from a file: organizers of the local, and coordinators, while it runs. The same as
 * for making cards by hand, which the change of the board asks again when it holds the board.
 */
export async function campaignToFill(
  em: Em,
  somebody: Viewer | null,
  campaignId: string,
): Promise<CampaignRow> {
  const viewer = requireViewer(somebody);
  const [campaign] = await readCampaignsById(em, readerOf(viewer), [campaignId]);
  if (!campaign) throw notFound('campaign');
  const rights = await rightsOf(em, viewer, { organizationId: campaign.organizationId, campaignId });
  if (rights.blocked) throw blocked();
  if (!mayManage(rights)) throw notAllowed('ORGANIZERS_ONLY', 'Only organizers of this local can do this.');
  if (campaign.endedAt)
    throw notAllowed('CAMPAIGN_ENDED', 'This campaign has ended. Its board can only be read.');
  return campaign;
}
