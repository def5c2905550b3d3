import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a request id from outside may look like (a proxy, or our own pages asking on somebody's behalf). */
const REQUEST_ID = /^[\w-]{8,64}$/;

/**
 * Gives the request its id and its true public address, and the answer the headers every answer carries. What
 * a page may load and who may frame it is the page's own content security policy.
 */
export function prepare(
  request: IncomingMessage,
  response: ServerResponse,
  publicUrl: string | undefined,
  hstsSubdomains = false,
): void {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = id;
  // The pages read their own address from these two; nobody outside may choose it.
  const own = publicUrl === undefined ? undefined : new URL(publicUrl);
  request.headers['x-forwarded-proto'] = own?.protocol.slice(0, -1) ?? 'http';
  request.headers['x-forwarded-host'] = own?.host ?? request.headers.host;

  response.setHeader('x-request-id', id);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (own?.protocol === 'https:') {
    const reach = hstsSubdomains ? '; includeSubDomains' : '';
    response.setHeader('strict-transport-security', `max-age=31536000${reach}`);
  }
}
