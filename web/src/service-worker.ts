import { KEPT_AT, KEPT_CACHE, KEPT_MS, KEPT_PATHS, KEPT_WORDS, keptBanner } from './browser/kept-pages.ts';
import { push as english } from './messages/en/notices.json';

/*
 * Shows that there is something new. A push message carries nothing: what it is about is read in the app, by
 * whoever may. And shows the start page and "My cards" as they were kept, when there is no network: both say of when
 * they are. No other page, so that nobody takes an old board for the board.
 */

interface Shown {
  close(): void;
}
interface Fetching {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface PushScope {
  location: { href: string };
  registration: { showNotification(title: string, options: object): Promise<void> };
  clients: {
    matchAll(which: object): Promise<{ url: string; focus(): Promise<unknown> }[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(kind: 'fetch', listener: (event: Fetching) => void): void;
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

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOwn = origin === new URL(scope.location.href).origin;
  if (request.mode === 'navigate' && request.method === 'GET' && isOwn && KEPT_PATHS.includes(pathname))
    event.respondWith(fetch(request).catch(async (failure) => (await keptPage(pathname)) ?? raise(failure)));
});

function raise(failure: unknown): never {
  throw failure;
}

async function keptPage(path: string): Promise<Response | undefined> {
  const cache = await caches.open(KEPT_CACHE);
  const page = await cache.match(path);
  const at = Number(page?.headers.get(KEPT_AT));
  if (!page || Date.now() - at > KEPT_MS) {
    await cache.delete(path);
    return undefined;
  }
  const when = new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const words = decodeURIComponent(page.headers.get(KEPT_WORDS) ?? '{{when}}');
  const said = words.replace('{{when}}', when.format(at));
  const html = (await page.text()).replace(/<body[^>]*>/, (body) => body + keptBanner(said));
  return new Response(html, { headers: page.headers });
}

async function openNotices(): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window' });
  const there = open.find(({ url }) => new URL(url).pathname === '/me/notices');
  await (there ? there.focus() : scope.clients.openWindow('/me/notices'));
}
