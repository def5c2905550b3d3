import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { createOrganization } from '../../src/core/organization/create-organization.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { createEvent, type NewEvent } from '../../src/features/event/create-event.ts';
import type { Services } from '../../src/platform/services.ts';
import { aHandle } from './local-on-strike.ts';
import { asNow, coordinator, joinAs } from './people.ts';

/** An organization that holds events, with one of each kind of person. */
export interface Hosts {
  organizationId: string;
  coordinator: Viewer;
  organizer: Viewer;
  member: Viewer;
  stranger: Viewer;
}

export async function hosts(services: Services): Promise<Hosts> {
  const cora = await coordinator(services, aHandle());
  const organizationId = await createOrganization(services, cora, {
    name: 'Transit Workers 41',
    kind: 'UNION_LOCAL',
  });
  const withRole = async (role: 'ORGANIZER' | 'MEMBER') => {
    const { viewer } = await joinAs(services, aHandle());
    await setRole(services, cora, { organizationId, handle: viewer.handle, role });
    return asNow(services, viewer);
  };
  return {
    organizationId,
    coordinator: await asNow(services, cora),
    organizer: await withRole('ORGANIZER'),
    member: await withRole('MEMBER'),
    stranger: (await joinAs(services, aHandle())).viewer,
  };
}

/** What clocks in UTC show so many hours from now. */
export const wallIn = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);

/** An event in a week, in a room of that many places; returns its row id. */
export function anEvent(services: Services, by: Hosts, words: Partial<NewEvent> = {}): Promise<string> {
  return createEvent(services, by.organizer, {
    organizationId: by.organizationId,
    slug: `talk-${randomBytes(6).toString('hex')}`,
    title: 'Tools and tactics',
    kind: 'CONVERSATION',
    place: 'Union hall, 41 Main Street',
    startsWall: wallIn(168),
    endsWall: wallIn(170),
    timeZone: 'UTC',
    ...words,
  });
}

/** Time passes for an event: it begins and ends so many hours earlier than it did. */
export async function letEventComeNear(services: Services, eventId: string, hours: number): Promise<void> {
  await sql`update event set starts_at = starts_at - make_interval(mins => ${Math.round(hours * 60)}),
    ends_at = ends_at - make_interval(mins => ${Math.round(hours * 60)}) where id = ${eventId}`.execute(
    services.orm.em.fork().getKysely(),
  );
}
