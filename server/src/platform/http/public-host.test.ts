import { expect, test } from 'vitest';
import { onlyPublic, sendPush } from '../push/push-carrier.ts';
import { isPublicAddress } from './public-host.ts';

test.each(['8.8.8.8', '172.32.0.1', '100.63.0.1', '2a00:1450:4001::1', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    'nonsense',
  ],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('a name that leads into a private network is not connected to', async () => {
  const error = await new Promise((resolve) => onlyPublic('localhost', {}, (failure) => resolve(failure)));
  expect(error).toMatchObject({ reason: 'PUSH_PRIVATE_HOST', isFinal: true });
  await expect(sendPush('https://localhost/', {})).rejects.toMatchObject({ reason: 'PUSH_PRIVATE_HOST' });
});
