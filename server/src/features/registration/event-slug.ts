import type { Em } from '../../platform/db/orm.ts';

/** The name in addresses of an event that somebody has a place at. */
export async function slugOf(em: Em, eventId: string): Promise<string> {
  const { slug } = await em
    .getKysely()
    .selectFrom('event')
    .select('slug')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();
  return slug;
}
