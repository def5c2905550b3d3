import { type BeforeNavigate, goto, preloadData } from '$app/navigation';
import { isKept } from '#web/browser/kept-pages.ts';
import { serverAnswers } from '#web/browser/network-failure.ts';

/** How often a server that did not answer is asked again (ms), somewhat apart for everybody. */
const askAgainEvery = 4_000;
/** What a proxy says of a server that is not there, and the server of a database. */
const awayStatuses = new Set([502, 503, 504]);

/**
 * Lets the page go only for one that has come. Kit gives a page that it cannot load to the browser, and the browser
 * shows its own error page: what was on the screen, and what was typed, would be gone.
 */
export class Leaving {
  /** How often the way to another page was closed. */
  stayed = $state(0);
  /** Since when the server does not answer although the device has a network; null while nobody knows of that. */
  since = $state<string | null>(null);
  readonly #now: () => number;
  #asked = 0;
  /** The address that has come and may be gone to. */
  #ready = '';
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** For `beforeNavigate`. */
  before = (navigation: BeforeNavigate): void => {
    const { cancel, shallow, to, type, willUnload } = navigation;
    if (shallow || !to || type === 'leave' || to.url.origin !== location.origin) return;
    if (!navigator.onLine) {
      cancel();
      void isKept(to.url.pathname).then((kept) => {
        if (kept) location.assign(to.url);
        else this.stayed += 1;
      });
      return;
    }
    const { href } = to.url;
    if (href === this.#ready) {
      this.#ready = '';
      return;
    }
    if (navigation.type !== 'link' && navigation.type !== 'popstate') return;
    cancel();
    if (navigation.type === 'popstate') standStill();
    const turn = (this.#asked += 1);
    void (willUnload ? asWhole() : fetched(href)).then((way) => {
      // Another way was taken meanwhile.
      if (turn !== this.#asked) return;
      if (way === 'none') {
        if (navigation.type === 'popstate') history.go(-navigation.delta);
        return this.#stay();
      }
      this.#arrived();
      this.#ready = href;
      if (way === 'whole') location.assign(href);
      // The browser is there already, and Kit hears of it again.
      else if (navigation.type === 'popstate')
        dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
      else void goto(href, optionsOf(navigation.event)).catch(() => location.assign(href));
    });
  };

  close(): void {
    this.#asked += 1;
    clearTimeout(this.#again);
  }

  #stay(): void {
    this.since ??= new Date(this.#now()).toISOString();
    this.stayed += 1;
    this.#askLater();
  }

  #askLater(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(
      async () => {
        if (await serverAnswers()) this.#arrived();
        else if (this.since) this.#askLater();
      },
      askAgainEvery * (0.5 + Math.random()),
    );
  }

  #arrived(): void {
    clearTimeout(this.#again);
    this.since = null;
  }
}

/**
 * Who goes back is at the other address before anybody is asked, and Kit turns them round when that is called off: the
 * address would go back, forth, and back again. They stand still until it is known whether the page comes.
 */
function standStill(): void {
  const { go } = history;
  history.go = () => {};
  queueMicrotask(() => (history.go = go));
}

/** How a page can be gone to: it has come and is kept for whoever goes there next, the browser may load it, or not. */
type Way = 'come' | 'whole' | 'none';

async function fetched(href: string): Promise<Way> {
  try {
    const result = await preloadData(href);
    if (result.type === 'redirect') return 'come';
    const offline = result.type === 'error' && result.error.offline;
    // A module that did not come once does not come again to this document, though the server is back.
    return offline || awayStatuses.has(result.status) ? await asWhole() : 'come';
  } catch {
    // An address that is no page of ours is the browser's business.
    return asWhole();
  }
}

async function asWhole(): Promise<Way> {
  return (await serverAnswers()) ? 'whole' : 'none';
}

/** What the link says of how to go. */
function optionsOf(event: Event): Parameters<typeof goto>[1] {
  const link = (event.target as Element | null)?.closest('a');
  const says = (name: string) => link?.closest(`[data-sveltekit-${name}]`) != null;
  return { reset: !says('reset="false"'), replace: says('replacestate') };
}
