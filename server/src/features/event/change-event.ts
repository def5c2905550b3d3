import type { Em } from '../../platform/db/orm.ts';
import { notAllowed, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import {
  type Reader,
  readerOf,
  refreshViewer,
  requireViewer,
  type Rights,
  type Viewer,
} from '../../core/access/viewer.ts';
import { mayManageEvent } from './event.policy.ts';
import type { EventFact } from './event-listener.ts';
import { type EventRow, lockEvent, readEventsById } from './read-events.ts';

type Change = Pick<EventFact, 'kind' | 'moved'>;

/**
 * Changes an event: its row is held, whoever changes it may, and everybody who hears of events adds what follows from
 * it in the same transaction. Where `change` returns null, nothing was changed.
 */
export async function changeEvent(
  services: Services,
  viewer: Viewer,
  eventId: string,
  change: (em: Em, event: EventRow) => Promise<Change | null>,
): Promise<void> {
  const afterwards = await services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const event = await lockReadable(em, readerOf(actor), eventId);
    requireManager(actor, event);
    const changed = await change(em, event);
    return changed ? tellListeners(services, em, { ...changed, eventId, actorId: actor.personId }) : [];
  });
  for (const after of afterwards) after();
}

/** In the transaction of a change: what follows from it. Returns what is to be called after the commit. */
export async function tellListeners(
  { eventListeners }: Pick<Services, 'eventListeners'>,
  em: Em,
  fact: EventFact,
): Promise<(() => void)[]> {
  const afterwards: (() => void)[] = [];
  for (const listener of eventListeners) afterwards.push(await listener.changed(em, fact));
  return afterwards;
}

/** The event, held until the transaction ends. One that the reader may not read is not there. */
export async function lockReadable(em: Em, reader: Reader, eventId: string): Promise<EventRow> {
  const held = await lockEvent(em, eventId);
  const [event] = held ? await readEventsById(em, reader, [eventId]) : [];
  if (!event) throw notFound('event');
  return event;
}

export function requireManager(rights: Rights, event: Parameters<typeof mayManageEvent>[1]): void {
  if (mayManageEvent(rights, event)) return;
  throw notAllowed(
    'ORGANIZERS_AND_COORDINATORS_ONLY',
    'Only organizers of the organization that holds this event, and coordinators, can do this.',
  );
}

/** Refuses what makes no sense any more once an event is called off, or over. */
export function requireAhead({ phase }: Pick<EventRow, 'phase'>): void {
  if (phase === 'CANCELLED') throw wrongStage('EVENT_CANCELLED', 'This event was called off.');
  if (phase === 'OVER') throw wrongStage('EVENT_OVER', 'This event is over.');
}
