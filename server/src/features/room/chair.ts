import { sql } from 'kysely';
import { loadRights } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Notice } from '../notification/notify.ts';
import { readPlaces } from './read-room.ts';
import { mayChair } from './room.policy.ts';

/** Row id of the chair of an event, in a list; nobody who could not read it any more, or may write nothing there. */
export async function chairOf(em: Em, eventId: string): Promise<string[]> {
  const [place] = await readPlaces(em.getKysely(), [eventId]);
  if (!place?.chairId) return [];
  const rights = await loadRights(em, place.chairId);
  return rights && mayChair(rights, place) ? [place.chairId] : [];
}

/**
 * What is to be told when an event gets another chair: the new one hears of it, unless they named themselves. A word to
 * the one before that was not read yet is taken back, since it is true no more.
 */
export async function noticesOfChair(
  em: Em,
  {
    eventId,
    chairId,
    beforeId,
    actorId,
  }: Record<'chairId' | 'beforeId', string | null> & {
    eventId: string;
    actorId: string | null;
  },
): Promise<Notice[]> {
  await sql`delete from notification where person_id = ${beforeId} and event_id = ${eventId}
    and kind = 'EVENT_CHAIRED' and read_at is null and delivery is null`.execute(em.getKysely());
  return chairId === null || chairId === actorId
    ? []
    : [{ personId: chairId, kind: 'EVENT_CHAIRED', eventId }];
}
