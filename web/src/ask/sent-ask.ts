import { keep, readKept } from '#web/browser/storage.ts';

/**
 * The way back to the request that was sent from this browser: whoever forgets to keep the link finds it again here.
 * The secret opens the answers, so whoever shares a phone can take it away (the receipt says so).
 */
const KEY = 'strikeboard:sent-ask';

export const keepSentAsk = (token: string): boolean => keep(KEY, token);
export const sentAsk = (): string | null => readKept(KEY) || null;

/** Forgets the request on this device; with `token` only where it is that one. */
export function forgetSentAsk(token?: string): void {
  if (token === undefined || readKept(KEY) === token) keep(KEY, null);
}
