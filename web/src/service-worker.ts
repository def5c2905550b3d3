import { push as english } from './messages/en/notices.json';

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
const language = new URL(scope.location.href).searchParams.get('lang') ?? 'en';

scope.addEventListener('push', (event) => {
  event.waitUntil(show());
});

async function show(): Promise<void> {
  const words = await wordsHere();
  // One tag: the next one takes the place of one that was not looked at.
  const options = { body: words.body, icon: '/icon.svg', tag: 'news' };
  await scope.registration.showNotification(words.title, options);
}

/** In the language that was chosen where push was switched on; in English where that cannot be read now. */
async function wordsHere(): Promise<typeof english> {
  if (language === 'en') return english;
  try {
    const answer = await fetch(`/words/${encodeURIComponent(language)}/notices`);
    if (!answer.ok) return english;
    return ((await answer.json()) as { push: typeof english }).push;
  } catch {
    return english;
  }
}

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openNotices());
});

async function openNotices(): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window' });
  const there = open.find(({ url }) => new URL(url).pathname === '/me/notices');
  await (there ? there.focus() : scope.clients.openWindow('/me/notices'));
}
