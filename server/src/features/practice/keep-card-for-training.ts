import { type RawBuilder, sql } from 'kysely';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { type GuestsOfGathering, keepCard, notToBeKept } from '../../core/card/kept-card.ts';
import { numberBetween } from '../../platform/input/text.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { readSessionsById } from '../event/event-sessions.ts';
import { readEventsById } from '../event/read-events.ts';

/** How long after the end of a training a card is kept at most, in hours. */
export const MOST_HOURS = 48;

/** Who was checked in there; of one that was called off, everybody. */
export const guestsOfTraining: GuestsOfGathering = (
  gathering,
  personId,
): RawBuilder<boolean> => sql<boolean>`(
  exists (select from registration where registration.event_id = ${gathering}
    and registration.person_id = ${personId} and registration.state = 'ATTENDED')
  or exists (select from event where event.id = ${gathering} and event.cancelled_at is not null))`;

export interface KeepCardInput {
  cardId: string;
  /** Null gives the card back to everybody. */
  sessionId: string | null;
  hours: number;
}

/** Keeps a public open card for those who were checked in at the training of a session, until hours after its end. */
export async function keepCardForTraining(
  services: Services,
  viewer: Viewer,
  { cardId, sessionId, hours }: KeepCardInput,
): Promise<void> {
  const kept = sessionId === null ? null : await untilAfter(services, viewer, sessionId, hours);
  await keepCard(services, viewer.personId, { cardId, kept });
}

async function untilAfter(services: Services, viewer: Viewer, sessionId: string, hours: number) {
  const most = numberBetween(hours, 'hours', 1, MOST_HOURS);
  const em = services.orm.em.fork();
  const actor = requireViewer(await refreshViewer(em, viewer));
  const [session] = await readSessionsById(em.getKysely(), [sessionId]);
  const [event] = session ? await readEventsById(em, readerOf(actor), [session.eventId]) : [];
  if (!event) throw notFound('session');
  if (event.kind !== 'TRAINING')
    throw wrongStage('NOT_A_TRAINING', 'Cards are kept for trainings: this event is none.');
  if (event.phase === 'CANCELLED') throw wrongStage('EVENT_CANCELLED', 'This event was called off.');
  const { rows } = await sql<{ until: Date; isNear: boolean }>`
    select ends_at + make_interval(secs => ${most * 3600}) as until,
      now() between starts_at - interval '1 day' and ends_at + make_interval(secs => ${most * 3600}) as "isNear"
    from event where id = ${event.id}`.execute(em.getKysely());
  const { until, isNear } = rows[0]!;
  if (!isNear) throw notToBeKept();
  return { gathering: event.id, until };
}
