/*
 * The start page and "My cards" as somebody signed in last saw them, for a moment without a network. Kept by the page,
 * shown by `service-worker.ts`, and only for as long as the same person is signed in here.
 */

export const KEPT_CACHE = 'strikeboard-kept';
export const KEPT_PATHS: readonly string[] = ['/', '/me'];
/** When it was kept, by this device's clock (ms). */
export const KEPT_AT = 'x-kept-at';
/** What it says on top, in the language in which it was kept: `{{when}}` stands for the moment. */
export const KEPT_WORDS = 'x-kept-words';
/** What is older is not shown any more, and goes. */
export const KEPT_MS = 3 * 24 * 3_600_000;
/** Under which stands for whom they are kept. */
export const OWNER = '/kept-for';

/** Only over https, and in some private windows not at all. */
export const canKeep = () => 'caches' in globalThis && 'serviceWorker' in navigator;

/** Takes away what is kept: at once when somebody signs out, before anything else can fail. */
export async function forgetPages(): Promise<void> {
  if (canKeep()) await caches.delete(KEPT_CACHE).catch(() => false);
}

/** Takes away what was kept for somebody else; `owner` is who is signed in now, null for nobody. */
export async function keepOnlyFor(owner: string | null): Promise<void> {
  if (!canKeep()) return;
  try {
    if (owner === null) return await forgetPages();
    const before = await (await caches.open(KEPT_CACHE)).match(OWNER);
    if ((await before?.text()) === owner) return;
    await forgetPages();
    await (await caches.open(KEPT_CACHE)).put(OWNER, new Response(owner));
  } catch {
    // A browser that keeps nothing has nothing to take away.
  }
}

/** Whether a page can be had without a network. */
export async function isKept(path: string): Promise<boolean> {
  if (!canKeep() || !KEPT_PATHS.includes(path)) return false;
  try {
    return (await (await caches.open(KEPT_CACHE)).match(path)) !== undefined;
  } catch {
    return false;
  }
}

const BANNER = 'kept-page';

/** What stands on top of a page that was kept, for the worker to write. */
export const keptBanner = (words: string) =>
  `<p id="${BANNER}" role="status" class="hatch" style="margin:0;padding:0.6rem 1rem">${words}</p>`;

/** Whether this very page is one that was kept: then it is made anew as soon as there is a network. */
export function watchKeptPage(): () => void {
  if (!document.getElementById(BANNER)) return () => undefined;
  const again = () => location.reload();
  addEventListener('online', again);
  return () => removeEventListener('online', again);
}

/** Another page stands here now. */
export function leftKeptPage(): void {
  document.getElementById(BANNER)?.remove();
}
