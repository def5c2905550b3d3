import { expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { isPushService } from './push-services.ts';

const { pushServices } = readConfig({});

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
  'https://web.push.apple.com/abc',
])('%s is a push service', (endpoint) => expect(isPushService(endpoint, pushServices)).toBe(true));

test.each([
  'https://example.org/fcm.googleapis.com',
  'https://fcm.googleapis.com.evil.example/x',
  'https://evilpush.apple.com.example/x',
  'https://notpush.apple.com/x',
  'https://push.apple.com.evil.example/',
])('%s is none', (endpoint) => expect(isPushService(endpoint, pushServices)).toBe(false));

test('a house of its own names its own', () => {
  const own = readConfig({ PUSH_SERVICES: 'push.example.org, *.Push.example.com' }).pushServices;
  expect(isPushService('https://push.example.org/x', own)).toBe(true);
  expect(isPushService('https://a.push.example.com/x', own)).toBe(true);
  expect(isPushService('https://fcm.googleapis.com/x', own)).toBe(false);
});
