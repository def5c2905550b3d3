import { lookup } from 'node:dns';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '../http/public-host.ts';
import { CarrierFailure } from '../mail/carriers.ts';

const PATIENCE_MS = 15_000;

/**
 * Asks a push service to wake a browser. The address came from outside: only hosts on the public internet are
 * connected to, looked at by the address that is really used, and a redirect is not followed.
 */
export function sendPush(endpoint: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      endpoint,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': '0' },
        lookup: onlyPublic,
        timeout: PATIENCE_MS,
      },
      (response) => {
        response.resume();
        const failure = failureOf(response.statusCode ?? 0);
        if (failure) reject(failure);
        else resolve();
      },
    );
    asked.on('timeout', () => asked.destroy(new CarrierFailure('PUSH_TIMEOUT')));
    asked.on('error', (error: NodeJS.ErrnoException) =>
      reject(error instanceof CarrierFailure ? error : new CarrierFailure(`PUSH_${error.code ?? 'FAILED'}`)),
    );
    asked.end();
  });
}

/** What the answer of a push service means; null for taken. */
export function failureOf(status: number): CarrierFailure | null {
  if (status >= 200 && status < 300) return null;
  // The browser is gone for good, or never was.
  return new CarrierFailure(`PUSH_${status}`, { isFinal: status === 404 || status === 410 });
}

/** Resolves names as usual, and refuses what leads into a private network. */
export const onlyPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new CarrierFailure('PUSH_PRIVATE_HOST', { isFinal: true }), '', 0);
    }
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
