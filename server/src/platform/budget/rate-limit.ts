import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { refuse } from '../http/graphql-door.ts';
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

/** What an answer says of its price, in the words of those who plan by it. */
export interface Cost {
  requested: number;
  remaining: number;
  resetsAt: string;
}

/** The figures of a balance as an answer carries them, and the same once more as other APIs name them. */
export function extensionsOf(balance: Balance): { rateLimit: RateLimitFigures; cost: Cost } {
  const rateLimit = figuresOf(balance);
  const resetsAt = new Date(Date.now() + rateLimit.reset * 1_000).toISOString();
  return { rateLimit, cost: { requested: rateLimit.cost, remaining: rateLimit.remaining, resetsAt } };
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
  return refusal(wordsOf(balance), { retryAfter: retrySeconds, rateLimit: figuresOf(balance) });
}

/** The same over HTTP, with its headers: 429. */
export function refuseBalance(response: ServerResponse, balance: Balance): void {
  writeBalance(response, balance);
  refuse(response, 429, TOO_MANY, wordsOf(balance), {
    ...{ retryAfter: balance.retrySeconds, rateLimit: figuresOf(balance) },
  });
}

/** So many of one address wait already that another would not be answered in time. */
export function refuseWaiting(response: ServerResponse): void {
  response.setHeader('retry-after', 1);
  refuse(response, 429, TOO_MANY, WAITING, { retryAfter: 1 });
}

/** The same on a socket. */
export function tooManyWait(): GraphQLError {
  return refusal(WAITING, { retryAfter: 1 });
}

/** Where it was made is of no use to anybody, and to find out costs more than all the rest of a refusal. */
function refusal(words: string, more: object): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new GraphQLError(words, { extensions: { code: TOO_MANY, ...more } });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const TOO_MANY = 'TOO_MANY_REQUESTS';
const WAITING = 'Many requests from your network wait already. Try again in a moment.';

function wordsOf({ policy, retrySeconds }: Balance): string {
  const wait = retrySeconds === 1 ? 'a second' : `${retrySeconds} seconds`;
  return `${WHO[policy]} asked for a lot within a minute. Try again in ${wait}.`;
}

const WHO: Record<Balance['policy'], string> = {
  address: 'Your network',
  network: 'People in your network',
  person: 'You',
  token: 'This token',
  pages: 'Your network',
  'pages-person': 'You',
};
