import { sql } from 'kysely';
import { loadViewers, type Viewer } from '../../src/core/access/viewer.ts';
import { createPracticeCard } from '../../src/features/practice/create-practice-card.ts';
import { handInPractice, startPractice } from '../../src/features/practice/do-practice.ts';
import { checkIn } from '../../src/features/registration/check-in.ts';
import { register } from '../../src/features/registration/register.ts';
import type { NewEvent } from '../../src/features/event/create-event.ts';
import type { Services } from '../../src/platform/services.ts';
import { anEvent, type Hosts, wallIn } from './an-event.ts';

/** A training with one session and one practice card. Row ids. */
export interface Training {
  eventId: string;
  sessionId: string;
  cardId: string;
}

export const PRACTICE = {
  title: 'Write a post',
  deliverable: 'Three posts',
  skill: 'WRITING',
  hours: 1,
  language: 'en',
} as const;

export async function aTraining(
  services: Services,
  by: Hosts,
  words: Partial<NewEvent> = {},
): Promise<Training> {
  const startsWall = words.startsWall ?? wallIn(168);
  const eventId = await anEvent(services, by, {
    kind: 'TRAINING',
    sessions: [{ title: 'Posts that travel', skills: ['WRITING'], startsWall, minutes: 30 }],
    ...words,
  });
  const { rows } = await sql<{
    id: string;
  }>`select id from event_session where event_id = ${eventId}`.execute(services.orm.em.fork().getKysely());
  const sessionId = rows[0]!.id;
  const cardId = await createPracticeCard(services, by.organizer, { ...PRACTICE, sessionId });
  return { eventId, sessionId, cardId };
}

/** Somebody comes to it: they have a place, and somebody at the door let them in. */
export async function comeTo(services: Services, by: Hosts, eventId: string, who: Viewer): Promise<void> {
  const { registrationId } = await register(services, who, { eventId, seat: 'ROOM', people: 1 });
  await checkIn(services, by.organizer, { eventId, registrationId });
}

/** What somebody did waits for an answer. Returns the row id of their practice. */
export async function practise(services: Services, cardId: string, who: Viewer): Promise<string> {
  const practiceId = await startPractice(services, who, cardId);
  await handInPractice(services, who, { practiceId, words: 'Here are three' });
  return practiceId;
}

/** Somebody with a session, as they are now. */
export async function viewerOf(services: Services, personId: string): Promise<Viewer> {
  const em = services.orm.em.fork();
  const { rows } = await sql<{ id: string }>`select id from session where person_id = ${personId}`.execute(
    em.getKysely(),
  );
  const [found] = await loadViewers(em, { sessionIds: rows.map(({ id }) => id) });
  return found!;
}
