import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress, countedAddress, readTrustedProxies } from './client-address.ts';

function from(peer: string, forwardedFor?: string): IncomingMessage {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return { headers, socket: { remoteAddress: peer } } as unknown as IncomingMessage;
}

const ofOne = readTrustedProxies('1');
const ofTwo = readTrustedProxies('2');
const ofNetworks = readTrustedProxies('10.0.0.0/8, fd00::/8, 198.51.100.7');

test.each([
  ['without a trusted proxy nobody is believed', from('10.0.0.1', '203.0.113.7'), undefined, '10.0.0.1'],
  ['one proxy says whom it heard', from('10.0.0.1', '203.0.113.7'), ofOne, '203.0.113.7'],
  ['what a visitor wrote comes before it', from('10.0.0.1', '1.2.3.4, 203.0.113.7'), ofOne, '203.0.113.7'],
  ['two proxies', from('10.0.0.1', '1.2.3.4, 203.0.113.7, 10.0.0.2'), ofTwo, '203.0.113.7'],
  ['fewer words than proxies', from('10.0.0.1', '203.0.113.7'), ofTwo, '203.0.113.7'],
  ['no word at all', from('10.0.0.1'), ofOne, '10.0.0.1'],
  ['a word that is no address', from('10.0.0.1', '203.0.113.7, unknown'), ofTwo, '10.0.0.1'],
  ['a port is left aside', from('10.0.0.1', '203.0.113.7:4711'), ofOne, '203.0.113.7'],
  ['also of IPv6', from('10.0.0.1', '[2001:db8::1]:4711'), ofOne, '2001:db8::1'],
  ['proxies by network', from('::ffff:10.0.0.1', '1.2.3.4, 203.0.113.7, fd00::5'), ofNetworks, '203.0.113.7'],
  ['a stranger who calls himself a proxy', from('203.0.113.9', '1.2.3.4'), ofNetworks, '203.0.113.9'],
])('%s', (_what, request, trusted, address) => {
  expect(clientAddress(request, trusted)).toBe(address);
});

test.each([
  ['a visitor from outside', from('203.0.113.7'), undefined, '203.0.113.7'],
  ['a private peer, which may be a proxy', from('10.0.0.1'), undefined, undefined],
  ['what a private peer says without being trusted', from('10.0.0.1', '203.0.113.7'), undefined, undefined],
  ['a private visitor through a trusted proxy', from('10.0.0.1', '172.18.0.1'), ofOne, '172.18.0.1'],
  ['this machine through a trusted proxy', from('10.0.0.1', '127.0.0.1'), ofOne, '127.0.0.1'],
  [
    'a private visitor through proxies by network',
    from('10.0.0.1', '192.168.1.9'),
    ofNetworks,
    '192.168.1.9',
  ],
  ['a proxy that says nothing', from('10.0.0.1'), ofOne, undefined],
])('who bears the limits: %s', (_what, request, trusted, address) => {
  expect(countedAddress(request, trusted)).toBe(address);
});

test('mutant: who leaves out all private addresses waves visitors through', () => {
  const mutant = (request: IncomingMessage) => {
    const address = clientAddress(request, ofOne);
    return address?.startsWith('172.') ? undefined : address;
  };
  const visitor = from('10.0.0.1', '172.18.0.1');
  expect(mutant(visitor)).not.toBe(countedAddress(visitor, ofOne));
});

test.each(['0', '10', 'yes', '', '10.0.0.0/33', '10.0.0.0/8/8', 'fd00::/129', '10.0.0.1,'])(
  'no setting: %s',
  (text) => expect(readTrustedProxies(text)).toBeUndefined(),
);

test('mutant: who reads the list from its beginning believes the visitor', () => {
  const fromTheBeginning = (request: IncomingMessage) =>
    String(request.headers['x-forwarded-for']).split(',')[0]?.trim();
  const forged = from('10.0.0.1', '1.2.3.4, 203.0.113.7');
  expect(fromTheBeginning(forged)).not.toBe(clientAddress(forged, ofOne));
});
