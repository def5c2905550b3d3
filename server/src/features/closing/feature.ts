import { type Feature, jobKind } from '../../platform/feature.ts';
import { RETENTION } from '../../platform/jobs/retention-queue.ts';
import { startErasingClock } from './close-campaign.ts';
import { Closing } from './closing.entity.ts';
import { CampaignClosing, ClosingMutations, ClosingResolver } from './closing.resolver.ts';
import { createDownloads } from './downloads.ts';
import { eraseCampaign } from './erase-campaign.ts';
import { finishErasing } from './erase-myself.ts';
import { reopen } from './reopen.ts';

export const closing: Feature = {
  name: 'closing',
  entities: [Closing],
  resolvers: [CampaignClosing, ClosingMutations, ClosingResolver],
  lists: {
    'Closing.handover': 30,
  },
  jobs: [
    jobKind<{ campaignId: string }>({
      ...RETENTION,
      of: 'campaignId',
      run: (services, { campaignId }) => eraseCampaign(services, campaignId),
    }),
    jobKind<{ personId: string }>({
      ...RETENTION,
      of: 'personId',
      run: (services, { personId }) => finishErasing(services, personId),
    }),
  ],
  doors: (services) => [createDownloads(services)],
  hearsBoards: (services) => ({ ends: (board) => startErasingClock(services, board), reopens: reopen }),
  erasesPerson: { forgotten: { closing: ['closed_by_id', 'page_approved_by_id'] } },
};
