import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import type { Services } from '../../platform/services.ts';
import { changeEvent, requireAhead } from './change-event.ts';
import { movedSessions, readSessions, type SessionRow, writeSessions } from './event-sessions.ts';
import { type EventWordsInput, type Folds, takeEventWords } from './event-words.ts';
import type { EventRow } from './read-events.ts';
import { columnsOf, momentsOf, requireSomewhere } from './write-event.ts';

/** What calendars show. */
const OF_CALENDARS = ['title', 'place', 'streamUrl', 'startsWall', 'endsWall', 'timeZone'] as const;

/**
 * Changes what is said about an event. Whoever has a place hears when it is at another time or place. A capacity below
 * what is taken throws nobody out: nobody new gets in until it fits. Refuses what is not as `asRead` says any more.
 */
export async function updateEvent(
  services: Services,
  viewer: Viewer,
  input: EventWordsInput & Folds & { eventId: string; asRead?: EventWordsInput | null | undefined },
): Promise<void> {
  const words = takeEventWords(input);
  await changeEvent(services, viewer, input.eventId, async (em, event) => {
    requireAhead(event);
    const db = em.getKysely();
    const sessions = await readSessions(db, [event.id]);
    const shown = { ...event, parties: partiesAsRead(event), sessions: sessions.map(sessionAsRead) };
    requireAsRead(input.asRead as Record<string, unknown>, shown, {
      ...words,
      ...(words.parties && { parties: partiesAsRead({ parties: words.parties }) }),
      ...(input.sessions && { sessions: input.sessions }),
    });
    const wanted = { ...event, ...words };
    if (words.streamUrl) wanted.online = true;
    requireSomewhere(wanted);
    const isTimed = (['startsWall', 'endsWall', 'timeZone'] as const).some(
      (field) => words[field] !== undefined && words[field] !== event[field],
    );
    const chosen = input.startsFold != null || input.endsFold != null;
    const moments = isTimed || chosen ? momentsOf(wanted, input) : event;
    const changed = Object.keys(words).filter(
      (field) => !isDeepStrictEqual(event[field as keyof EventRow], words[field as keyof typeof words]),
    );
    const isMoved =
      moments.startsAt.getTime() !== event.startsAt.getTime() ||
      moments.endsAt.getTime() !== event.endsAt.getTime() ||
      wanted.place !== event.place;
    if (changed.length === 0 && !isMoved && input.sessions == null) return null;
    const isInCalendars = isMoved || OF_CALENDARS.some((field) => changed.includes(field));
    await db
      .updateTable('event')
      .set({
        ...columnsOf(words),
        online: wanted.online,
        starts_at: moments.startsAt,
        ends_at: moments.endsAt,
        ...(isMoved && { moved_at: sql<Date>`clock_timestamp()` }),
        ...(isInCalendars && { sequence: event.sequence + 1 }),
      } as never)
      .where('id', '=', event.id)
      .execute();
    const { id, timeZone } = wanted;
    const frame = { id, timeZone, startsAt: moments.startsAt, endsAt: moments.endsAt };
    const move = { from: event.startsWall, to: wanted.startsWall };
    if (input.sessions) await writeSessions(db, frame, input.sessions);
    else if (isTimed) await writeSessions(db, frame, movedSessions(sessions, move));
    return { kind: 'UPDATED', moved: isMoved };
  });
}

const partiesAsRead = ({ parties }: Pick<EventRow, 'parties'>) =>
  parties.map(({ part, name, organizationId }) => ({
    ...{ part, name },
    organizationId: organizationId && toGlobalId('Organization', organizationId),
  }));

const sessionAsRead = ({ id, title, presenter, skills, materials, startsWall, minutes }: SessionRow) => ({
  ...{ id: toGlobalId('EventSession', id), title, presenter, skills, materials, startsWall, minutes },
});
