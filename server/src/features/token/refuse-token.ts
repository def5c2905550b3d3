import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { refuse } from '../../platform/http/graphql-door.ts';
import { Refusal, tokenNotValid } from '../../platform/refusal/refusal.ts';

/** In place of who asks, where a token is shown that does not count. */
export const REFUSED = Symbol('refused');

/** For the `catch` of a door: what else went wrong goes on. */
export function refusedIfInvalid(error: unknown): typeof REFUSED {
  if (error instanceof Refusal && error.code === 'TOKEN_NOT_VALID') return REFUSED;
  throw error;
}

/** Why a socket is closed on which such a token is shown, or when its token ends. Not longer than a frame takes. */
export const TOKEN_ENDED = 'TOKEN_NOT_VALID: this token does not count (any more)';

/** Says so over HTTP, also in the words of RFC 6750. */
export function refuseToken(response: ServerResponse): void {
  const { code, message } = tokenNotValid();
  response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
  refuse(response, 401, code, message);
}

/** Says that a token was not made for what was asked. */
export function refuseScope(response: ServerResponse, { message, extensions }: GraphQLError): void {
  const { code, http: _http, ...more } = extensions;
  response.setHeader('www-authenticate', 'Bearer error="insufficient_scope"');
  refuse(response, 403, String(code), message, more);
}
