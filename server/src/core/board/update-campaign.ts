import { isDeepStrictEqual } from 'node:util';
import { requireManager } from './board.policy.ts';
import { changeBoard, type Changed } from './change-board.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { asMissing, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { Campaign } from '../campaign/campaign.entity.ts';
import { type CampaignWordsInput, takeCampaignWords } from '../campaign/campaign-words.ts';

/**
 * Changes what is said about a campaign, who may read it, and its settings; ends it, which starts
 * the clock of its erasing, or takes the end back.
 * What cards show depends on it, so it is a change of the board, and everybody who follows hears of it. Whoever follows
 * takes a fresh view only when it changed who may read.
 */
export async function updateCampaign(
  services: Services,
  actorId: string,
  input: CampaignWordsInput & {
    campaignId: string;
    /** The fields that change, as the writer read them. */
    asRead?: CampaignWordsInput | null;
    ended?: boolean | null;
    requestId?: string | null;
  },
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
  const changed = await changeBoard(
    services,
    { board, actorId, requestId, evenWhenEnded: true },
    async (inHand) => {
      requireManager(inHand);
      const campaign = await inHand.em.findOneOrFail(Campaign, { id: campaignId });
      requireAsRead(
        flat(input.asRead ?? {}),
        flat({ ...campaign, settings: campaign }),
        flat({ ...words, settings: words }),
      );
      const fields = Object.entries(words).flatMap(([field, value]) =>
        isDeepStrictEqual(campaign[field as keyof Campaign], value) ? [] : [field],
      );
      const seenBefore = campaign.sensitivity;
      Object.assign(campaign, words);
      if (input.ended != null && input.ended !== inHand.ended) fields.push('ended');
      if (input.ended === false)
        for (const listener of services.boardListeners) await listener.reopens?.(inHand);
      if (input.ended != null) campaign.endedAt = input.ended ? (campaign.endedAt ?? inHand.now) : null;
      if (input.ended) for (const listener of services.boardListeners) await listener.ends?.(inHand);
      if (fields.length === 0) return { kind: null, result: { campaignId } };
      return { kind: 'CAMPAIGN_UPDATED', cards: [], fields, seenBefore, result: { campaignId } };
    },
  ).catch(asMissing('campaign'));
  if (words.sensitivity)
    for (const listener of services.boardListeners) await listener.readersChanged?.(board.id);
  return changed;
}

/** Rules lie a level deeper in inputs than in the row. Names fields as inputs have them: `settings.claimLimit`. */
function flat({ settings, ...words }: CampaignWordsInput = {}): Record<string, unknown> {
  const { leaseHours, firstLeaseHours, newcomerShare, newcomerClaimLimit, claimLimit, craftReviewRequired } =
    settings ?? {};
  const held = { leaseHours, firstLeaseHours, newcomerShare, newcomerClaimLimit, claimLimit };
  const rules = { ...held, craftReviewRequired };
  return {
    ...words,
    ...Object.fromEntries(Object.entries(rules).map(([name, value]) => [`settings.${name}`, value])),
  };
}
