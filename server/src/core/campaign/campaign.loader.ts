import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { type CampaignType, toCampaign } from './campaign.type.ts';
import { readCampaignsById } from './read-campaigns.ts';

/** Campaigns by row id. Refuses one that is not there or that the reader may not read. */
export const campaignLoader = defineLoader<string, CampaignType>(
  ({ em, reader }) =>
    new DataLoader<string, CampaignType>(async (ids) => {
      const rows = new Map(
        (await readCampaignsById(em, reader, ids)).map((row) => [row.id, toCampaign(row)]),
      );
      return ids.map((id) => rows.get(id) ?? notFound('campaign'));
    }),
);
