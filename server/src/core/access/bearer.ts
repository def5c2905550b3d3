import type { IncomingMessage } from 'node:http';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { tokenNotValid } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { isSameHash } from './secret.ts';
import { createSessionReader, readSession } from './session-cookie.ts';
import { readTokenText } from './token-text.ts';
import { loadTokenViewers, type Viewer } from './viewer.ts';

/** The token in an `Authorization` header; null where there is none. Of other schemes, which are a proxy's, none. */
export function bearerOf(header: string | undefined): string | null {
  return (
    /^bearer(?:\s+(.*))?$/is
      .exec(header?.trim() ?? '')
      ?.slice(1, 2)
      .map((text = '') => text.trim())[0] ?? null
  );
}

/**
 * Who asks: whom the token stands for where one is shown, else whose session the cookie has; null for nobody. Refuses a
 * token that is none of ours, was revoked or ran out: whoever shows one is never taken for nobody, nor for the cookie.
 */
export async function readCaller(services: Services, request: IncomingMessage): Promise<Viewer | null> {
  const token = bearerOf(request.headers.authorization);
  return token === null ? readSession(services, request) : readToken(services, token);
}

/** The same for sockets, which may show their token in the hello; those who come at once share a query. */
export function createCallerReader(
  services: Services,
): (request: IncomingMessage, hello?: unknown) => Promise<Viewer | null> {
  const readOne = createSessionReader(services);
  const tokens = createTokenReader(services);
  return async (request, hello) => {
    const token = tokenOfHello(hello) ?? bearerOf(request.headers.authorization);
    return token === null ? readOne(request) : tokens(token);
  };
}

/** `{ authorization: 'Bearer …' }`, in any case, or `{ token: '…' }`. What is there and is no text is no valid token. */
function tokenOfHello(hello: unknown): string | null {
  if (typeof hello !== 'object' || hello === null) return null;
  for (const [name, value] of Object.entries(hello)) {
    if (name === 'token' && value != null) return String(value);
    if (name.toLowerCase() === 'authorization' && value != null)
      return bearerOf(String(value)) ?? String(value);
  }
  return null;
}

async function readToken(services: Services, text: string): Promise<Viewer> {
  const shown = readTokenText(text);
  if (!shown) throw tokenNotValid();
  const [viewer] = await loadTokenViewers(services.orm.em.fork(), [shown.id]);
  return shownBy(services, viewer, shown.hash);
}

function createTokenReader(services: Services): (text: string) => Promise<Viewer> {
  let running: Promise<unknown> = Promise.resolve();
  const viewers = new DataLoader<string, LoadedToken | undefined>(
    async (ids) => {
      const reading = loadTokenViewers(services.orm.em.fork(), [...ids]);
      running = reading.catch(() => undefined);
      const found = new Map((await reading).map((viewer) => [viewer.sessionId, viewer]));
      return ids.map((id) => found.get(id));
    },
    { cache: false, batchScheduleFn: (read) => void running.then(read) },
  );
  return async (text) => {
    const shown = readTokenText(text);
    if (!shown) throw tokenNotValid();
    return shownBy(services, await viewers.load(shown.id), shown.hash);
  };
}

type LoadedToken = Awaited<ReturnType<typeof loadTokenViewers>>[number];

/** Notes, now and then, that the token was used. */
function shownBy(services: Services, viewer: LoadedToken | undefined, hash: Buffer): Viewer {
  if (!isSameHash(hash, viewer?.tokenHash ?? null) || !viewer) throw tokenNotValid();
  // Not waited for: the answer does not depend on it, and a lost note costs nothing.
  if (!viewer.seenLately) {
    touch(services, viewer.sessionId).catch((error: unknown) =>
      services.log.warn({ err: error }, 'could not note when a token was last used'),
    );
  }
  return viewer;
}

async function touch({ orm }: Services, id: string): Promise<void> {
  await orm.em
    .fork()
    .getKysely()
    .updateTable('token')
    .set({ last_used_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}
