import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet: nothing that people type may make the server ask there. */
const PRIVATE_NETWORKS = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Only 2000::/3 is handed out; within it, what carries or stands for other networks.
  ['::', 3, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
] as const;

/** Whether an IP address is on the public internet. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const version = isIP(plain);
  if (version === 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  // One list holds one family: an IPv4 address is also looked for among IPv6 networks, as `::ffff:…`.
  const list = new BlockList();
  for (const [network, prefix, of] of PRIVATE_NETWORKS)
    if (of === family) list.addSubnet(network, prefix, of);
  return !list.check(plain, family);
}

/** Whether a host name, as a URL has it, may be on the public internet; where it leads shows when it is asked. */
export function isPublicHost(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address)) return isPublicAddress(address);
  return (
    hostname.includes('.') &&
    !/(^|\.)(localhost|local|internal|home|lan|test|example|invalid|onion)\.?$/.test(hostname)
  );
}
