import { nextTurn } from '#web/browser/next-turn.ts';

/**
 * The pieces of the first page that still sleep, in the order in which they stand in it. Waking all of a page in one
 * breath keeps a cheap phone from answering for most of a second; between two pieces it hears what is pressed.
 */
const asleep = new Set<() => void>();

let isFirstPage = true;

/** Whether what is drawn now belongs to a page as it came from the server. */
export function isAsleep(): boolean {
  return isFirstPage;
}

/** Wakes a piece when its turn comes. Returns what forgets it. */
export function inTurn(wake: () => void): () => void {
  asleep.add(wake);
  return () => asleep.delete(wake);
}

/** Wakes piece by piece; `woken` is called after each. What is drawn afterwards is awake at once. */
export async function wakeAll(woken: () => Promise<void> | void): Promise<void> {
  for (const wake of asleep) {
    await nextTurn();
    // It may have left meanwhile.
    if (!asleep.delete(wake)) continue;
    try {
      wake();
    } catch (error) {
      // The others are not to sleep on for it.
      reportError(error);
    }
    await woken();
  }
  isFirstPage = false;
}

/** Another page is drawn whole. */
export function leaveFirstPage(): void {
  isFirstPage = false;
}
