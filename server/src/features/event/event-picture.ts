import { readerOf } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import type { ListedPage, PictureOf } from '../../platform/share/shared-things.ts';
import { eventReadableBy } from './event.policy.ts';
import { readEventBySlug } from './read-events.ts';

/** An event's picture, by its slug: as a stranger reads it, whoever asks. */
export const pictureOfEvent: PictureOf = async ({ orm }, slug, t) => {
  const em = orm.em.fork();
  const event = await readEventBySlug(em, readerOf(null), slug);
  if (!event) return null;
  const { name } = await em
    .getKysely()
    .selectFrom('organization')
    .select('name')
    .where('id', '=', event.organizationId)
    .executeTakeFirstOrThrow();
  const kind = t(`eventKind.${event.kind}`);
  return {
    over: name,
    title: event.title,
    instead: kind,
    under: `${kind} · ${event.startsWall.replace('T', ' ')}`,
  };
};

/** Pages of events of which strangers may know, the newest first. */
export async function listedEvents({ orm }: Services, limit: number): Promise<ListedPage[]> {
  const rows = await orm.em
    .fork()
    .getKysely()
    .selectFrom('event')
    .select('slug')
    .where(eventReadableBy(readerOf(null)))
    .orderBy('starts_at', 'desc')
    .orderBy('id')
    .limit(limit - 1)
    .execute();
  return [{ path: '/events' }, ...rows.map(({ slug }) => ({ path: `/e/${slug}` }))];
}
