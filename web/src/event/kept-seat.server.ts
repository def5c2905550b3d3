import type { Cookies } from '@sveltejs/kit';

/*
 * What stands behind the # of a receipt never comes to the server by itself. Where no script asks by it, somebody gives
 * the whole link into a form, and the browser keeps its secret: for the pages of that one event, for an hour, where no
 * script can read it. It stands in no address, so that no log and no other site hears of it.
 */

const NAME = 'strikeboard-seat';
/** How long a browser keeps it (s): others may use the same machine afterwards. */
const KEPT_SECONDS = 3600;
const SECRET = /^[\w-]{43}$/;

/** The secret of the receipt that this browser keeps for the event of the page; null for none. */
export function keptSeat(cookies: Cookies): string | null {
  const kept = cookies.get(NAME);
  return kept !== undefined && SECRET.test(kept) ? kept : null;
}

/** Makes the browser keep a receipt for the pages of its event. */
export function keepSeat(
  cookies: Cookies,
  { slug, secret, url }: { slug: string; secret: string; url: URL },
) {
  cookies.set(NAME, secret, {
    path: pathOf(slug),
    maxAge: KEPT_SECONDS,
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  });
}

/** Makes the browser forget it. */
export function forgetSeat(cookies: Cookies, slug: string): void {
  cookies.delete(NAME, { path: pathOf(slug) });
}

const pathOf = (slug: string) => `/e/${slug}`;
