import { agreeToConduct } from '../../src/core/trust/agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../../src/core/person/conduct.ts';
import { appointCoordinator } from '../../src/core/trust/appoint-coordinator.ts';
import { join, type Joined } from '../../src/core/person/join.ts';
import { refreshViewer, type Viewer } from '../../src/core/access/viewer.ts';
import type { Services } from '../../src/platform/services.ts';

/** A browser without a session. */
export const stranger = { viewer: null, device: 'Firefox on Android' };

/** Somebody new, signed in, with the secrets they got. */
export function joinAs(services: Services, handle: string): Promise<Joined> {
  return join(services, { handle, skills: ['WRITING'], languages: ['en'] }, stranger);
}

/** Somebody new, signed in. */
export async function newcomer(services: Services, handle: string): Promise<Viewer> {
  return (await joinAs(services, handle)).viewer;
}

/** A coordinator, signed in. */
export async function coordinator(services: Services, handle: string): Promise<Viewer> {
  const viewer = await newcomer(services, handle);
  await appointCoordinator(services, handle);
  await agreeToConduct(services, viewer, { version: CONDUCT_VERSION });
  return asNow(services, viewer);
}

/** The viewer with the rights they have now. */
export function asNow(services: Services, viewer: Viewer): Promise<Viewer> {
  return refreshViewer(services.orm.em.fork(), viewer);
}

/** Everything held about people, to show that a refusal changed nothing. */
export async function everythingAboutPeople(services: Services): Promise<unknown> {
  const db = services.orm.em.fork().getKysely();
  return {
    people: await db.selectFrom('person').selectAll().orderBy('id').execute(),
    standings: await db.selectFrom('standing_change').selectAll().orderBy('id').execute(),
    statements: await db.selectFrom('conduct_statement').selectAll().orderBy('person_id').execute(),
    blocks: await db.selectFrom('campaign_block').selectAll().orderBy('person_id').execute(),
    vouches: await db.selectFrom('vouch').selectAll().orderBy('id').execute(),
    sessions: await db.selectFrom('session').selectAll().orderBy('id').execute(),
    organizations: await db.selectFrom('organization').selectAll().orderBy('id').execute(),
    memberships: await db
      .selectFrom('membership')
      .selectAll()
      .orderBy('organization_id')
      .orderBy('person_id')
      .execute(),
  };
}
