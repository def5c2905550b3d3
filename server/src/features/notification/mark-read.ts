import { sql } from 'kysely';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices } from './notify.ts';
import { countUnread } from './read-notifications.ts';

const MOST = 100;

/** Marks what the viewer has read, all without ids; what is not theirs is left alone. Returns how many are left. */
export async function markNotificationsRead(
  services: Services,
  viewer: Viewer,
  ids: string[] | null,
): Promise<number> {
  if (ids && ids.length > MOST) {
    throw new InvalidInput('notificationIds', 'TOO_MANY', `Mark ${MOST} at a time.`, { limit: MOST });
  }
  const { personId, changed, left } = await services.orm.em.fork().transactional(async (em) => {
    const { personId } = await refreshViewer(em, viewer);
    const { rows } = await sql`update notification set read_at = clock_timestamp()
      where id in (select id from notification where person_id = ${personId} and read_at is null
        and (${ids}::uuid[] is null or id = any(${ids}::uuid[])) order by id for update)
      returning id`.execute(em.getKysely());
    return { personId, changed: rows.length > 0, left: await countUnread(em, personId) };
  });
  if (changed) hintNotices(services, [{ personId }]);
  return left;
}
