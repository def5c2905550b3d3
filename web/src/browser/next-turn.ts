/**
 * After what the browser has to do meanwhile, in its order: what `scheduler.yield` gives back comes before all that the
 * line has brought, and a page would be live last of all. Timers are held back to one a second where nobody sees them.
 */
export async function nextTurn(): Promise<void> {
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
