import type { Context } from '../../core/access/context.ts';
import { readEventsById } from '../event/read-events.ts';
import { readTakeaway } from './read-recap.ts';
import { mayPreviewRecap } from './recap-policy.ts';
import { type TakeawayType, toTakeaway } from './recap.type.ts';

/** A takeaway by its row id, for whose it is and for who sees the recap before it is public; null for all others. */
export async function findTakeaway(
  { em, reader, viewer }: Context,
  uuid: string,
): Promise<TakeawayType | null> {
  if (!viewer) return null;
  const found = await readTakeaway(em.getKysely(), uuid);
  if (!found) return null;
  if (found.personId === viewer.personId) return toTakeaway(found);
  if (viewer.standing === 'SUSPENDED') return null;
  const [event] = await readEventsById(em, reader, [found.eventId]);
  return event && mayPreviewRecap(viewer, event) ? toTakeaway(found) : null;
}
