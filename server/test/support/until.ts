import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until `condition` gives something true and returns it; asks every few milliseconds. Use it in place of
 * a fixed sleep. Fails after `limitMs` with what was waited for.
 */
export async function until<T>(
  waitedFor: string,
  condition: () => T | Promise<T>,
  limitMs = 15_000,
): Promise<NonNullable<T>> {
  const giveUpAt = Date.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${limitMs} ms in vain for: ${waitedFor}`);
    await delay(10);
  }
}
