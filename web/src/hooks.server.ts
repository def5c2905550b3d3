import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { ApiFailure, ApiUnavailable, ApiUnreachable } from '#web/api/api.ts';
import { compressPage } from '#web/frame/compress-page.server.ts';
import { withFragmentBack } from '#web/frame/link-secret.ts';
import { isTheme, themeCookie } from '#web/frame/theme.ts';
import { isTimeZone, timeZoneCookie } from '#web/time/time-zone.ts';
import { chooseLanguage, languageCookie } from '#web/words/languages.ts';
import { allLanguages } from '#web/words/load-messages.server.ts';

/** What a request id may look like when it comes from outside; everything else gets a new one. */
const requestIdShape = /^[\w-]{8,64}$/;

/** With which Kit's own script begins. */
const startsPage = /\bimport\("[^"]*\/entry\/start\.[^"]*"\)/;

const oneYear = 365 * 24 * 3600;

export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, locals, request, url } = event;

  // `?lang=es` works in a printed link and without JavaScript: keep the choice, then show the clean address.
  const wanted = url.searchParams.get('lang');
  const languages = allLanguages();
  if (wanted !== null && languages.includes(wanted) && request.method === 'GET') {
    const clean = new URL(url);
    clean.searchParams.delete('lang');
    const headers = new Headers({
      // Only path and query: the redirect can never leave this host.
      location: samePath(clean) + clean.search,
      'cache-control': 'private, no-store',
    });
    // Kit adds what `cookies.set` sets only to answers that it makes itself.
    headers.append(
      'set-cookie',
      cookies.serialize(languageCookie, wanted, {
        path: '/',
        maxAge: oneYear,
        httpOnly: false,
        secure: url.protocol === 'https:',
        sameSite: 'lax',
      }),
    );
    return new Response(null, { status: 303, headers });
  }

  const meant = withFragmentBack(url.pathname);
  if (meant)
    return new Response(null, { status: 303, headers: { location: meant, 'cache-control': 'no-store' } });

  const theme = cookies.get(themeCookie);
  const timeZone = cookies.get(timeZoneCookie);
  const requestId = request.headers.get('x-request-id');
  locals.language = chooseLanguage(
    languages,
    cookies.get(languageCookie),
    request.headers.get('accept-language'),
  );
  locals.theme = isTheme(theme) ? theme : 'auto';
  locals.timeZone = isTimeZone(timeZone) ? timeZone : null;
  locals.requestId = requestId && requestIdShape.test(requestId) ? requestId : crypto.randomUUID();

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replaceAll('%strikeboard.language%', locals.language)
        .replace('%strikeboard.theme%', locals.theme)
        // The first view needs no script: its text and font come first on a slow line, and are drawn before one runs.
        .replaceAll(' rel="modulepreload"', ' rel="modulepreload" fetchpriority="low"')
        .replace(startsPage, 'firstPaint.then(() => $&)'),
    // The one font file every page needs; the others are fetched only where a text uses them.
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && path.includes('archivo-first')),
  });
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    // Every page depends on who asks, in which language; none may stay in a shared cache, and what somebody signed in
    // saw, or a secret link opened, not on the disk of a machine that others use after him.
    const stays = isOpenPage(event.url.pathname) && !isSignedIn(request.headers.get('cookie'));
    response.headers.set('cache-control', stays ? 'private, no-cache' : 'private, no-store');
    response.headers.append('vary', 'cookie, accept-language');
  }
  // The frame that somebody asked for, and nothing else of others.
  const policy = response.headers.get('content-security-policy');
  if (policy && locals.frameFrom)
    response.headers.set('content-security-policy', `${policy}; frame-src ${locals.frameFrom}`);
  // A board that restarts is back within seconds; machines come again then, and people press the button.
  if (response.status === 503) response.headers.set('retry-after', '5');
  return compressPage(request, response);
};

/** Whether a page shows nothing that a secret opens or gives. */
function isOpenPage(pathname: string): boolean {
  return !/^\/(approve|ask|need-help|join|sign-in|me|desk|assessment|unsubscribe|e\/[^/]+\/(seat|feedback))(\/|$)|\/wall(\/|$)/.test(
    pathname,
  );
}

/** A cookie of a session, whether it still runs or not. */
function isSignedIn(cookies: string | null): boolean {
  return /(?:^|; *)(?:__Host-)?strikeboard=./.test(cookies ?? '');
}

/** A path that starts with exactly one slash: `//evil.example` would be another host in a Location header. */
function samePath(url: URL): string {
  return '/' + url.pathname.replace(/^\/+/, '');
}

/** What `load` asks of the server itself: the API, and boards as bytes. */
const inside = /^\/(graphql$|boards\/)/;

/**
 * Sends what `load` asks of the server to the socket this very request came in on, with the visitor's cookie:
 * the public address may not be reachable from inside (proxy, container, another name).
 */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || !inside.test(url.pathname)) return fetch(request);

  const socket = event.platform?.req?.socket;
  const address = socket?.localPort
    ? new URL(url.pathname, `http://${inBrackets(socket.localAddress ?? '127.0.0.1')}:${socket.localPort}`)
    : url;
  const headers = new Headers(request.headers);
  for (const name of ['cookie', 'user-agent', 'accept-language', 'traceparent']) {
    const value = event.request.headers.get(name);
    if (value) headers.set(name, value);
  }
  headers.set('x-request-id', event.locals.requestId);
  // Whose limits bear it: all visitors come from this machine, as the API sees it.
  const asked: object | undefined = event.platform?.req;
  if (asked && 'pass' in asked && typeof asked.pass === 'string')
    headers.set('x-strikeboard-pass', asked.pass);
  // The global fetch: Kit's own would look for a page at this path and find none.
  return globalThis.fetch(address, {
    method: request.method,
    headers,
    ...(request.method !== 'GET' && { body: await request.text() }),
  });
};

function inBrackets(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

export const handleError: HandleServerError = (caught) => {
  const { requestId } = caught.event.locals;
  // The server has told its log of it, once for all who ask.
  if (caught.kind === 'unknown' && caught.error instanceof ApiUnavailable)
    return { status: 503, message: 'The board is restarting', requestId };
  // An address that holds what no address of ours does, such as a cut cursor, leads nowhere.
  if (
    caught.kind === 'unknown' &&
    caught.error instanceof ApiFailure &&
    caught.error.code === 'INVALID_INPUT'
  )
    return { status: 404, message: 'Not found', requestId };
  // Pages that are missing or refused were answered on purpose; the rest belongs in the log.
  if (caught.kind !== 'unknown') return { requestId };
  // In the server's own log, which keeps nothing that a person typed; in development there is none.
  const request: object | undefined = caught.event.platform?.req;
  const reports = request && 'reportFault' in request && typeof request.reportFault === 'function';
  if (reports) (request.reportFault as (error: unknown) => void)(caught.error);
  else console.error(`request ${requestId} failed`, caught.error);
  if (caught.error instanceof ApiUnreachable)
    return { status: 503, message: 'The board is restarting', requestId };
  return { message: 'Something broke on our side', requestId };
};
