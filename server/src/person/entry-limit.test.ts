import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { EntryLimit } from './entry-limit.ts';

const MINUTE = 60_000;

test('thirty may enter at once, the next is refused, and one more may enter after twenty seconds', () => {
  let now = 0;
  const limit = new EntryLimit(() => now);
  for (let i = 0; i < 30; i++) limit.count('203.0.113.7');
  expect(() => limit.count('203.0.113.7')).toThrow(Refusal);
  now += MINUTE / 3;
  limit.count('203.0.113.7');
  expect(() => limit.count('203.0.113.7')).toThrow(/your network/);
  now += 60 * MINUTE;
  for (let i = 0; i < 30; i++) limit.count('203.0.113.7');
  expect(() => limit.count('203.0.113.7')).toThrow(Refusal);
});

test('each address counts for itself, an IPv6 network of 64 bits as one', () => {
  const limit = new EntryLimit(() => 0);
  for (let i = 0; i < 30; i++) limit.count(`2001:db8:1:2::${i.toString(16)}`);
  expect(() => limit.count('2001:db8:1:2:ffff::1')).toThrow(Refusal);
  limit.count('2001:db8:1:3::1');
  limit.count('203.0.113.7');
  limit.count('::ffff:203.0.113.8');
});

test.each(['127.0.0.1', '::1', '::ffff:10.1.2.3', '192.168.1.20', 'fd00::1', undefined])(
  'a private address, which may be a proxy, is not counted: %s',
  (address) => {
    const limit = new EntryLimit(() => 0);
    for (let i = 0; i < 100; i++) limit.count(address);
  },
);

test('addresses that were quiet longest are forgotten first', () => {
  const limit = new EntryLimit(() => 0);
  for (let i = 0; i < 30; i++) limit.count('203.0.113.7');
  for (let i = 0; i < 10_000; i++) limit.count(`198.51.${i >> 8}.${i & 255}`);
  limit.count('203.0.113.7');
});
