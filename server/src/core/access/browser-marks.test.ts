import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createVault } from '../../platform/vault/vault.ts';
import { rememberHere, wasHere } from './browser-marks.ts';

const services = { config: { publicUrl: 'https://board.example.org' }, vault: createVault('x'.repeat(32)) };
type Keys = Parameters<typeof wasHere>[0];
const keys = services as unknown as Keys;
const browser = (cookie?: string) => ({ headers: { cookie } }) as IncomingMessage;
/** A browser after it took a cookie. */
const after = (setCookie: string) => browser(`lang=en; ${setCookie.split(';')[0]!}`);

test('a browser remembers everybody who was signed in on it, and nobody else', () => {
  let mine = browser();
  for (const person of ['ana', 'bela', 'ana']) mine = after(rememberHere(keys, mine, person));
  const was = wasHere(keys, mine);
  expect(['ana', 'bela', 'carla'].map(was)).toEqual([true, true, false]);
  expect(wasHere(keys, browser())('ana')).toBe(false);
});

test('what it carries names nobody, means nothing to another server’s secret, and is kept from scripts', () => {
  const cookie = rememberHere(keys, browser(), 'ana');
  expect(cookie).not.toContain('ana');
  expect(cookie).toMatch(/^__Host-strikeboard-seen=.*; HttpOnly; SameSite=Lax; Secure$/);
  const other = { ...services, vault: createVault('y'.repeat(32)) } as unknown as Keys;
  expect(wasHere(other, after(cookie))('ana')).toBe(false);
});

test('what is damaged counts as nothing, and a long list forgets who was here first', () => {
  expect(wasHere(keys, browser('__Host-strikeboard-seen=..;'))('ana')).toBe(false);
  let mine = browser();
  for (let person = 0; person < 30; person += 1) mine = after(rememberHere(keys, mine, `person ${person}`));
  expect(wasHere(keys, mine)('person 29')).toBe(true);
  expect(wasHere(keys, mine)('person 0')).toBe(false);
  expect(rememberHere(keys, mine, 'one more').length).toBeLessThan(1000);
});
