import { eraseAsk } from '../ask/erase-ask.ts';
import { forgetRequests } from '../../core/board/request-mark.ts';
import type { Services } from '../../platform/services.ts';
import type { RetentionJob } from './change-closing.ts';
import { eraseCampaign } from './erase-campaign.ts';
import { finishErasing } from './erase-myself.ts';

/** Carries out a job of the retention queue. Early, late or repeated, it does no harm. */
export async function runRetentionJob(services: Services, job: RetentionJob): Promise<void> {
  if ('campaignId' in job) await eraseCampaign(services, job.campaignId);
  else if ('forget' in job) await forgetRequests(services);
  else if ('askId' in job) await eraseAsk(services, job.askId);
  else await finishErasing(services, job.personId);
}
