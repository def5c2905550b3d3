import { networkOf, SITE_BITS } from '../http/network.ts';
import type { Log } from '../log/log.ts';
import type { BudgetSettings } from './budget-settings.ts';
import { FairTurns } from './fair-turns.ts';
import { SpareTime } from './spare-time.ts';
import { type SharedSpending, SpendingBook, WINDOW_MS } from './spending.ts';

/** Who asks, as far as it is known. */
export interface Asker {
  /** The address that bears the limits; see `visitorAddress`. */
  address: string | undefined;
  personId?: string | undefined;
  /** The id of the token that a tool shows in place of a session. */
  token?: string | undefined;
}

/** What an operation is charged for: for one of our own pages' documents, or for all the fields it asks for. */
export interface Price {
  known: boolean;
  cost: number;
}

export type PolicyName = 'address' | 'person' | 'network' | 'token' | 'pages' | 'pages-person';

/** How a purse stands after something was, or was not, taken from it. */
export interface Balance {
  /** Whether it was enough. */
  allowed: boolean;
  /** Whether anybody's purse is meant: an address that stands for many has none, and reads a full one. */
  counted: boolean;
  policy: PolicyName;
  /** Of a minute. */
  limit: number;
  remaining: number;
  /** Whole seconds until all of it is there again. */
  resetSeconds: number;
  /** Whole seconds until what was asked for is there; 0 when it was allowed. */
  retrySeconds: number;
  /** What was charged, or would have been. */
  cost: number;
}

interface Drawn {
  policy: PolicyName;
  limit: number;
  /** Undefined for an address that is not counted: its purse stays full. */
  key: string | undefined;
}

/** Our own pages' operations, those of others, and whole pages. */
export type TurnKind = 'known' | 'others' | 'page';

const SHARE_OF_PLACES: Record<TurnKind, number> = { known: 1, others: 1 / 32, page: 1 / 8 };

/** Between two moments at which servers tell each other what was spent (ms). */
const TELL_EVERY = 500;
const COMPLAIN_EVERY = 60_000;

/** What everybody may still ask for. Decides at once, by what this server knows. */
export class Budgets {
  readonly settings: BudgetSettings;
  readonly #turns = new FairTurns();
  readonly #spareTime = new SpareTime();
  readonly #book: SpendingBook;
  readonly #shared: SharedSpending | undefined;
  readonly #hash: (key: string, policy: string) => string;
  readonly #log: Log;
  #timer: NodeJS.Timeout | undefined;
  #complainedAt = -Infinity;
  #closed = false;

  constructor(options: {
    settings: BudgetSettings;
    log: Log;
    /** Adds up over all servers; without it this one counts alone. */
    shared?: SharedSpending | undefined;
    /** The name under which a key is shared: the same at all servers, and it tells nobody whose it is. */
    hash?(key: string, policy: string): string;
    book?: SpendingBook;
  }) {
    this.settings = options.settings;
    this.#log = options.log;
    this.#shared = options.shared;
    this.#hash = options.hash ?? ((key) => key);
    this.#book = options.book ?? new SpendingBook();
  }

