/** How long a worker may take to stand up (ms): one that never does would leave the button waiting for ever. */
const WORKER_WITHIN = 15_000;

/** What asking for push messages came to: a subscription, a person who said no, or a browser that could not. */
export type PushAnswer = PushSubscription | 'denied' | 'failed';

/** Whether this browser can be asked at all: without https, and in some private windows, nothing of it is there. */
export function hasPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
}

/** The subscription of this browser, or null; null as well where it lets nobody look. */
export async function currentPush(): Promise<PushSubscription | null> {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    return (await registration?.pushManager.getSubscription()) ?? null;
  } catch {
    return null;
  }
}

/** Asks the person, then the browser, for a subscription to messages under this key. */
export async function askForPush(key: string, worker: string): Promise<PushAnswer> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied';
    const registration = await navigator.serviceWorker.register(worker, { type: 'module' });
    await active(registration);
    return await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch {
    return 'failed';
  }
}

/** Ends a subscription. Where the browser does not, the server has already forgotten its address. */
export async function endPush(subscription: PushSubscription): Promise<void> {
  await subscription.unsubscribe().catch(() => false);
}

/** Waits for a worker that acts; `ready` itself would wait without end for one that cannot start. */
async function active(registration: ServiceWorkerRegistration): Promise<void> {
  if (registration.active) return;
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the worker did not start')), WORKER_WITHIN);
  });
  await Promise.race([navigator.serviceWorker.ready, late]);
}
