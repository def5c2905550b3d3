import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Em } from '../../platform/db/orm.ts';
import { hashOf, newSessionToken } from '../access/secret.ts';
import { SESSION_DAYS } from '../access/session-cookie.ts';
import { loadViewers, type Viewer } from '../access/viewer.ts';

/** A person signed in on one more device. */
export interface OpenedSession {
  viewer: Viewer;
  /** For the cookie; nothing but its hash is kept. */
  token: string;
}

/**
 * Opens a session for a person, in the transaction of `em`; it ends when nobody uses it for `idleDays`. The session this browser had before, if any, ends:
 * once the cookie is replaced nobody could use it, and it would only stand in a list.
 */
export async function openSession(
  em: Em,
  {
    personId,
    device,
    replaces,
    idleDays = SESSION_DAYS,
  }: { personId: string; device: string; replaces: Viewer | null; idleDays?: number },
): Promise<OpenedSession> {
  const token = newSessionToken();
  const id = newId();
  const db = em.getKysely();
  if (replaces) await db.deleteFrom('session').where('id', '=', replaces.sessionId).execute();
  await sql`insert into session (id, person_id, token_hash, device, expires_at)
    values (${id}, ${personId}, ${hashOf(token)}, ${device}, now() + make_interval(days => ${Math.min(idleDays, SESSION_DAYS)}))`.execute(
    db,
  );
  const [viewer] = await loadViewers(em, { sessionIds: [id] });
  return { viewer: viewer!, token };
}
