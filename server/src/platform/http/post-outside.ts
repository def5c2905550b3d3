import { lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, isPublicHost } from './public-host.ts';

/** What came of a message that was posted to an address from outside. */
export interface Posted {
  /** Null where there was no answer. */
  status: number | null;
  /** The beginning of the answer's words. */
  said: string | null;
  /** Why there was none: `TIMEOUT`, `PRIVATE_HOST`, or the system's own word. */
  failure: string | null;
}

const PATIENCE_MS = 15_000;
/** As much of an answer is kept, and as much is read of it before the line is cut. */
const KEPT_CHARACTERS = 200;
const READ_BYTES = 4_096;

/** Hosts, with their port, that may be asked though they are in a private network: whoever runs the server names them. */
export type OwnHosts = readonly string[];

/** Whether an address may be posted to, by what it says; where it leads shows when it is connected to. */
export function mayBePostedTo(address: string, ownHosts: OwnHosts): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  if (ownHosts.includes(url.host)) return url.protocol === 'https:' || url.protocol === 'http:';
  return url.protocol === 'https:' && isPublicHost(url.hostname);
}

/**
 * Posts JSON to an address that came from outside. Only hosts on the public internet are connected to, looked at by the
 * address that is really used, a redirect is not followed, and nobody keeps us waiting. Never throws.
 */
export function postOutside(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  { ownHosts = [], patienceMs = PATIENCE_MS }: { ownHosts?: OwnHosts; patienceMs?: number } = {},
): Promise<Posted> {
  const url = URL.parse(address);
  if (!url || !mayBePostedTo(address, ownHosts)) return Promise.resolve(noAnswer('PRIVATE_HOST'));
  const isOwn = ownHosts.includes(url.host);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const asked = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        ...(!isOwn && { lookup: onlyPublic }),
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        const end = () => {
          clearTimeout(impatience);
          const said = Buffer.concat(parts).toString('utf8').replaceAll('\0', '');
          resolve({
            status: response.statusCode ?? 0,
            said: Array.from(said).slice(0, KEPT_CHARACTERS).join('') || null,
            failure: null,
          });
          asked.destroy();
        };
        response.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size > READ_BYTES) end();
        });
        response.on('end', end);
        // Half an answer is one: its status came.
        response.on('error', end);
      },
    );
    // Over all of it: an answer that comes a byte at a time keeps nobody.
    const impatience = setTimeout(() => asked.destroy(new NoAnswer('TIMEOUT')), patienceMs);
    asked.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(impatience);
      resolve(noAnswer(error instanceof NoAnswer ? error.message : (error.code ?? 'FAILED')));
    });
    asked.end(body);
  });
}

class NoAnswer extends Error {}

const noAnswer = (failure: string): Posted => ({ status: null, said: null, failure });

/** Resolves names as usual, and refuses what leads into a private network. A host that is an address was looked at before. */
const onlyPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || isIP(first.address) === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new NoAnswer('PRIVATE_HOST'), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
