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

/**
 * After what the browser has to do meanwhile, in its order: what `scheduler.yield` gives back comes before all that the
 * line has brought, and the page would be live last of all. Timers are held back to one a second where nobody sees them.
 */
async function nextTurn(): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const turn = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', turn, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
