import type { EntryLedger } from '../person/entry-ledger.ts';
import { networksOf, type NetworkLevel } from '../http/networks-of.ts';

/** Requests that are sent in a day from one network before the next ones are held back for a person to look at. */
export const ASKS_OF_NETWORK: Record<NetworkLevel, number> = {
  /** One IPv4 address, or one home in IPv6. */
  home: 10,
  /** /56 of IPv6: what many providers give one customer. */
  customer: 20,
  /** /48 of IPv6: a whole site. */
  site: 40,
};
const DAY_MS = 24 * 3_600_000;

/** The room a network has for sent requests, over all servers that share the ledger. */
export class AskShare {
  readonly #ledger: EntryLedger;
  readonly #keyOf: (network: string) => string;

  constructor(ledger: EntryLedger, keyOf: (network: string) => string = (network) => network) {
    this.#ledger = ledger;
    this.#keyOf = keyOf;
  }

  /**
   * Takes room for one request and says whether there was. The smallest network comes first, and one that has used
   * up its share takes nothing of the wider ones: its neighbours keep theirs. Without an address, and for private
   * ones, which stand for many, there is room.
   */
  async take(address: string | undefined): Promise<boolean> {
    for (const { level, network } of networksOf(address)) {
      const pace = { entries: ASKS_OF_NETWORK[level], windowMs: DAY_MS };
      if (!(await this.#ledger.take(this.#keyOf(`${level} ${network}`), pace))) return false;
    }
    return true;
  }
}
