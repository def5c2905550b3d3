import type { Shares } from '../../platform/entries/network-share.ts';

/** Requests that are sent in a day from one network before the next ones are held back for a person to look at. */
export const ASKS_OF_NETWORK: Shares = { home: 10, customer: 20, site: 40 };
