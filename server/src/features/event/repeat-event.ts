import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer, readerOf } from '../../core/access/viewer.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import type { Em } from '../../platform/db/orm.ts';
import { numberBetween } from '../../platform/input/text.ts';
import { laterWall } from '../../platform/input/wall-time.ts';
import type { Services } from '../../platform/services.ts';
import { lockReadable, requireAhead, requireManager, tellListeners } from './change-event.ts';
import { insert } from './create-event.ts';
import { movedSessions, readSessions, writeSessions } from './event-sessions.ts';
import type { Folds } from './event-words.ts';
import type { EventRow } from './read-events.ts';
import { momentsOf } from './write-event.ts';

export const RepeatEvery = { WEEK: 'WEEK', FORTNIGHT: 'FORTNIGHT', MONTH: 'MONTH' } as const;
export type RepeatEvery = keyof typeof RepeatEvery;

export const MOST_REPEATS = 26;

const distance = (every: RepeatEvery, count: number) =>
  every === 'MONTH' ? { months: count } : { weeks: every === 'WEEK' ? count : 2 * count };

/**
 * Announces an event so many times more, each week, fortnight or month at the time that clocks show: also where they
 * are changed between. Each is an event of its own, and all share the series. Returns their row ids, in order; those
 * that are there already are not made twice. Refuses a night in which the time does not exist, and makes none then.
 */
export async function repeatEvent(
  services: Services,
  viewer: Viewer,
  input: { eventId: string; every: RepeatEvery; times: number } & Folds,
): Promise<string[]> {
  const times = Math.round(numberBetween(input.times, 'times', 1, MOST_REPEATS));
  const { ids, afterwards } = await services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const event = await lockReadable(em, readerOf(actor), input.eventId);
    requireManager(actor, event);
    requireAhead(event);
    const series = event.series ?? event.id;
    await sql`update event set series = ${series} where id = ${event.id}`.execute(em.getKysely());
    const ids: string[] = [];
    const afterwards: (() => void)[] = [];
    for (let count = 1; count <= times; count += 1) {
      const copy = await repeatOnce(em, { ...event, series }, distance(input.every, count), {
        ...input,
        createdById: actor.personId,
      });
      ids.push(copy.id);
      if (!copy.isNew) continue;
      const fact = { kind: 'CREATED', eventId: copy.id, moved: false, actorId: actor.personId } as const;
      afterwards.push(...(await tellListeners(services, em, fact)));
    }
    return { ids, afterwards };
  });
  for (const after of afterwards) after();
  return ids;
}

async function repeatOnce(
  em: Em,
  event: EventRow,
  by: { weeks: number } | { months: number },
  { createdById, ...folds }: Folds & { createdById: string },
): Promise<{ id: string; isNew: boolean }> {
  const db = em.getKysely();
  const startsWall = laterWall(event.startsWall, by);
  const endsWall = laterWall(event.endsWall, by);
  const { timeZone } = event;
  const { startsAt, endsAt } = momentsOf({ startsWall, endsWall, timeZone }, folds);
  const { rows } = await sql<{ id: string }>`select id from event where series = ${event.series}
    and starts_wall = ${startsWall}`.execute(db);
  if (rows[0]) return { id: rows[0].id, isNew: false };
  const id = timelessId();
  const slug = `${event.slug.slice(0, 49).replace(/-$/, '')}-${startsWall.slice(0, 10)}`;
  const row = {
    ...{ id, organization_id: event.organizationId, campaign_id: event.campaignId, title: event.title },
    ...{ kind: event.kind, chair: event.chair, place: event.place, online: event.online },
    ...{ parties: JSON.stringify(event.parties), speakers: JSON.stringify(event.speakers) },
    ...{
      stream_url: event.streamUrl,
      hashtag: event.hashtag,
      story: event.story,
      languages: event.languages,
    },
    ...{ accessibility: event.accessibility, room_capacity: event.roomCapacity },
    ...{ online_capacity: event.onlineCapacity, price: event.price, price_words: event.priceWords },
    ...{ sensitivity: event.sensitivity, starts_wall: startsWall, ends_wall: endsWall, time_zone: timeZone },
    ...{ starts_at: startsAt, ends_at: endsAt, series: event.series, created_by_id: createdById },
  };
  const isFree = await insert(em, { ...row, slug });
  // Somebody else has that address.
  if (!isFree)
    await db
      .insertInto('event')
      .values({ ...row, slug: `${slug}-${id.slice(0, 8)}` } as never)
      .execute();
  const sessions = await readSessions(db, [event.id]);
  const moved = movedSessions(sessions, { from: event.startsWall, to: startsWall });
  await writeSessions(
    db,
    { id, timeZone, startsAt, endsAt },
    moved.map((session) => ({ ...session, id: null })),
  );
  return { id, isNew: true };
}
