import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { readEventsById } from '../event/read-events.ts';
import { readBySecret, readOfPerson, type RegistrationRow } from '../registration/read-registrations.ts';
import { requirePlace } from './feedback-time.ts';

/** By which place somebody speaks: the viewer's at an event, or that of whoever has the receipt. */
export type ByPlace = { viewer: Viewer; eventId: string } | { secret: string };

/** The place somebody speaks by. Refuses an event they may not read, and one at which they have none. */
export async function findPlace(em: Em, by: ByPlace): Promise<RegistrationRow> {
  const db = em.getKysely();
  if ('secret' in by) {
    const found = await readBySecret(db, by.secret);
    requirePlace(found);
    return found;
  }
  const viewer = requireViewer(await refreshViewer(em, by.viewer));
  const [event] = await readEventsById(em, readerOf(viewer), [by.eventId]);
  if (!event) throw notFound('event');
  const [mine] = await readOfPerson(db, viewer.personId, [event.id]);
  requirePlace(mine ?? { state: 'CANCELLED' });
  return mine!;
}
