import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type CampaignDifference, NO_DIFFERENCE, readCampaignDifferences } from './campaign-difference.ts';

/** What came of campaigns, of the cards that the reader may read. */
export const differenceLoader = defineLoader<string, CampaignDifference>(
  ({ em, reader }) =>
    new DataLoader(async (ids) => {
      const rows = await readCampaignDifferences(em, reader, ids);
      const differences = new Map(rows.map((row) => [row.campaignId, row]));
      return ids.map((id) => differences.get(id) ?? { campaignId: id, ...NO_DIFFERENCE });
    }),
);
