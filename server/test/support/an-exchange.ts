import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Context } from '../../src/core/access/context.ts';
import type { VisitedRequest } from '../../src/platform/http/visits.ts';

type Exchange = NonNullable<Context['http']>;

/** A request, by default from an address of the open net, and its answer: Node's own, on a line that was never opened. */
export function anExchange(address: string | null = '203.0.113.7', headers: object = {}): Exchange {
  const line = Object.defineProperty(new Socket(), 'remoteAddress', { value: address ?? undefined });
  const request: VisitedRequest = new IncomingMessage(line);
  Object.assign(request.headers, headers);
  if (address) request.visitor = address;
  return { request, response: new ServerResponse(request) };
}

/** What the answer gives the browser to keep. */
export const cookiesOf = ({ response }: Exchange): string[] =>
  [response.getHeader('set-cookie') ?? []].flat().map(String);
