import type { NetworkShare, Shares } from '../../platform/entries/network-share.ts';

/** Requests that are sent in a day from one network before the next ones are held back for a person to look at. */
export const ASKS_OF_NETWORK: Shares = { home: 10, customer: 20, site: 40 };

declare module '../../platform/services.ts' {
  interface Services {
    /** How many requests for help one network may send before the next are held back. */
    askShare: NetworkShare;
  }
}
