import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import type { EventListener } from '../event/event-listener.ts';
import { appendWithin } from './change-room.ts';
import { readByOf } from './room-log.ts';
import type { RoomPlace } from './room.policy.ts';

/** An event has a room from its announcement on, and who is in it hears when the event changes. */
export const hearEvents = ({ hints }: Services): EventListener => ({
  changed: async (em, { eventId }) => {
    const db = em.getKysely();
    await sql`insert into room (event_id) values (${eventId}) on conflict do nothing`.execute(db);
    const hint = await appendWithin(db, eventId, async (place) => {
      const readBy = readByOf(place);
      const { rows } = await sql<{ before: string }>`
        update room set read_by = ${readBy} where event_id = ${eventId} returning old.read_by as before`.execute(
        db,
      );
      return { kind: kindOf(rows[0]!.before, readBy, place) };
    });
    return () => hint && hints.send(hint);
  },
});

/** Before the first change there is nobody who could have followed. */
const kindOf = (before: string, now: string, { revision }: RoomPlace) => {
  if (before === '' && revision === 0) return null;
  return before === now ? 'EVENT_CHANGED' : 'READERS_CHANGED';
};
