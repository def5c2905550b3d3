import type { IncomingMessage } from 'node:http';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Services } from '../../platform/services.ts';
import { hashOf } from './secret.ts';
import { type LoadedViewer, loadViewers, type Viewer } from './viewer.ts';

/** How long a session lasts at most, in the cookie as in the database. */
export const SESSION_DAYS = 180;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The `Set-Cookie` value that signs a browser in with `token`. */
export function sessionCookie(config: Config, token: string): string {
  return cookie(config, token, SESSION_DAYS * 24 * 3600);
}

/** The `Set-Cookie` value that makes a browser forget its session. */
export function endedSessionCookie(config: Config): string {
  return cookie(config, '', 0);
}

function cookie(config: Config, value: string, maxAgeSeconds: number): string {
  const secure = isSecure(config) ? '; Secure' : '';
  return `${cookieName(config)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** `__Host-` makes browsers refuse the cookie from another subdomain, and needs https. */
function cookieName(config: Config): string {
  return isSecure(config) ? '__Host-strikeboard' : 'strikeboard';
}

/** Whether people come by https, so that cookies may demand it. */
export function isSecure(config: Config): boolean {
  return config.publicUrl?.startsWith('https:') ?? false;
}

/** The viewer behind the cookie of a request, in one query; null without a session that runs. */
export async function readSession(services: Services, request: IncomingMessage): Promise<Viewer | null> {
  const token = readToken(cookieName(services.config), request.headers.cookie);
  if (token === null) return null;
  const [viewer] = await loadViewers(services.orm.em.fork(), { tokenHashes: [hashOf(token)] });
  return seen(services, viewer);
}

/** Reads sessions of many who come at once: those who come while a query is on its way share the next one. */
export function createSessionReader(
  services: Services,
): (request: IncomingMessage) => Promise<Viewer | null> {
  let running = Promise.resolve();
  const sessions = new DataLoader<string, Viewer | null>(
    async (tokens) => {
      const hashes = tokens.map(hashOf);
      const reading = loadViewers(services.orm.em.fork(), { tokenHashes: hashes });
      running = reading.then(noMore, noMore);
      const viewers = new Map((await reading).map((viewer) => [viewer.tokenHash.toString('hex'), viewer]));
      return hashes.map((hash) => seen(services, viewers.get(hash.toString('hex'))));
    },
    { cache: false, batchScheduleFn: (read) => void running.then(read) },
  );
  return async (request) => {
    const token = readToken(cookieName(services.config), request.headers.cookie);
    return token === null ? null : sessions.load(token);
  };
}

const noMore = () => undefined;

/** Notes, now and then, that somebody was here: a session ends a time after it was last used. */
function seen(services: Services, viewer: LoadedViewer | undefined): Viewer | null {
  if (!viewer) return null;
  // Not waited for: the answer does not depend on it, and a lost touch costs nothing.
  if (!viewer.seenLately) {
    touch(services, viewer.sessionId).catch((error: unknown) =>
      services.log.warn({ err: error }, 'could not note when a session was last seen'),
    );
  }
  return viewer;
}

function readToken(name: string, header: string | undefined): string | null {
  const token = readCookie(name, header);
  return token !== null && TOKEN.test(token) ? token : null;
}

/** The value of a cookie in a `Cookie` header; null where it is not there. */
export function readCookie(name: string, header: string | undefined): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return null;
}

async function touch({ orm, config }: Services, sessionId: string): Promise<void> {
  await orm.em
    .fork()
    .getKysely()
    .updateTable('session')
    .set({
      last_seen_at: sql<Date>`now()`,
      expires_at: sql<Date>`least(created_at + make_interval(days => ${SESSION_DAYS}),
        now() + make_interval(days => ${config.sessionIdleDays}))`,
    })
    .where('id', '=', sessionId)
    .execute();
}
