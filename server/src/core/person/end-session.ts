import type { Em } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { refreshViewer, type Viewer } from '../access/viewer.ts';

/** Ends one of the viewer's own sessions. Refuses, as not found, anybody else's and one that has ended. */
export async function endSession(services: Services, viewer: Viewer, sessionId: string): Promise<void> {
  if (!(await deleteSession(services, viewer, sessionId))) throw notFound('session');
  services.hints.send({ person: viewer.personId });
}

/** Ends all of the viewer's sessions but the one that asks; returns how many. */
export async function endOtherSessions(services: Services, viewer: Viewer): Promise<number> {
  const ended = await services.orm.em.fork().transactional(async (em) => {
    await refreshViewer(em, viewer);
    return deleteOtherSessions(em, viewer);
  });
  if (ended > 0) services.hints.send({ person: viewer.personId });
  return ended;
}

/** `endOtherSessions` in the transaction of a larger change. After the commit, hint the person. */
export async function deleteOtherSessions(em: Em, { personId, sessionId }: Viewer): Promise<number> {
  const { numDeletedRows } = await em
    .getKysely()
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '<>', sessionId)
    .executeTakeFirst();
  return Number(numDeletedRows);
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
