import { generateKeyBetween } from 'fractional-indexing';
import { sql } from 'kysely';
import { requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, notAllowed, notFound, Refusal, StaleFields } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeRoom, type RoomInHand } from './change-room.ts';
import { MOST_NOTES } from './read-room.ts';

export const NOTE_TEXT = 500;
/** Lines of one person who does not lead. */
export const MOST_LINES = 30;

/** What a change of a line answers. */
export interface NoteChanged {
  noteId: string;
  revision: number;
}

/** Adds a line to the notes: behind another one, or at the end. For whoever reads the event and has an account. */
export async function addNote(
  services: Services,
  viewer: Viewer,
  input: { eventId: string; text: string; afterId?: string | null },
): Promise<NoteChanged> {
  const text = plainText(input.text, { field: 'text', max: NOTE_TEXT });
  const { revision, result } = await changeRoom(
    services,
    { eventId: input.eventId, viewer },
    async (room) => {
      const { personId } = requireViewer(room.actor);
      const { id: eventId } = room.place;
      await requireRoomForLine(room, personId);
      const { rows } = await sql<{ id: string; position: string }>`
      select id, position from room_note where event_id = ${eventId}
      order by position collate "C", id`.execute(room.db);
      const at = input.afterId ? rows.findIndex(({ id }) => id === input.afterId) : rows.length - 1;
      if (input.afterId && at < 0) throw notFound('line');
      const position = generateKeyBetween(rows[at]?.position ?? null, rows[at + 1]?.position ?? null);
      const made = await sql<{ id: string }>`
      insert into room_note (id, event_id, position, text, person_id)
      values (gen_random_uuid(), ${eventId}, ${position}, ${text}, ${personId}) returning id`.execute(
        room.db,
      );
      const { id } = made.rows[0]!;
      return { kind: 'NOTE_ADDED', notes: [id], result: id };
    },
  );
  return { noteId: result, revision };
}

/**
 * Writes a line anew, on the version that was read. Where somebody else changed it meanwhile, the refusal says what it
 * says now. For who wrote it, and who leads.
 */
export async function updateNote(
  services: Services,
  viewer: Viewer,
  { eventId, noteId, ...input }: { eventId: string; noteId: string; version: number; text: string },
): Promise<NoteChanged> {
  const text = plainText(input.text, { field: 'text', max: NOTE_TEXT });
  const { revision } = await changeRoom(services, { eventId, viewer }, async (room) => {
    const line = await lineToChange(room, noteId);
    if (line.text === text) return { kind: null, result: undefined };
    if (line.version !== input.version)
      throw new StaleFields([{ field: 'text', now: JSON.stringify(line.text) }]);
    await sql`update room_note set text = ${text}, version = version + 1, at = clock_timestamp()
      where id = ${noteId}`.execute(room.db);
    return { kind: 'NOTE_UPDATED', notes: [noteId], result: undefined };
  });
  return { noteId, revision };
}

/** Takes a line away, with its words, on the version that was read. For who wrote it, and who leads. */
export async function removeNote(
  services: Services,
  viewer: Viewer,
  { eventId, noteId, version }: { eventId: string; noteId: string; version: number },
): Promise<{ revision: number }> {
  const { revision } = await changeRoom(services, { eventId, viewer, evenWhenClosed: true }, async (room) => {
    const line = await lineToChange(room, noteId);
    if (line.version !== version) throw new StaleFields([{ field: 'text', now: JSON.stringify(line.text) }]);
    await sql`update room_note set text = '', removed_at = clock_timestamp() where id = ${noteId}`.execute(
      room.db,
    );
    return { kind: 'NOTE_REMOVED', notes: [noteId], result: undefined };
  });
  return { revision };
}

async function lineToChange(
  { db, place, actor, leads }: RoomInHand,
  noteId: string,
): Promise<{ version: number; text: string }> {
  const { personId } = requireViewer(actor);
  const { rows } = await sql<{ version: number; text: string; personId: string | null }>`
    select version, text, person_id as "personId" from room_note
    where id = ${noteId} and event_id = ${place.id} and removed_at is null`.execute(db);
  const [line] = rows;
  if (!line) throw notFound('line');
  if (!leads && line.personId !== personId)
    throw notAllowed('NOT_YOUR_LINE', 'Whoever wrote this line changes it, and those who lead.');
  return line;
}

async function requireRoomForLine({ db, place, leads }: RoomInHand, personId: string): Promise<void> {
  const { rows } = await sql<{ all: number; own: number }>`
    select count(*)::int as "all", count(*) filter (where person_id = ${personId})::int as own
    from room_note where event_id = ${place.id} and removed_at is null`.execute(db);
  const { all, own } = rows[0]!;
  if (all >= MOST_NOTES)
    throw new InvalidInput('text', 'TOO_MANY', `The notes of an event have ${MOST_NOTES} lines at most.`, {
      limit: MOST_NOTES,
    });
  if (!leads && own >= MOST_LINES)
    throw new Refusal(
      'TOO_MANY_REQUESTS',
      `You wrote ${MOST_LINES} lines here. Change one of yours.`,
      'LINES_WRITTEN',
    );
}
