import type { Context } from '../../core/access/context.ts';
import { readSessionsById } from './event-sessions.ts';
import { type EventSessionType, toSession } from './event.type.ts';
import { readEventsById } from './read-events.ts';

/** A session by its row id; null for what is not there, and of an event that one may not read. */
export async function findSession({ em, reader }: Context, uuid: string): Promise<EventSessionType | null> {
  const [session] = await readSessionsById(em.getKysely(), [uuid]);
  const [event] = session ? await readEventsById(em, reader, [session.eventId]) : [];
  return session && event ? toSession(session) : null;
}
