import type { IncomingMessage } from 'node:http';
import type { Services } from '../../platform/services.ts';
import { isSecure, readCookie } from './session-cookie.ts';

/** How long a browser remembers who was signed in on it, in days: the longest that browsers keep a cookie. */
const DAYS = 400;
/** People whom one browser remembers, the last ones. */
const MAX_MARKS = 20;
/** 128 bits as base64url. */
const MARK_BYTES = 16;
const MARKS = /^[A-Za-z0-9_-]{22}(?:\.[A-Za-z0-9_-]{22})*$/;

type Keys = Pick<Services, 'config' | 'vault'>;

/**
 * Who was signed in on the browser of a request, also after they signed out: so that a rule of two people is not
 * played by one who changes hats. The browser carries it itself, as marks that are nothing without our secret; here
 * nobody's accounts are linked. A browser that forgets its cookies forgets this too.
 */
export function wasHere(services: Keys, request: IncomingMessage): (personId: string) => boolean {
  const marks = new Set(marksOf(services, request));
  return (personId) => marks.has(markOf(services, personId));
}

/** The `Set-Cookie` value that makes the browser of a request remember somebody. */
export function rememberHere(services: Keys, request: IncomingMessage, personId: string): string {
  const mine = markOf(services, personId);
  const marks = [mine, ...marksOf(services, request).filter((mark) => mark !== mine)].slice(0, MAX_MARKS);
  const secure = isSecure(services.config) ? '; Secure' : '';
  const age = DAYS * 24 * 3600;
  return `${cookieName(services)}=${marks.join('.')}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}

function marksOf(services: Keys, { headers }: IncomingMessage): string[] {
  const kept = readCookie(cookieName(services), headers.cookie);
  return kept !== null && MARKS.test(kept) ? kept.split('.').slice(0, MAX_MARKS) : [];
}

function markOf({ vault }: Keys, personId: string): string {
  return vault.keyedHash(personId, 'browser mark').subarray(0, MARK_BYTES).toString('base64url');
}

function cookieName({ config }: Keys): string {
  return isSecure(config) ? '__Host-strikeboard-seen' : 'strikeboard-seen';
}
