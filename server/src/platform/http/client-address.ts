import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { familyOf, isWithin, privateNetworks } from './network.ts';

/** Whose word about a visitor's address counts: so many proxies before us, or proxies at these addresses. */
export type TrustedProxies = { hops: number } | { networks: BlockList };

/** Reads a number from 1 to 9, or addresses and networks with commas between; undefined for anything else. */
export function readTrustedProxies(text: string): TrustedProxies | undefined {
  if (/^[1-9]$/.test(text)) return { hops: Number(text) };
  const networks = new BlockList();
  for (const part of text.split(',')) {
    const [address = '', prefix, ...rest] = part.trim().split('/');
    const family = familyOf(address);
    const longest = family === 'ipv6' ? 128 : 32;
    if (!family || rest.length > 0) return undefined;
    if (prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= longest)) return undefined;
    networks.addSubnet(address, prefix === undefined ? longest : Number(prefix), family);
  }
  return { networks };
}

/**
 * Where a request comes from: the peer, or what trusted proxies say of it in `X-Forwarded-For`. Each proxy adds
 * whom it heard at the end, so the list is read from there, and what a visitor wrote before is never reached.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: TrustedProxies | undefined,
): string | undefined {
  const peer = socket.remoteAddress;
  if (!trusted || peer === undefined) return peer;
  const said = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const told = said.split(',').map(withoutPort).reverse();
  let nearest = peer;
  for (const [index, address] of told.entries()) {
    const believed = 'hops' in trusted ? index < trusted.hops : isWithin(trusted.networks, nearest);
    if (!believed || isIP(address) === 0) break;
    nearest = address;
  }
  return nearest;
}

/**
 * Who bears the limits of a request: the client's address, also a private one that a trusted proxy told us of.
 * Undefined for a private peer of whom no trusted proxy says anything: it may be a proxy that nobody named as one
 * (TRUST_PROXY), and then it stands for all visitors together.
 */
export function countedAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: TrustedProxies | undefined,
  privatePeers: BlockList = privateNetworks(),
): string | undefined {
  const peer = request.socket.remoteAddress;
  const address = clientAddress(request, trusted);
  if (address === undefined) return undefined;
  return address === peer && isWithin(privatePeers, address) ? undefined : address;
}

/** Some proxies write the visitor's port too. */
function withoutPort(text: string): string {
  const trimmed = text.trim();
  return /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? trimmed.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}
