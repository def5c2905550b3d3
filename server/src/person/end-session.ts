import { notFound } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Viewer } from './viewer.ts';

/** Ends one of the viewer's own sessions. Refuses, as not found, anybody else's and one that has ended. */
export async function endSession(services: Services, viewer: Viewer, sessionId: string): Promise<void> {
  if (!(await deleteSession(services, viewer, sessionId))) throw notFound('session');
  services.hints.send({ person: viewer.personId });
}

/** Ends the session that asks. Nothing to do for one that has ended. */
export async function signOut(services: Services, viewer: Viewer): Promise<void> {
  await deleteSession(services, viewer, viewer.sessionId);
  services.hints.send({ person: viewer.personId });
}

async function deleteSession({ orm }: Services, viewer: Viewer, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await orm.em
    .fork()
    .getKysely()
    .deleteFrom('session')
    .where('id', '=', sessionId)
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
