import { sql } from 'kysely';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { plainText } from '../../platform/input/text.ts';
import { asMissing, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { lockReadable, requireManager } from '../event/change-event.ts';
import { lockEvent } from '../event/read-events.ts';
import { notTheTime, timeForFeedback } from '../feedback/feedback-time.ts';
import { type ByPlace, findPlace } from '../feedback/find-place.ts';
import { MOST_TAKEAWAYS, readTakeaway } from './read-recap.ts';

const MAX_TEXT = 300;
/** Lines of one place. */
export const MOST_OWN = 5;

const takeText = (text: string | null | undefined) =>
  plainText(text, { field: 'text', max: MAX_TEXT, multiline: true });

/**
 * A line that somebody with a place takes along from an event: from its beginning until two weeks after its end, five
 * at most. The same words twice are one. Returns the event's row id.
 */
export async function suggestTakeaway(
  services: Services,
  by: ByPlace,
  given: { text: string },
): Promise<string> {
  const text = takeText(given.text);
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const place = await findPlace(em, by);
    const { eventId } = place;
    const event = await lockEvent(em, eventId);
    if (!event) throw notFound('event');
    const { rows } = await sql<{ own: number; all: number; same: boolean; open: boolean; now: Date }>`
      select count(*) filter (where mine)::int as own, count(takeaway.id)::int as all,
        coalesce(bool_or(mine and text = ${text}), false) as same, ${timeForFeedback()} as open,
        clock_timestamp() as now
      from event left join (select takeaway.*, (registration_id = ${place.id} or person_id = ${place.personId})
        is true as mine from takeaway) as takeaway on takeaway.event_id = event.id
      where event.id = ${eventId} group by event.id`.execute(db);
    const { own, all, same, open, now } = rows[0]!;
    if (!open) notTheTime({ ...event, now });
    if (same) return eventId;
    if (own >= MOST_OWN || all >= MOST_TAKEAWAYS)
      throw new Refusal('DAY_LIMIT', 'That is as many takeaways as we take.', 'TAKEAWAYS_FULL');
    await insert(db, { eventId, place, text, state: 'SUGGESTED', decidedById: null });
    return eventId;
  });
}

/** A line by whoever runs the event: it is picked at once. */
export async function addTakeaway(
  services: Services,
  viewer: Viewer,
  given: { eventId: string; text: string },
): Promise<string> {
  const text = takeText(given.text);
  return services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const event = await lockReadable(em, readerOf(actor), given.eventId);
    requireManager(actor, event);
    if (event.phase === 'BEFORE') throw wrongStage('EVENT_NOT_BEGUN', 'This opens when the event begins.');
    const db = em.getKysely();
    const { rows } = await sql<{ all: number; same: boolean }>`select count(*)::int as all,
      coalesce(bool_or(text = ${text} and state = 'PICKED'), false) as same
      from takeaway where event_id = ${event.id}`.execute(db);
    if (rows[0]!.same) return event.id;
    if (rows[0]!.all >= MOST_TAKEAWAYS)
      throw new Refusal('DAY_LIMIT', 'That is as many takeaways as we take.', 'TAKEAWAYS_FULL');
    await insert(db, { eventId: event.id, place: null, text, state: 'PICKED', decidedById: actor.personId });
    return event.id;
  });
}

async function insert(
  db: Parameters<typeof readTakeaway>[0],
  row: {
    eventId: string;
    place: { id: string; personId: string | null } | null;
    text: string;
    state: 'SUGGESTED' | 'PICKED';
    decidedById: string | null;
  },
): Promise<void> {
  const { eventId, place, text, state, decidedById } = row;
  await sql`insert into takeaway (id, event_id, registration_id, person_id, text, state, decided_by_id)
    values (${timelessId()}, ${eventId}, ${place?.id ?? null}, ${place?.personId ?? null}, ${text}, ${state},
      ${decidedById})`.execute(db);
}

/**
 * Picks a line for the recap, or leaves it out, and may put it in other words; on the words that were read. Organizers
 * of the organization and coordinators may. Returns the event's row id.
 */
export async function pickTakeaway(
  services: Services,
  viewer: Viewer,
  given: {
    takeawayId: string;
    picked: boolean;
    text?: string | null | undefined;
    textAsRead?: string | null | undefined;
  },
): Promise<string> {
  const text = given.text == null ? undefined : takeText(given.text);
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const actor = requireViewer(await refreshViewer(em, viewer));
    const found = await readTakeaway(db, given.takeawayId);
    if (!found) throw notFound('takeaway');
    const event = await lockReadable(em, readerOf(actor), found.eventId).catch(asMissing('takeaway'));
    requireManager(actor, event);
    const now = await readTakeaway(db, found.id);
    if (!now) throw notFound('takeaway');
    requireAsRead({ text: given.textAsRead ?? undefined }, { text: now.text }, { text });
    await sql`update takeaway set state = ${given.picked ? 'PICKED' : 'LEFT_OUT'}, text = ${text ?? now.text},
      decided_by_id = ${actor.personId} where id = ${found.id}`.execute(db);
    return event.id;
  });
}
