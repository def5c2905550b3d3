import { networksOf, type NetworkLevel } from '../http/network.ts';
import type { EntryLedger } from './entry-ledger.ts';

const DAY_MS = 24 * 3_600_000;

/** How often one network may do a thing in a day: `home` is an IPv4 address or a /64, `customer` a /56, `site` a /48. */
export type Shares = Record<NetworkLevel, number>;

/** The room a network has for something in a day, over all servers that share the ledger. */
export class NetworkShare {
  readonly #shares: Shares;
  readonly #ledger: EntryLedger;
  readonly #keyOf: (network: string) => string;

  constructor(
    shares: Shares,
    ledger: EntryLedger,
    keyOf: (network: string) => string = (network) => network,
  ) {
    this.#shares = shares;
    this.#ledger = ledger;
    this.#keyOf = keyOf;
  }

  /**
   * Takes room for one and says whether there was. The smallest network comes first, and one that has used up its
   * share takes nothing of the wider ones: its neighbours keep theirs. Without an address that bears limits there is
   * room.
   */
  async take(address: string | undefined): Promise<boolean> {
    if (address === undefined) return true;
    for (const { level, network } of networksOf(address)) {
      const pace = { entries: this.#shares[level], windowMs: DAY_MS };
      if (!(await this.#ledger.take(this.#keyOf(`${level} ${network}`), pace))) return false;
    }
    return true;
  }
}
