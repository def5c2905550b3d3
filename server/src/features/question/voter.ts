import { randomBytes } from 'node:crypto';
import type { Context } from '../../core/access/context.ts';
import { isSecure, readCookie } from '../../core/access/session-cookie.ts';
import type { EntryLimit } from '../../platform/entries/entry-limit.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';

/** How long a stranger's browser knows what it asked and voted for. */
const DAYS = 90;
const SECRET = /^[\w-]{22}$/;

/** What browsers got in the answer that is on its way: what it says of them, it says by that. */
const given = new WeakMap<object, string>();

type Visit = Pick<Context, 'services' | 'http' | 'viewer'>;

/**
 * As whom somebody asks and votes about one thing: a person by their row, a stranger by a secret in their browser, of
 * which a keyed hash is kept, another one for each thing, so that nothing here says that two questions come from one
 * browser. Null for a browser that did neither so far, and on sockets.
 */
export function voterOf({ services, http, viewer }: Visit, subjectId: string): string | null {
  if (viewer) return viewer.personId;
  if (!http) return null;
  const secret = given.get(http.request) ?? readCookie(cookieName(services), http.request.headers.cookie);
  return secret !== null && SECRET.test(secret) ? hashFor(services, secret, subjectId) : null;
}

/**
 * The same before something is written: a browser without a secret gets one. Refuses a socket, which takes no cookie,
 * and strangers of a network from which many came; who has an account is counted by that.
 */
export async function voterToWrite(visit: Visit, subjectId: string, limit: EntryLimit): Promise<string> {
  const { services, http, viewer } = visit;
  if (viewer) return viewer.personId;
  if (!http) throw notAllowed('BY_POST', 'Do this by POST.');
  await limit.count(visitorAddress(http.request));
  const known = voterOf(visit, subjectId);
  if (known) return known;
  const secret = randomBytes(16).toString('base64url');
  given.set(http.request, secret);
  const secure = isSecure(services.config) ? '; Secure' : '';
  // Beside what else one document gave: who signs out in it is signed out.
  http.response.appendHeader(
    'set-cookie',
    `${cookieName(services)}=${secret}; Path=/; Max-Age=${DAYS * 24 * 3600}; HttpOnly; SameSite=Lax${secure}`,
  );
  return hashFor(services, secret, subjectId);
}

const hashFor = ({ vault }: Services, secret: string, subjectId: string) =>
  vault.keyedHash(`${secret} ${subjectId}`, 'question voter').toString('base64url');

const cookieName = ({ config }: Services) =>
  isSecure(config) ? '__Host-strikeboard-asks' : 'strikeboard-asks';
