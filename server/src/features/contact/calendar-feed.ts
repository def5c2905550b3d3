import { sql } from 'kysely';
import { hashOf, newSessionToken } from '../../core/access/secret.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';

/** The path of a calendar. Whoever knows it reads it. */
export const calendarPath = (token: string) => `/calendar/${token}.ics`;

/** Makes the viewer's calendar, or gives it a new address in place of the old one. Returns its path: shown once. */
export async function createCalendarFeed(services: Services, viewer: Viewer): Promise<string> {
  const token = newSessionToken();
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    await sql`insert into calendar_feed (person_id, token_hash) values (${personId}, ${hashOf(token)})
      on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = clock_timestamp()`.execute(
      em.getKysely(),
    );
  });
  return calendarPath(token);
}

/** From now on the address of the viewer's calendar leads nowhere. */
export async function revokeCalendarFeed(services: Services, viewer: Viewer): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = await refreshViewer(em, viewer);
    await em.getKysely().deleteFrom('calendar_feed').where('person_id', '=', personId).execute();
  });
}
