import { rightsChanged } from '../access/rights-changed.ts';
import type { Em } from '../../platform/db/orm.ts';
import { lockPersonByHandle } from '../person/find-person.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';
import { endVouchesBy, tellUnvouched } from './vouches.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { giveRole } from './give-role.ts';
import { lockOrganization } from '../organization/lock-organization.ts';
import type { Role } from '../access/role.ts';

/**
 * Gives a person a role in an organization, in place of the one they have; null takes it away. Returns the
 * membership, or null when there is none now. Organizers of that organization and coordinators may. Only a
 * coordinator may leave it without an organizer. Without a role their word for others ends too. Cards that somebody may
 * no longer read go back to the board. Its organizers and the person are told.
 */
export async function setRole(
  services: Services,
  viewer: Viewer,
  { organizationId, handle, role }: { organizationId: string; handle: string; role: Role | null },
): Promise<{ organizationId: string; personId: string; role: Role } | null> {
  const { personId, notices, unvouched } = await services.orm.em.fork().transactional(async (em) => {
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
    const notices = await giveRole(services, em, given);
    return {
      personId,
      notices,
      unvouched: role === null ? await endVouchesBy(em, personId, organizationId) : [],
    };
  });
  services.word.hint(notices);
  await rightsChanged(services, personId);
  await tellUnvouched(services, unvouched);
  return role && { organizationId, personId, role };
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
