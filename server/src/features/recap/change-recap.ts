import { sql } from 'kysely';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { lockReadable } from '../event/change-event.ts';
import type { EventRow } from '../event/read-events.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { readRecap, type RecapRow } from './read-recap.ts';

export interface RecapInHand {
  em: Em;
  event: EventRow;
  actor: Viewer;
  row: RecapRow;
  /** Told with the change. */
  notices: Notice[];
}

/** Changes the recap of an event: the event's row is held, so that what is said yes to is what is there. */
export async function changeRecap(
  services: Services,
  viewer: Viewer,
  eventId: string,
  change: (recap: RecapInHand) => Promise<void>,
): Promise<void> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const event = await lockReadable(em, readerOf(actor), eventId);
    const db = em.getKysely();
    const inHand: RecapInHand = { em, event, actor, row: await readRecap(db, eventId), notices: [] };
    await change(inHand);
    await notify(services, em, inHand.notices);
    return inHand.notices;
  });
  hintNotices(services, notices);
}

/** A recap is of what is over. */
export function requireOver({ phase }: Pick<EventRow, 'phase'>): void {
  if (phase === 'CANCELLED') throw wrongStage('EVENT_CANCELLED', 'This event was called off.');
  if (phase !== 'OVER') throw wrongStage('EVENT_NOT_OVER', 'The event is not over yet.');
}

/** Makes the row of a recap where there is none. */
export async function touch({ em, event }: Pick<RecapInHand, 'em' | 'event'>): Promise<void> {
  await sql`insert into recap (event_id) values (${event.id}) on conflict do nothing`.execute(em.getKysely());
}
