import { BlockList, isIP, isIPv6 } from 'node:net';

const IPV6_GROUPS = 8;
const GROUP_BITS = 16;
/** What a home, or one phone, has of IPv6. */
const HOME_BITS = 64;
/** What a customer of a provider may have of it, and what one with a site of their own. */
const CUSTOMER_BITS = 56;
export const SITE_BITS = 48;

/** How wide a network is: an IPv4 address or a /64 of IPv6; a /56; a /48. */
export type NetworkLevel = 'home' | 'customer' | 'site';

/**
 * The network that an address is counted with, written in one way only: an IPv4 address by itself, also when it
 * comes as one of IPv6 (`::ffff:203.0.113.7`, `::ffff:cb00:7107`); of IPv6 the first `bits`, a multiple of 8. A home
 * has a whole /64, and could take each of its addresses in turn. What is no address is its own network.
 */
export function networkOf(address: string, bits: number = HOME_BITS): string {
  const bare = address.split('%', 1)[0] ?? '';
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [6, 7].flatMap((at) => [groups[at]! >> 8, groups[at]! & 0xff]).join('.');
  const kept = groups.slice(0, Math.ceil(bits / GROUP_BITS));
  const partly = bits % GROUP_BITS;
  if (partly > 0) kept.push(kept.pop()! & (0xffff << (GROUP_BITS - partly)) & 0xffff);
  return `${kept.map((group) => group.toString(16)).join(':')}::/${bits}`;
}

/** The networks that somebody at an address may have all to themselves, the smallest first. IPv4 has one: it is scarce. */
export function networksOf(address: string): { level: NetworkLevel; network: string }[] {
  const levels = { home: HOME_BITS, customer: CUSTOMER_BITS, site: SITE_BITS };
  const all = Object.entries(levels).map(([level, bits]) => ({
    level: level as NetworkLevel,
    network: networkOf(address, bits),
  }));
  return all.filter(({ network }, index) => all.findIndex((other) => other.network === network) === index);
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const numbers = (text: string) =>
    text
      .split(':')
      .filter(Boolean)
      .flatMap((part) => {
        if (!part.includes('.')) return [Number.parseInt(part, 16)];
        const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
        return [(a << 8) | b, (c << 8) | d];
      });
  const [head = '', tail] = address.split('::');
  const [before, after] = [numbers(head), numbers(tail ?? '')];
  return [...before, ...Array<number>(IPV6_GROUPS - before.length - after.length).fill(0), ...after];
}

/** Addresses of a house's own network, and of this machine. */
export function privateNetworks(): BlockList {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8);
  list.addSubnet('10.0.0.0', 8);
  list.addSubnet('172.16.0.0', 12);
  list.addSubnet('192.168.0.0', 16);
  list.addSubnet('169.254.0.0', 16);
  list.addAddress('::1', 'ipv6');
  list.addSubnet('fc00::', 7, 'ipv6');
  list.addSubnet('fe80::', 10, 'ipv6');
  return list;
}

/** Whether one of these networks holds an address. */
export function isWithin(networks: BlockList, address: string): boolean {
  const bare = address.split('%', 1)[0] ?? '';
  const plain = bare.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = familyOf(plain);
  return family !== undefined && networks.check(plain, family);
}

export function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  if (isIP(address) === 0) return undefined;
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
