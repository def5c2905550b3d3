import { expect, test } from 'vitest';
import { isWithin, networkOf, networksOf, privateNetworks } from './network.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff::9', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['nobody', 'nobody'],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

test('a wider network where that is asked for', () => {
  expect(networkOf('2001:db8:1:2::1', 48)).toBe('2001:db8:1::/48');
  expect(networkOf('2001:db8:1:2345::1', 56)).toBe('2001:db8:1:2300::/56');
  expect(networkOf('203.0.113.7', 48)).toBe('203.0.113.7');
});

test('all networks that may be one person’s, the smallest first', () => {
  expect(networksOf('2001:db8:1:2345::1')).toEqual([
    { level: 'home', network: '2001:db8:1:2345::/64' },
    { level: 'customer', network: '2001:db8:1:2300::/56' },
    { level: 'site', network: '2001:db8:1::/48' },
  ]);
  for (const address of ['203.0.113.7', '::ffff:203.0.113.7', '10.1.2.3'])
    expect(networksOf(address)).toEqual([{ level: 'home', network: address.replace('::ffff:', '') }]);
});

test('what is private', () => {
  const networks = privateNetworks();
  for (const address of ['127.0.0.1', '::1', '::ffff:10.1.2.3', '192.168.1.20', 'fd00::1', 'fe80::1%eth0'])
    expect(isWithin(networks, address), address).toBe(true);
  for (const address of ['203.0.113.7', '2001:db8::1', '172.32.0.1', 'nobody', ''])
    expect(isWithin(networks, address), address).toBe(false);
});

test('mutant: who takes the text as it is counts one home as many', () => {
  const asText = (address: string) => address.split(':').slice(0, 4).join(':');
  expect(asText('2001:db8:1:2::1')).not.toBe(asText('2001:0db8:1:2::1'));
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:0db8:1:2::1'));
});
