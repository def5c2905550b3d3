import { randomBytes } from 'node:crypto';
import { createCampaign } from '../../../src/core/board/create-campaign.ts';
import { closeCampaign } from '../../../src/features/closing/close-campaign.ts';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { readsCampaign } from '../facts.ts';
import { type CampaignName, idOf } from '../world.ts';
import { campaignFact, campaigns, type Change, NOBODYS_ID, openChange } from './change.ts';

/** A mutation about the end of a campaign, of which each can be closed only once. */
function closingChange(mutation: string, campaign: CampaignName, input: object): Change {
  return {
    mutation,
    what: campaign,
    make: async (world) => {
      const organizer = idOf(world, campaign === 'foreign' ? 'foreigner' : 'organizer');
      const { organizationId, sensitivity } = campaignFact(world, campaign);
      const { campaignId } = await createCampaign(world.services, organizer, {
        ...{ organizationId, sensitivity, slug: `end-${randomBytes(8).toString('hex')}` },
        ...{ title: 'To be ended', kind: 'STRIKE' },
      });
      if (mutation !== 'closeCampaign') await closeCampaign(world.services, organizer, { campaignId });
      const withId = (id: string) => ({ campaignId: toGlobalId('Campaign', id), ...input });
      return { input: withId(campaignId), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours }),
    // A new campaign, from which nobody is blocked.
    readable: (world, who) => readsCampaign(who, { ...campaignFact(world, campaign), id: '' }),
  };
}

/** What ends a campaign, and what shows the difference it made. */
export const ON_CLOSING: Change[] = [
  ...campaigns.flatMap((campaign) => [
    closingChange('closeCampaign', campaign, { thanks: 'Thank you all' }),
    closingChange('updateClosing', campaign, { outcome: 'We won', eraseAfterDays: 60 }),
    closingChange('approveClosingPage', campaign, {}),
  ]),
  openChange('setPublicPage', 'oneself', () => ({ on: true })),
];
