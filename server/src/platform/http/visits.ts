import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { countedAddress, type TrustedProxies } from './client-address.ts';
import { privateNetworks } from './network.ts';

/** A request whose visitor is known. */
export interface VisitedRequest extends IncomingMessage {
  /** The address that bears the limits; undefined where it would stand for many. See `countedAddress`. */
  visitor?: string | undefined;
  /** What the pages send along when they ask the API on behalf of this visitor. */
  pass?: string;
}

/** The header in which a pass comes back. */
export const PASS_HEADER = 'x-strikeboard-pass';

/**
 * Knows whose request each one is. Pages are made by this process and ask its API over a socket of its own, so that
 * all visitors would come from this machine's address: they carry a pass of the request they are made for, which
 * nobody outside can write, since its key never leaves the process.
 */
export class Visits {
  readonly #key = randomBytes(32);
  readonly #privatePeers = privateNetworks();
  readonly #trusted: TrustedProxies | undefined;

  constructor(trusted: TrustedProxies | undefined) {
    this.#trusted = trusted;
  }

  /** Notes on the request whose it is. */
  arrive(request: VisitedRequest): void {
    const pass = request.headers[PASS_HEADER];
    delete request.headers[PASS_HEADER];
    const told = typeof pass === 'string' ? this.#read(pass) : undefined;
    request.visitor = told ? told.visitor : countedAddress(request, this.#trusted, this.#privatePeers);
  }

  /** Gives a request for a page its pass. */
  writePass(request: VisitedRequest): void {
    const visitor = request.visitor ?? '';
    request.pass = `${this.#seal(visitor).toString('base64url')} ${visitor}`;
  }

  #read(pass: string): { visitor: string | undefined } | undefined {
    const [seal = '', visitor = ''] = pass.split(' ', 2);
    const given = Buffer.from(seal, 'base64url');
    const right = this.#seal(visitor);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    return { visitor: visitor === '' ? undefined : visitor };
  }

  #seal(visitor: string): Buffer {
    return createHmac('sha256', this.#key).update(visitor).digest();
  }
}

/** The address that bears the limits of a request; undefined where there is none. */
export function visitorAddress(request: VisitedRequest): string | undefined {
  return request.visitor;
}
