/** How much of files a server takes, in MB (1,000,000 bytes). */
export interface StorageLimits {
  /** One file. */
  largest: number;
  /** What one person sends in 24 hours, and what of it hangs on nothing yet. */
  ofPerson: number;
  /** All that hangs on the cards of one campaign. */
  ofCampaign: number;
}

/** A campaign fits into its export: one ZIP holds 4 GB. */
export const usualStorageLimits: StorageLimits = { largest: 250, ofPerson: 1_000, ofCampaign: 3_000 };

/** The setting of each figure. */
export const storageLimitNames: Record<keyof StorageLimits, string> = {
  largest: 'FILE_MB',
  ofPerson: 'FILES_PERSON_MB',
  ofCampaign: 'FILES_CAMPAIGN_MB',
};

export const MEGABYTE = 1_000_000;
