import { rightsChanged } from '../access/rights-changed.ts';
import type { Em } from '../../platform/db/orm.ts';
import { lockPersonByHandle } from '../person/find-person.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';
import { endVouches, tellUnvouched } from './vouches.ts';
import { recordRemoval, type Removed } from './role-removal.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { giveRole } from './give-role.ts';
import { lockOrganization } from '../organization/lock-organization.ts';
import type { Role } from '../access/role.ts';

/** What came of giving or taking a role. */
export interface RoleSet {
  /** Null when there is none now. */
  membership: { organizationId: string; personId: string; role: Role } | null;
  /** What was taken away just now, and until when that can be undone. */
  removal: Removed | null;
}

/**
 * Gives a person a role in an organization, in place of the one they have; null takes it away, which can be undone
 * for a minute (`role-removal.ts`). Organizers of that organization and coordinators may. Only a
 * coordinator may leave it without an organizer. Without a role their word for others ends too. Cards that somebody may
 * no longer read go back to the board. Its organizers and the person are told.
 */
export async function setRole(
  services: Services,
  viewer: Viewer,
  { organizationId, handle, role }: { organizationId: string; handle: string; role: Role | null },
): Promise<RoleSet> {
  const { personId, notices, unvouched, removal } = await services.orm.em.fork().transactional(async (em) => {
    await lockOrganization(em, organizationId);
    const now = requireViewer(await refreshViewer(em, viewer));
    if (!now.coordinator && now.roles.get(organizationId) !== 'ORGANIZER') {
      throw notAllowed(
        'ORGANIZERS_AND_COORDINATORS_ONLY',
        'Only organizers of this organization and coordinators can give roles in it.',
      );
    }
    const { id: personId } = await lockPersonByHandle(em, handle);
    if (role !== 'ORGANIZER' && !now.coordinator && (await isLastOrganizer(em, organizationId, personId))) {
      throw notAllowed(
        'LAST_ORGANIZER',
        'Somebody must stay organizer. Name another first, or ask a coordinator.',
      );
    }
    const given = { organizationId, personId, role, byId: now.personId };
    if (role !== null) {
      const notices = await giveRole(services, em, given);
      return { personId, notices, unvouched: [], removal: null };
    }
    const ended = await endVouches(em, personId, organizationId);
    const vouches = ended.map(({ id }) => id);
    const removal = await recordRemoval(em, { organizationId, personId, byId: now.personId, vouches });
    const notices = await giveRole(services, em, given);
    return { personId, notices, unvouched: ended.map((vouch) => vouch.personId), removal };
  });
  services.word.hint(notices);
  await rightsChanged(services, personId);
  await tellUnvouched(services, unvouched);
  return { membership: role && { organizationId, personId, role }, removal };
}

async function isLastOrganizer(em: Em, organizationId: string, personId: string): Promise<boolean> {
  const organizers = await em
    .getKysely()
    .selectFrom('membership')
    .select('person_id as personId')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'ORGANIZER')
    .execute();
  return organizers.length === 1 && organizers[0]!.personId === personId;
}
