import type { NetworkShare, Shares } from '../../platform/entries/network-share.ts';

/**
 * Places that people without an account, and with handles that nobody knows yet, take in a day from one network. A
 * family, a hall or a campus registers; one who makes names up does not empty an event.
 */
export const SEATS_OF_NETWORK: Shares = { home: 40, customer: 80, site: 160 };

declare module '../../platform/services.ts' {
  interface Services {
    /** How many places one network may take without a handle that is known. */
    seatShare: NetworkShare;
  }
}
