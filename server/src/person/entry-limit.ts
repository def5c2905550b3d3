import { BlockList, isIPv6 } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Refusal } from '../refusal.ts';

/** A hall behind one address may enter at once; a program that makes people by the thousand may not. */
const ENTRIES = 30;
const WINDOW_MS = 10 * 60_000;
/** Addresses remembered at most, about 1 MB; past it, those that were quiet longest are forgotten. */
const MAX_ADDRESSES = 10_000;

/**
 * How often one client address may join or sign in: 30 at once, then one each 20 seconds. Kept in memory, so
 * each server process counts alone and forgets when it restarts: a brake, not a lock. Private addresses are not
 * counted: behind a proxy they stand for all visitors together, and the proxy's own limit has to serve there.
 */
export class EntryLimit {
  private readonly clients = new Map<string, { left: number; at: number }>();
  private readonly now: () => number;

  /** `now` gives milliseconds that never go back. */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** Counts one entry from the peer's address. Refuses when too many came before. */
  count(address: string | undefined): void {
    if (address === undefined || isPrivate(address)) return;
    const client = networkOf(address);
    const left = this.left(client);
    if (left < 1) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        'Many people came in from your network just now. Wait a minute, then try again.',
      );
    }
    this.clients.delete(client);
    this.clients.set(client, { left: left - 1, at: this.now() });
    // A map keeps the order of insertion: the first is the one that has been quiet longest.
    if (this.clients.size > MAX_ADDRESSES) this.clients.delete(this.clients.keys().next().value!);
  }

  private left(client: string): number {
    const known = this.clients.get(client);
    if (!known) return ENTRIES;
    return Math.min(ENTRIES, known.left + ((this.now() - known.at) * ENTRIES) / WINDOW_MS);
  }
}

/** The limits of one server. */
export interface EntryLimits {
  join: EntryLimit;
  signIn: EntryLimit;
  /** How often a link that needs no account may be tried. */
  approvalLink: EntryLimit;
}

export function createEntryLimits(): EntryLimits {
  return { join: new EntryLimit(), signIn: new EntryLimit(), approvalLink: new EntryLimit() };
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