  /** Takes a price from every purse that has to bear it, or from none when one has too little. */
  spend(asker: Asker, price: Price): Balance {
    const purses = this.#pursesOf(asker, price.known);
    const balances = purses.map((purse) => this.#balance(purse, price.cost));
    const refused = balances.find(({ allowed }) => !allowed);
    if (refused) return refused;
    this.#charge(purses, price.cost);
    const [first, ...others] = purses.map((purse) => this.#stateOf(purse, price.cost));
    return others.reduce((tightest, each) => {
      return each.remaining / each.limit < tightest.remaining / tightest.limit ? each : tightest;
    }, first!);
  }

  /** Whether a price would be borne, without taking it. */
  bears(asker: Asker, price: Price): Balance {
    const balances = this.#pursesOf(asker, price.known).map((purse) => this.#balance(purse, price.cost));
    return balances.find(({ allowed }) => !allowed) ?? balances[0]!;
  }

  /** Takes more for what was carried out already: it cost more than it was reckoned at. */
  charge(asker: Asker, price: Price): void {
    if (price.cost > 0) this.#charge(this.#pursesOf(asker, price.known), price.cost);
  }

  /**
   * Carries out what an address asks, in its turn: of each kind so much at once. What our pages do not ask has a
   * thirty-second of the places, since nobody knows what it will take; a page that is made has an eighth, and waits for
   * what it asks itself. Gives undefined, and does nothing, where too many of that address wait already.
   */
  inTurn<T>(address: string | undefined, kind: TurnKind, run: () => Promise<T>): Promise<T | undefined> {
    if (address === undefined || !this.settings.counts) return run();
    const places = Math.max(1, Math.floor(this.settings.atOnce * SHARE_OF_PLACES[kind]));
    // A phone has an IPv6 network of its own in a wide one that it shares; a program may have the whole wide one.
    const network = kind === 'known' ? networkOf(address) : networkOf(address, SITE_BITS);
    return this.#turns.take(`${kind} ${network}`, places, () =>
      kind === 'others' ? this.#spareTime.run(run) : run(),
    );
  }

  /** Carries out something that our pages do not ask, and that ends by itself, when there is time for it. */
  inSpareTime<T>(address: string | undefined, run: () => Promise<T>): Promise<T> {
    return address === undefined || !this.settings.counts ? run() : this.#spareTime.run(run);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #charge(purses: readonly Drawn[], cost: number): void {
    if (!this.settings.counts) return;
    for (const { key, limit } of purses) {
      // A debt never grows past the window by what is charged afterwards: an hour's silence is no punishment.
      if (key !== undefined) this.#book.spend(key, Math.min(WINDOW_MS, (cost / limit) * WINDOW_MS));
    }
    if (this.#shared && this.#book.hasUntold) this.#tellLater(this.#shared);
  }

  #pursesOf({ address, personId, token }: Asker, known: boolean): Drawn[] {
    const { settings } = this;
    const network = address === undefined ? undefined : networkOf(address);
    const purse = (policy: PolicyName, limit: number, whose: string | undefined): Drawn => ({
      ...{ policy, limit },
      key: whose === undefined ? undefined : `${policy} ${whose}`,
    });
    if (known) {
      const ofAddress = purse('pages', settings.pages, network);
      if (personId === undefined) return [ofAddress];
      return [purse('pages-person', settings.pagesOfPerson, personId), ofAddress];
    }
    if (token !== undefined) return [purse('token', settings.token, token)];
    if (personId === undefined) {
      const ofAddress = purse('address', settings.address, network);
      const site = address === undefined ? undefined : networkOf(address, SITE_BITS);
      // So that who has a whole /48 has not sixty-five thousand purses.
      return site === network ? [ofAddress] : [ofAddress, purse('network', settings.network, site)];
    }
    return [
      purse('person', settings.person, personId),
      // So that thirty handles made in a minute are not thirty purses.
      purse('network', settings.network, network),
    ];
  }

  #balance(purse: Drawn, cost: number): Balance {
    const state = this.#stateOf(purse, cost);
    if (!this.settings.counts || purse.key === undefined) return state;
    const debt = this.#book.debt(purse.key);
    const step = (cost / purse.limit) * WINDOW_MS;
    // What costs more than all there is may be had from a full purse: the limits of one operation are others.
    const allowed = debt === 0 || debt + step <= WINDOW_MS;
    const waitMs = Math.min(debt, debt + step - WINDOW_MS);
    return { ...state, allowed, retrySeconds: allowed ? 0 : Math.max(1, Math.ceil(waitMs / 1_000)) };
  }

  #stateOf({ policy, limit, key }: Drawn, cost: number): Balance {
    const debt = key === undefined || !this.settings.counts ? 0 : this.#book.debt(key);
    return {
      ...{ allowed: true, counted: key !== undefined, policy, limit, cost, retrySeconds: 0 },
      remaining: Math.max(0, Math.floor(limit * (1 - debt / WINDOW_MS))),
      resetSeconds: Math.ceil(debt / 1_000),
    };
  }

  #tellLater(shared: SharedSpending): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => void this.#tell(shared), TELL_EVERY).unref();
  }

  async #tell(shared: SharedSpending): Promise<void> {
    try {
      // One at a time: what the other side may have heard already is not told again beside it.
      await this.#book.tell(shared, (key) => this.#hash(key, 'budget'));
    } catch (error) {
      if (performance.now() - this.#complainedAt > COMPLAIN_EVERY && !this.#closed) {
        this.#complainedAt = performance.now();
        this.#log.warn({ err: error }, 'budgets are counted by this server alone');
      }
    } finally {
      this.#timer = undefined;
      if (this.#book.hasUntold) this.#tellLater(shared);
    }
  }
}
