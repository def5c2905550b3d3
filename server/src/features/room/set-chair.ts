import { sql } from 'kysely';
import { loadRights, type Viewer } from '../../core/access/viewer.ts';
import { findPersonByHandle } from '../../core/person/find-person.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { noticesOfChair } from './chair.ts';
import { changeRoom, requireLead } from './change-room.ts';
import { readByOf } from './room-log.ts';
import { mayChair } from './room.policy.ts';

/**
 * Names who moderates the room beside those who lead: shows, merges, answers and hides questions, and runs polls; null
 * names nobody. The one who is named is told. For who leads. Refuses a handle that nobody has, and somebody who could not read the event, or may write
 * nothing in it.
 */
export async function setRoomChair(
  services: Services,
  viewer: Viewer,
  { eventId, handle }: { eventId: string; handle: string | null },
): Promise<{ revision: number }> {
  let notices: Notice[] = [];
  const changed = await changeRoom(services, { eventId, viewer }, async (room) => {
    requireLead(room);
    const chairId = handle?.trim() ? await findPersonByHandle(room.em, handle) : null;
    if (handle?.trim() && !chairId) throw notFound('person');
    if (chairId === room.place.chairId) return { kind: null, result: undefined };
    const rights = chairId && (await loadRights(room.em, chairId));
    if (chairId && !(rights && mayChair(rights, room.place)))
      throw wrongStage('NO_CHAIR', 'This person cannot read the event, or may not write in its room.');
    const readBy = readByOf({ ...room.place, chairId });
    await sql`update room set chair_id = ${chairId}, read_by = ${readBy} where event_id = ${eventId}`.execute(
      room.db,
    );
    notices = await noticesOfChair(room.em, {
      ...{ eventId, chairId, beforeId: room.place.chairId, actorId: room.actor?.personId ?? null },
    });
    await notify(services, room.em, notices);
    return { kind: 'READERS_CHANGED', result: undefined };
  });
  hintNotices(services, notices);
  return changed;
}
