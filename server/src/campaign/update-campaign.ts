import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { notFound } from '../refusal.ts';
import type { Services } from '../services.ts';
import { Campaign } from './campaign.entity.ts';
import { type CampaignWordsInput, takeCampaignWords } from './campaign-words.ts';

/**
 * Changes what is said about a campaign, who may read it, and its settings; ends it, or takes the end back.
 * What cards show depends on it, so it is a change of the board, and everybody who follows takes a fresh view.
 */
export async function updateCampaign(
  services: Services,
  actorId: string,
  input: CampaignWordsInput & { campaignId: string; ended?: boolean | null; requestId?: string | null },
): Promise<Changed<{ campaignId: string }>> {
  const { campaignId, requestId } = input;
  const words = takeCampaignWords(input);
  const board = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('board')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  if (!board) throw notFound('campaign');
  return changeBoard(services, { board, actorId, requestId }, async (inHand) => {
    requireManager(inHand);
    const campaign = await inHand.em.findOneOrFail(Campaign, { id: campaignId });
    Object.assign(campaign, words);
    if (input.ended != null) campaign.endedAt = input.ended ? (campaign.endedAt ?? new Date()) : null;
    return { kind: 'CAMPAIGN_UPDATED', cards: [], result: { campaignId } };
  });
}
