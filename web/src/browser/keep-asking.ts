import { isNetworkFailure, serverAnswers } from './network-failure.ts';

/** Why something is not here yet: nobody answers, or the server does and has not this (any more). */
export type Missing = 'away' | 'replaced';

/** Between tries (ms): at first and at most. A device that comes back is not waited for longer. */
const firstPause = 500;
const longestPause = 8_000;

/**
 * Asks for code that is fetched late, or for data, until it comes: on a line with a gap once is not enough. Says why
 * it waits by `missing`. Fails only by what is wrong with the thing itself, and once nobody waits any more.
 */
export async function keepAsking<T>(
  load: () => Promise<T>,
  { missing, signal }: { missing?: (why: Missing) => void; signal?: AbortSignal } = {},
): Promise<T> {
  for (let failures = 0; ;) {
    try {
      return await load();
    } catch (failure) {
      if (!(await isNetworkFailure(failure))) throw failure;
      failures += 1;
      // Once it may have been the gap itself that ended just now.
      const isReached = await serverAnswers();
      missing?.(isReached && failures > 1 ? 'replaced' : 'away');
      await comeBack(Math.min(longestPause, firstPause * 2 ** (failures - 1)), signal);
      signal?.throwIfAborted();
    }
  }
}

/** Fetches what somebody may want within a minute, one after the other, for as long as it takes. */
export async function fetchAhead(
  loads: readonly (() => Promise<unknown>)[],
  signal: AbortSignal,
): Promise<void> {
  for (const load of loads) {
    await keepAsking(load, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}

/** Waits so long (ms), or until the device says that it is back, or nobody waits any more. */
function comeBack(pause: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = new AbortController();
    const done = () => {
      clearTimeout(timer);
      wake.abort();
      resolve();
    };
    const timer = setTimeout(done, pause);
    addEventListener('online', done, { signal: wake.signal });
    signal?.addEventListener('abort', done, { signal: wake.signal });
  });
}
