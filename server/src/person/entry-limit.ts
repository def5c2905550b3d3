import { BlockList, isIPv6 } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Refusal } from '../refusal.ts';

/** How many at once, in how long they are all there again, and what is said to one too many. */
export interface EntryRule {
  entries: number;
  windowMs: number;
  words: string;
}
/** A hall behind one address may enter at once; a program that makes people by the thousand may not. */
const PEOPLE: EntryRule = {
  entries: 30,
  windowMs: 10 * 60_000,
  words: 'Many people came in from your network just now. Wait a minute, then try again.',
};
/** Requests for help are rarer than people, and each costs a coordinator's time. */
const ASKS: EntryRule = {
  entries: 10,
  windowMs: 20 * 60_000,
  words: 'Many requests came from your network just now. Wait a few minutes, then try again.',
};
/** A screen whose connection comes and goes opens its wall again each time. */
const WALLS: EntryRule = {
  entries: 60,
  windowMs: 10 * 60_000,
  words: 'Many screens from your network opened a wall just now. Wait a minute, then try again.',
};
/** Addresses remembered at most, about 1 MB; past it, those that were quiet longest are forgotten. */
const MAX_ADDRESSES = 10_000;

/**
 * How often one client address may do a thing, such as join: 30 at once, then one each 20 seconds. Kept in memory, so
 * each server process counts alone and forgets when it restarts: a brake, not a lock. Private addresses are not
 * counted: behind a proxy they stand for all visitors together, and the proxy's own limit has to serve there.
 */
export class EntryLimit {
  private readonly clients = new Map<string, { left: number; at: number }>();
  private readonly now: () => number;
  private readonly rule: EntryRule;

  /** `now` gives milliseconds that never go back. */
  constructor(now: () => number = () => performance.now(), rule: EntryRule = PEOPLE) {
    this.now = now;
    this.rule = rule;
  }

  /** Counts one entry from the peer's address. Refuses when too many came before. */
  count(address: string | undefined): void {
    if (address === undefined || isPrivate(address)) return;
    const client = networkOf(address);
    const left = this.left(client);
    if (left < 1) {
      throw new Refusal('TOO_MANY_REQUESTS', this.rule.words);
    }
    this.clients.delete(client);
    this.clients.set(client, { left: left - 1, at: this.now() });
    // A map keeps the order of insertion: the first is the one that has been quiet longest.
    if (this.clients.size > MAX_ADDRESSES) this.clients.delete(this.clients.keys().next().value!);
  }

  private left(client: string): number {
    const { entries, windowMs } = this.rule;
    const known = this.clients.get(client);
    if (!known) return entries;
    return Math.min(entries, known.left + ((this.now() - known.at) * entries) / windowMs);
  }
}

/** The limits of one server. */
export interface EntryLimits {
  join: EntryLimit;
  signIn: EntryLimit;
  ask: EntryLimit;
  /** How often a link that needs no account may be tried. */
  approvalLink: EntryLimit;
  /** How often a link to a wall may be tried. */
  watchLink: EntryLimit;
}

export function createEntryLimits(): EntryLimits {
  return {
    join: new EntryLimit(),
    signIn: new EntryLimit(),
    ask: new EntryLimit(undefined, ASKS),
    approvalLink: new EntryLimit(),
    watchLink: new EntryLimit(undefined, WALLS),
  };
}

/** A home has a whole /64 of IPv6, and could take each of its addresses in turn. */
function networkOf(address: string): string {
  if (!isIPv6(address) || isMapped(address)) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - rest.length).fill('0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

function isMapped(address: string): boolean {
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address);
}

function isPrivate(address: string): boolean {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8);
  list.addSubnet('10.0.0.0', 8);
  list.addSubnet('172.16.0.0', 12);
  list.addSubnet('192.168.0.0', 16);
  list.addAddress('::1', 'ipv6');
  list.addSubnet('fc00::', 7, 'ipv6');
  const plain = isMapped(address) ? address.replace(/^::ffff:/i, '') : address;
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
