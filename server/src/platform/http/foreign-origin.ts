import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';

/*
 * What pages of other sites may do here. They read what anybody may read, from wherever they are, and never as the
 * visitor in whose browser they run: cookies are taken off before anything looks at them, and no answer allows
 * credentials. With a token of its own such a page is that token, and nobody else.
 */

/** A request of a page of another site, or one of which a browser says so. */
interface ForeignRequest extends IncomingMessage {
  isForeign?: boolean;
}

export const FOREIGN_ORIGIN = 'FOREIGN_ORIGIN';
export const FOREIGN_WORDS = 'A page of another site changes nothing here without a token.';

/** The refusal of a change that a page of another site asks for. */
export function foreignOrigin(): GraphQLError {
  return new GraphQLError(FOREIGN_WORDS, { extensions: { code: FOREIGN_ORIGIN } });
}

/** What a page may read of an answer beside its body; browsers hide all other headers from it. */
const SHOWN = [
  ...['RateLimit', 'RateLimit-Policy', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
  ...['Retry-After', 'ETag', 'x-request-id'],
].join(', ');

/** How long a browser need not ask again whether it may ask (s): the longest that any of them keeps to. */
const PREFLIGHT_SECONDS = 86_400;

const HEADER_NAMES = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+(?:\s*,\s*[A-Za-z0-9!#$%&'*+.^_`|~-]+)*$/;

/** Takes the visitor's own cookies off a request of another site. Call before anybody reads them. */
export function takeAsNobody(request: ForeignRequest): void {
  request.isForeign = true;
  delete request.headers.cookie;
}

/** Whether a page of another site asks. */
export function isForeign(request: ForeignRequest): boolean {
  return request.isForeign === true;
}

/** Lets pages of all sites read an answer, without credentials. */
export function openToAllOrigins(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', SHOWN);
}

/** Whether a browser asks beforehand what a page of another site may send. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

/** Whatever headers a client adds may come: none of them opens anything but `Authorization`, which pages hold themselves. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers['access-control-request-headers'] ?? '';
  openToAllOrigins(response);
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST',
    ...(HEADER_NAMES.test(asked) && { 'access-control-allow-headers': asked }),
    'access-control-max-age': String(PREFLIGHT_SECONDS),
    vary: 'access-control-request-headers',
    'cache-control': 'no-store',
  });
  response.end();
}
