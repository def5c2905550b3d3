import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';

const AT_ONCE = 50;
const LOOK_MS = 60_000;

/** Removes what lies outside and belongs to no file any more. Several servers may do it at once. Returns how many. */
export async function removeLeftovers({ orm, files }: Pick<Services, 'orm' | 'files'>): Promise<number> {
  const { storage } = files;
  if (!storage) return 0;
  return orm.em.fork().transactional(async (em) => {
    const { rows } = await sql<{ key: string }>`
      delete from file_leftover where key in (select key from file_leftover
        where after <= clock_timestamp() order by after limit ${AT_ONCE} for update skip locked)
      returning key`.execute(em.getKysely());
    // One that does not go now stays noted, and all of these with it.
    await Promise.all(rows.map(({ key }) => storage.remove(key)));
    return rows.length;
  });
}

/** Looks now and then, for as long as a server runs. */
export function keepRemovingLeftovers(services: Services): { stop(): Promise<void> } {
  const look = async () => {
    try {
      while ((await removeLeftovers(services)) === AT_ONCE);
    } catch (error) {
      services.log.warn({ err: error }, 'files that are gone could not be removed from their storage');
    }
  };
  let looking = look();
  const timer = setInterval(() => (looking = looking.then(look)), LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
