import type { IncomingMessage, ServerResponse } from 'node:http';
import { FAULTY, LEAST } from '../../platform/budget/price.ts';
import { refuseBalance, writeBalance } from '../../platform/budget/rate-limit.ts';
import { refuse } from '../../platform/http/graphql-door.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { readCaller } from './bearer.ts';
import type { Viewer } from './viewer.ts';

/**
 * Who asks at a door beside the API, by session or by token; null for nobody. A tool pays from the budget of its token, as
 * the least that an operation costs. Undefined where the answer was given: the token does not count (401), or has spent
 * its budget (429).
 */
export async function admitCaller(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Viewer | null | undefined> {
  const { budgets } = services;
  const address = visitorAddress(request);
  let viewer: Viewer | null;
  try {
    viewer = await readCaller(services, request);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'TOKEN_NOT_VALID') throw error;
    budgets.charge({ address }, FAULTY);
    response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
    refuse(response, 401, error.code, error.message);
    return undefined;
  }
  if (!viewer?.token) return viewer;
  const balance = budgets.spend({ address, personId: viewer.personId, token: viewer.token.id }, LEAST);
  if (!balance.allowed) {
    refuseBalance(response, balance);
    return undefined;
  }
  writeBalance(response, balance);
  return viewer;
}
