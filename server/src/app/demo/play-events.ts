import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { createEvent } from '../../features/event/create-event.ts';
import { checkIn } from '../../features/registration/check-in.ts';
import { register } from '../../features/registration/register.ts';
import { runRegistrationJob } from '../../features/registration/run-registration-job.ts';
import type { Services } from '../../platform/services.ts';
import { laterWall, movedWall } from '../../platform/input/wall-time.ts';
import { playRoom } from './play-room.ts';
import { layOutSlides } from './lay-out-slides.ts';
import type { Handle } from './story.ts';
import { playPractice } from './play-practice.ts';
import { type DemoEvent, events } from './story-events.ts';

/** Far enough for whoever comes to what has begun since to have asked for a place before. */
const WEEKS_AHEAD = 4;
const TIME_ZONE = 'America/Chicago';

/** Plays the events of the demo by the use cases that people use; then those that were move into the past. */
export async function playEvents(
  services: Services,
  cast: Record<Handle, Viewer>,
  place: { organizationId: string; campaignId: string },
): Promise<void> {
  for (const event of events) await playEvent(services, cast, place, event);
}

async function playEvent(
  services: Services,
  cast: Record<Handle, Viewer>,
  place: { organizationId: string; campaignId: string },
  { beginsInHours, lastsHours, words, sessions = [], slides = [], comes }: DemoEvent,
): Promise<void> {
  const isAhead = beginsInHours > 0;
  const begins = wallIn(beginsInHours, isAhead ? 'hour' : 'minute');
  const startsWall = isAhead ? begins : laterWall(begins, { weeks: WEEKS_AHEAD });
  const endsWall = later(startsWall, lastsHours * 60);
  const eventId = await createEvent(services, cast.marisol, {
    ...{ ...words, ...place, startsWall, endsWall, timeZone: TIME_ZONE },
    // A demo that is started in the night of the change has to stand as well.
    ...{ startsFold: 'EARLIER', endsFold: 'LATER' },
    sessions: sessions.map(({ afterMinutes, ...session }) => ({
      ...session,
      startsWall: later(startsWall, afterMinutes),
      startsFold: 'EARLIER',
    })),
  });
  for (const { who, people = 1, seat = 'ROOM', isHere = false } of comes) {
    const viewer = typeof who === 'string' ? cast[who] : null;
    const name = typeof who === 'string' ? null : who.name;
    const requestId = crypto.randomUUID();
    const { registrationId } = await register(services, viewer, { eventId, seat, people, name, requestId });
    if (isHere) await checkIn(services, cast.marisol, { eventId, registrationId });
  }
  for (const each of slides) await layOutSlides(services, cast.marisol, eventId, each);
  if (words.kind === 'TRAINING') await playPractice(services, cast, eventId);
  if (!isAhead && beginsInHours + lastsHours > 0) await playRoom(services, cast, eventId);
  if (isAhead) return;
  const { rows } = await sql<{ endsAt: Date }>`update event set starts_wall = ${begins},
      ends_wall = ${later(begins, lastsHours * 60)}, starts_at = starts_at - ago, ends_at = ends_at - ago
    from make_interval(weeks => ${WEEKS_AHEAD}) as ago where id = ${eventId} returning ends_at as "endsAt"`.execute(
    services.orm.em.fork().getKysely(),
  );
  await runRegistrationJob(services, { countOf: eventId, endsAt: rows[0]!.endsAt.toISOString() });
}

/** What clocks there show so many hours from now, on the minute or on the hour. */
function wallIn(hours: number, to: 'minute' | 'hour'): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date(Date.now() + hours * 3_600_000))
    .replace(' ', 'T');
  return to === 'hour' ? `${shown.slice(0, 11)}18:00` : shown;
}

const later = (wall: string, minutes: number) =>
  movedWall(wall, {
    from: '2026-01-01T00:00',
    to: new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString().slice(0, 16),
  });
