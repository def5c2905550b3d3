/** What a token may be made for. As text: `read:public` and so on. In the order in which they are shown. */
export const TokenScope = {
  READ_PUBLIC: 'READ_PUBLIC',
  READ_CAMPAIGN: 'READ_CAMPAIGN',
  ACT_CARDS: 'ACT_CARDS',
  MANAGE_CAMPAIGN: 'MANAGE_CAMPAIGN',
  MANAGE_WEBHOOKS: 'MANAGE_WEBHOOKS',
} as const;
export type TokenScope = keyof typeof TokenScope;

/**
 * A token behind a request, in place of a session: for what it was made. Whatever it says, it never has more than its
 * person has now, and nothing of what coordinators of the programme have.
 */
export interface TokenPass {
  id: string;
  /** Who made it, and for whom it acts. */
  personId: string;
  /** The organization it was made for; null for one of a person. */
  organizationId: string | null;
  scopes: ReadonlySet<TokenScope>;
  /** The campaigns it is limited to, those of its organization included; null for all. */
  campaigns: ReadonlySet<string> | null;
}

/** Whether a token may read more of a campaign than anybody may. */
export function readsMoreOf({ scopes, campaigns }: TokenPass, campaignId: string): boolean {
  return scopes.has('READ_CAMPAIGN') && isWithin({ campaigns }, campaignId);
}

/** Whether a token was made for this campaign too. */
export function isWithin({ campaigns }: Pick<TokenPass, 'campaigns'>, campaignId: string): boolean {
  return campaigns === null || campaigns.has(campaignId);
}
