import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Balance } from './budgets.ts';
import { WINDOW_MS } from './spending.ts';

const WINDOW_SECONDS = WINDOW_MS / 1_000;

/** The figures of a balance as clients find them in `extensions.rateLimit`. Times are whole seconds. */
export interface RateLimitFigures {
  policy: string;
  limit: number;
  window: number;
  remaining: number;
  reset: number;
  cost: number;
}

export function figuresOf({ policy, limit, remaining, resetSeconds, cost }: Balance): RateLimitFigures {
  return { policy, limit, window: WINDOW_SECONDS, remaining, reset: resetSeconds, cost };
}

/**
 * Says how a purse stands: in the fields of the IETF's draft (RateLimit header fields for HTTP, -10), in those of its
 * early versions, which most clients read, and in Retry-After (RFC 9110) when it was not enough.
 */
export function writeBalance(response: ServerResponse, balance: Balance): void {
  const { policy, limit, remaining, resetSeconds, retrySeconds } = balance;
  response.setHeader('ratelimit-policy', `"${policy}";q=${limit};w=${WINDOW_SECONDS}`);
  response.setHeader('ratelimit', `"${policy}";r=${remaining};t=${resetSeconds}`);
  response.setHeader('ratelimit-limit', limit);
  response.setHeader('ratelimit-remaining', remaining);
  response.setHeader('ratelimit-reset', resetSeconds);
  if (!balance.allowed) response.setHeader('retry-after', retrySeconds);
}

/** What is said when a purse has too little. */
export function tooMuch(balance: Balance): GraphQLError {
  const { retrySeconds } = balance;
  const wait = retrySeconds === 1 ? 'a second' : `${retrySeconds} seconds`;
  return new GraphQLError(`${WHO[balance.policy]} asked for a lot within a minute. Try again in ${wait}.`, {
    extensions: {
      code: 'TOO_MANY_REQUESTS',
      retryAfter: retrySeconds,
      rateLimit: figuresOf(balance),
      http: { status: 429 },
    },
  });
}

const WHO: Record<Balance['policy'], string> = {
  address: 'Your network',
  network: 'People in your network',
  person: 'You',
  token: 'This token',
  pages: 'Your network',
  'pages-person': 'You',
};
