import { BlockList, isIP, isIPv6 } from 'node:net';

/** How wide a network is: an IPv4 address or a /64 of IPv6; a /56; a /48. */
export type NetworkLevel = 'home' | 'customer' | 'site';

export interface Network {
  level: NetworkLevel;
  network: string;
}

/**
 * The networks that somebody at an address may have all to themselves, the smallest first. IPv4 has one level, since
 * its addresses are scarce. None for private addresses, which stand for whoever is behind a proxy.
 */
export function networksOf(address: string | undefined): Network[] {
  const plain = address?.split('%')[0]?.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  if (plain === undefined || isIP(plain) === 0 || isPrivate(plain)) return [];
  if (!isIPv6(plain)) return [{ level: 'home', network: plain }];
  const [one = 0, two = 0, three = 0, four = 0] = groupsOf(plain);
  const site = [one, two, three].map((group) => group.toString(16)).join(':');
  return [
    { level: 'home', network: `${site}:${four.toString(16)}` },
    { level: 'customer', network: `${site}:${(four & 0xff00).toString(16)}/56` },
    { level: 'site', network: `${site}/48` },
  ];
}

/** The eight groups of an IPv6 address; what an IPv4 part at its end says does not matter here. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.replace(/:\d+\.\d+\.\d+\.\d+$/, ':0:0').split('::');
  const read = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16));
  const [before, after] = [read(head), read(tail ?? '')];
  const zeros = tail === undefined ? [] : Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...zeros, ...after];
}

function isPrivate(address: string): boolean {
  const list = new BlockList();
  if (isIPv6(address)) {
    list.addAddress('::1', 'ipv6');
    list.addSubnet('fc00::', 7, 'ipv6');
    return list.check(address, 'ipv6');
  }
  list.addSubnet('127.0.0.0', 8);
  list.addSubnet('10.0.0.0', 8);
  list.addSubnet('172.16.0.0', 12);
  list.addSubnet('192.168.0.0', 16);
  return list.check(address);
}
