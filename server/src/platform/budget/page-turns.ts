import type { ServerResponse } from 'node:http';
import { type VisitedRequest, visitorAddress } from '../http/visits.ts';
import type { Balance, Budgets } from './budgets.ts';
import { KNOWN } from './price.ts';
import { writeBalance } from './rate-limit.ts';

/** Makes a page for a visitor, in the turn of their address, or tells them to wait. */
export type PageTurns = (
  request: VisitedRequest,
  response: ServerResponse,
  make: () => void,
) => Promise<void>;

/**
 * Counts what our pages have people ask for beside the API, such as the state of a board or a download, as one of their
 * operations. Says whether it may be answered; whoever asked for too much is told so.
 */
export function admitBy(budgets: Budgets): (request: VisitedRequest, response: ServerResponse) => boolean {
  return (request, response) => {
    const balance = budgets.spend({ address: visitorAddress(request) }, KNOWN);
    if (!balance.allowed) tellToWait(response, balance);
    return balance.allowed;
  };
}

/** A page is counted as one more operation of our pages: to make it costs as much as what it asks. */
export function createPageTurns(budgets: Budgets): PageTurns {
  return async (request, response, make) => {
    const address = visitorAddress(request);
    const balance = budgets.spend({ address }, KNOWN);
    if (!balance.allowed) return tellToWait(response, balance);
    const made = await budgets.inTurn(address, 'page', () => answered(response, make));
    if (!made) tellToWait(response, { ...balance, allowed: false, retrySeconds: 1 });
  };
}

/** Resolves when an answer was handed to the network, or nobody waits for it any more. */
function answered(response: ServerResponse, make: () => void): Promise<true> {
  return new Promise((resolve) => {
    const done = () => resolve(true);
    if (response.closed) return done();
    response.once('finish', done);
    response.once('close', done);
    make();
  });
}

function tellToWait(response: ServerResponse, balance: Balance): void {
  writeBalance(response, balance);
  response.writeHead(429, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`Your network asked for a lot within a minute. Try again in ${balance.retrySeconds} s.\n`);
}
