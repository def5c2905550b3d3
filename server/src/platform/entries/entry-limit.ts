import { networkOf } from '../http/network.ts';
import { Refusal } from '../refusal/refusal.ts';
import { type EntryLedger, type EntryPace, localLedger } from './entry-ledger.ts';

/** How often something may be done from one network, and what is said to one too many. */
export interface EntryRule extends EntryPace {
  words: string;
}

/** A hall behind one address may enter at once; a program that makes people by the thousand may not. */
const PEOPLE: EntryRule = {
  entries: 30,
  windowMs: 10 * 60_000,
  words: 'Many people came in from your network just now. Wait a minute, then try again.',
};

/** Beginning a request costs nobody anything; what is sent is counted apart (`ask-share.ts`). */
const ASKS: EntryRule = {
  entries: 30,
  windowMs: 10 * 60_000,
  words:
    'Many requests were begun from your network just now. What you wrote stays here: wait a minute, then go on.',
};

/** Who has a receipt looks at it often, and acts by it; a hall of people does behind one address. */
const RECEIPTS: EntryRule = {
  entries: 300,
  windowMs: 10 * 60_000,
  words: 'Many looked at their places from your network just now. Wait a minute, then try again.',
};

/** Of strangers: an audience behind one address asks, and a program that asks by the hundred does not get far. */
const QUESTIONS: EntryRule = {
  entries: 40,
  windowMs: 10 * 60_000,
  words:
    'Many questions came from your network just now. What you wrote stays here: wait a minute, then ask again.',
};

/** Of strangers: a hall of some hundred people votes behind one address. */
const QUESTION_VOTES: EntryRule = {
  entries: 600,
  windowMs: 10 * 60_000,
  words: 'Many votes came from your network just now. Wait a minute, then vote again.',
};

/** Of strangers, in a day: a workplace behind one address says what it thinks, and a program that floods does not. */
const SUGGESTIONS: EntryRule = {
  entries: 40,
  windowMs: 24 * 3_600_000,
  words: 'Much was suggested from your network today. What you wrote stays here: try again in an hour.',
};

/** A screen whose connection comes and goes opens its wall again each time. */
const WALLS: EntryRule = {
  entries: 60,
  windowMs: 10 * 60_000,
  words: 'Many screens from your network opened a wall just now. Wait a minute, then try again.',
};

/**
 * How often one client address may do a thing, such as join: 30 at once, then one each 20 seconds, over all servers
 * that share the ledger. A brake, not a lock: where the ledger is lost, counting begins anew. Whose address it is, and
 * which are not counted, says `visitorAddress`.
 */
export class EntryLimit {
  private readonly rule: EntryRule;
  private readonly ledger: EntryLedger;
  private readonly keyOf: (network: string) => string;

  constructor(
    rule: EntryRule = PEOPLE,
    ledger: EntryLedger = localLedger(),
    keyOf: (network: string) => string = (network) => network,
  ) {
    this.rule = rule;
    this.ledger = ledger;
    this.keyOf = keyOf;
  }

  /** Counts one entry from the visitor's address, where there is one. Refuses when too many came before. */
  async count(address: string | undefined): Promise<void> {
    if (address === undefined) return;
    if (await this.ledger.take(this.keyOf(networkOf(address)), this.rule)) return;
    throw new Refusal('TOO_MANY_REQUESTS', this.rule.words);
  }
}

/** The limits of one server. */
export interface EntryLimits {
  join: EntryLimit;
  signIn: EntryLimit;
  ask: EntryLimit;
  /** How often a link that needs no account may be tried. */
  approvalLink: EntryLimit;
  /** How often an invite link may be tried. */
  roleLink: EntryLimit;
  /** How often a link to a wall may be tried. */
  watchLink: EntryLimit;
  /** How often a receipt of a place may be tried. */
  seatLink: EntryLimit;
  /** How often strangers ask, and vote for questions. */
  question: EntryLimit;
  questionVote: EntryLimit;
  /** How often strangers suggest, and how often a receipt of that may be tried. */
  suggestion: EntryLimit;
  suggestionLink: EntryLimit;
}

/**
 * The limits over a ledger, which sees no address: `hash` makes a key of a network, and is the same at all servers
 * and useless without the secret. Without them, the limits of this process alone.
 */
export function createEntryLimits(shared?: {
  ledger: EntryLedger;
  hash(network: string, purpose: string): string;
}): EntryLimits {
  const limit = (name: keyof EntryLimits, rule: EntryRule) =>
    shared
      ? new EntryLimit(rule, shared.ledger, (network) => shared.hash(network, `entry ${name}`))
      : new EntryLimit(rule);
  return {
    join: limit('join', PEOPLE),
    signIn: limit('signIn', PEOPLE),
    ask: limit('ask', ASKS),
    approvalLink: limit('approvalLink', PEOPLE),
    roleLink: limit('roleLink', PEOPLE),
    watchLink: limit('watchLink', WALLS),
    seatLink: limit('seatLink', RECEIPTS),
    question: limit('question', QUESTIONS),
    questionVote: limit('questionVote', QUESTION_VOTES),
    suggestion: limit('suggestion', SUGGESTIONS),
    suggestionLink: limit('suggestionLink', RECEIPTS),
  };
}
