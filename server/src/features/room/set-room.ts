import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { plainText } from '../../platform/input/text.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeRoom, requireLead } from './change-room.ts';

export const NOW_TEXT = 140;

/** Says what is on: a session of the event, or words; neither is nothing. For who leads. */
export async function setNowOn(
  services: Services,
  viewer: Viewer,
  { eventId, sessionId = null, ...input }: { eventId: string; sessionId?: string | null; words: string },
): Promise<{ revision: number }> {
  const words = plainText(input.words, { field: 'words', max: NOW_TEXT, optional: true });
  return changeRoom(services, { eventId, viewer }, async (room) => {
    requireLead(room);
    const { rows } = await sql`select from event_session
      where id = ${sessionId} and event_id = ${eventId}`.execute(room.db);
    if (sessionId !== null && rows.length === 0) throw notFound('session');
    const nothing = sessionId === null && words === '';
    const changed = await sql`
      update room set now_session_id = ${sessionId}, now_words = ${words},
        now_since = case when ${nothing}::bool then null else clock_timestamp() end
      where event_id = ${eventId} and (now_session_id is distinct from ${sessionId}::uuid or now_words <> ${words})
      returning 1`.execute(room.db);
    return { kind: changed.rows.length > 0 ? 'NOW_SET' : null, result: undefined };
  });
}

/** Says whether questions are to be read before somebody looked at them. For who leads. */
export const updateRoom = (
  services: Services,
  viewer: Viewer,
  { eventId, shownAtOnce }: { eventId: string; shownAtOnce: boolean },
): Promise<{ revision: number }> =>
  changeRoom(services, { eventId, viewer }, async (room) => {
    requireLead(room);
    if (room.place.shownAtOnce === shownAtOnce) return { kind: null, result: undefined };
    await sql`update room set shown_at_once = ${shownAtOnce} where event_id = ${eventId}`.execute(room.db);
    return { kind: 'ROOM_SET', result: undefined };
  });
