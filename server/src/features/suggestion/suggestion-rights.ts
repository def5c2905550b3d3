import { mayManageCampaign, rightsHere } from '../../core/campaign/campaign-rights.ts';
import { readCampaignsById } from '../../core/campaign/read-campaigns.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { blocked } from '../../core/board/board-refusals.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notFound, type Refusal, suspended, wrongStage } from '../../platform/refusal/refusal.ts';

/** About what: the programme, or one campaign by its row id. */
export type About = string;
export const PROGRAMME: About = 'programme';
export const campaignOf = (about: About): string | null => (about === PROGRAMME ? null : about);

/** What somebody may do with what is asked and suggested about one thing. */
export interface SuggestionRights {
  /** Why they can neither make one nor vote; null for who can. */
  refusal: Refusal | null;
  /** Shows, hides, answers, accepts and declines: coordinators; of a campaign, whoever runs it. */
  moderates: boolean;
  /** Where they are to be read; begins with a slash. */
  path: string;
}

/** What `viewer` may do there, in one query at most; null where they may not read what it is about. */
export async function suggestionRights(
  em: Em,
  viewer: Viewer | null,
  about: About,
): Promise<SuggestionRights | null> {
  const isOnHold = viewer?.standing === 'SUSPENDED';
  const refusal = isOnHold ? suspended() : null;
  const campaignId = campaignOf(about);
  if (campaignId === null)
    return { refusal, moderates: viewer !== null && viewer.coordinator && !isOnHold, path: '/suggestions' };
  const [campaign] = await readCampaignsById(em, readerOf(viewer), [campaignId]);
  if (!campaign) return null;
  const place = { campaignId, organizationId: campaign.organizationId };
  const ended = campaign.endedAt
    ? wrongStage('CAMPAIGN_ENDED', 'This campaign has ended. Its board can only be read.')
    : null;
  return {
    refusal: refusal ?? (viewer && rightsHere(viewer, place).blocked ? blocked() : ended),
    moderates: viewer !== null && mayManageCampaign(viewer, place),
    path: `/suggestions?campaign=${campaign.slug}`,
  };
}

/** The same, or a refusal. */
export async function requireRights(em: Em, viewer: Viewer | null, about: About): Promise<SuggestionRights> {
  const rights = await suggestionRights(em, viewer, about);
  if (!rights) throw notFound('campaign');
  return rights;
}
