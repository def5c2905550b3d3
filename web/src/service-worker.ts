import { push as en } from './messages/en/notices.json';
import { push as es } from './messages/es/notices.json';

/*
 * Shows that there is something new. A push message carries nothing: what it is about is read in the app, by
 * whoever may. Keeps no pages, so that nobody sees an old board.
 */

interface Shown {
  close(): void;
}
interface PushScope {
  location: { href: string };
  registration: { showNotification(title: string, options: object): Promise<void> };
  clients: {
    matchAll(which: object): Promise<{ url: string; focus(): Promise<unknown> }[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(
    kind: 'push' | 'notificationclick',
    listener: (event: { waitUntil(work: Promise<unknown>): void; notification: Shown }) => void,
  ): void;
}

const scope = globalThis as unknown as PushScope;
const words = new URL(scope.location.href).searchParams.get('lang') === 'es' ? es : en;

scope.addEventListener('push', (event) => {
  // One tag: the next one takes the place of one that was not looked at.
  const options = { body: words.body, icon: '/icon.svg', tag: 'news' };
  event.waitUntil(scope.registration.showNotification(words.title, options));
});

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openNotices());
});

async function openNotices(): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window' });
  const there = open.find(({ url }) => new URL(url).pathname === '/me/notices');
  await (there ? there.focus() : scope.clients.openWindow('/me/notices'));
}
