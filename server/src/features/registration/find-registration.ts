import type { Context } from '../../core/access/context.ts';
import { mayManageEvent } from '../event/event.policy.ts';
import { readEventsById } from '../event/read-events.ts';
import { readRegistration } from './read-registrations.ts';
import { type RegistrationType, toRegistration } from './registration.type.ts';

/** A registration by its row id, for whose it is and for who stands at that door; null for everybody else. */
export async function findRegistration(
  { em, reader, viewer }: Context,
  uuid: string,
): Promise<RegistrationType | null> {
  if (!viewer) return null;
  const found = await readRegistration(em.getKysely(), uuid);
  if (!found) return null;
  if (found.personId === viewer.personId) return toRegistration(found);
  const [event] = await readEventsById(em, reader, [found.eventId]);
  return event && viewer.standing !== 'SUSPENDED' && mayManageEvent(viewer, event)
    ? toRegistration(found)
    : null;
}
