import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { type SessionType, toSession } from './viewer.type.ts';
import type { Viewer } from '../access/viewer.ts';

/** The viewer's sessions that run, last used first. */
export async function readSessions(em: Em, viewer: Viewer): Promise<SessionType[]> {
  const rows = await em
    .getKysely()
    .selectFrom('session')
    .select(['id', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', viewer.personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => toSession(row, viewer.sessionId));
}
