import { canKeep, KEPT_AT, KEPT_CACHE, KEPT_PATHS, KEPT_WORDS, OWNER } from './kept-pages.ts';

/** Whoever goes back and forth does not have each page made twice. */
const AGAIN_MS = 60_000;

/** Keeps a page anew for `owner`, if it is one of those that are kept. What comes for somebody else is not kept. */
export async function keepPageFor(
  owner: string,
  path: string,
  { worker, words }: { worker: string; words: string },
): Promise<void> {
  if (!canKeep() || !KEPT_PATHS.includes(path)) return;
  try {
    await registerOnce(worker);
    const cache = await caches.open(KEPT_CACHE);
    const at = Number((await cache.match(path))?.headers.get(KEPT_AT) ?? 0);
    if (Date.now() - at < AGAIN_MS) return;
    const answer = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok || answer.redirected) return;
    const html = await answer.text();
    const headers = new Headers(answer.headers);
    headers.set(KEPT_AT, String(Date.now()));
    headers.set(KEPT_WORDS, encodeURIComponent(words));
    // Its length and packing were those of the answer.
    for (const name of ['content-length', 'content-encoding', 'etag', 'set-cookie']) headers.delete(name);
    // They may have signed out here, or in another window, while it was on its way.
    if ((await (await cache.match(OWNER))?.text()) !== owner || !(await caches.has(KEPT_CACHE))) return;
    await cache.put(path, new Response(html, { headers }));
  } catch {
    // Without it there is nothing to read offline, and all else works.
  }
}

/** A worker that is there is renewed by the browser; to ask again while a server restarts would only fail. */
async function registerOnce(worker: string): Promise<void> {
  const there = await navigator.serviceWorker.getRegistration();
  const script = (there?.active ?? there?.waiting ?? there?.installing)?.scriptURL;
  if (script === new URL(worker, location.href).href) return;
  await navigator.serviceWorker.register(worker, { type: 'module' });
}
