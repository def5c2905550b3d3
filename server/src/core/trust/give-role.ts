import type { Em } from '../../platform/db/orm.ts';
import type { Notice } from '../person/word.ts';
import type { Services } from '../../platform/services.ts';
import { Membership } from '../organization/organization.entity.ts';
import { type Role } from '../access/role.ts';

export interface RoleGiven {
  organizationId: string;
  personId: string;
  /** Null takes it away. */
  role: Role | null;
  /** Who gives it. */
  byId: string;
  /** Who did it just now, and need not be told; whoever gives it, unless said. */
  doneBy?: string;
}

/**
 * The one way in which somebody gets, changes or loses a role, in the transaction of `em`; rights are the caller's to
 * check. All organizers of the organization and the person are told, but for whoever did it: nobody gets in unseen.
 * Lock the organization first. After the commit, call `word.hint` with what it returns.
 */
export async function giveRole(
  services: Pick<Services, 'word'>,
  em: Em,
  { organizationId, personId, role, byId, doneBy = byId }: RoleGiven,
): Promise<Notice[]> {
  const place = { organization: organizationId, person: personId };
  const before = await em
    .getKysely()
    .selectFrom('membership')
    .select('role')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if ((before?.role ?? null) === role) return [];
  if (role === null) await em.nativeDelete(Membership, place);
  else await em.upsert(Membership, { ...place, role, givenBy: byId });
  const told = new Set([...(await readOrganizers(em, organizationId)), personId]);
  told.delete(doneBy);
  const notices = [...told].map((id): Notice => ({
    personId: id,
    kind: 'ROLE_CHANGED',
    organizationId,
    aboutId: personId,
    role,
  }));
  await services.word.tell(em, notices);
  return notices;
}

/** Row ids of the organizers of an organization who can act as such. */
export async function readOrganizers(em: Em, organizationId: string): Promise<string[]> {
  const rows = await em
    .getKysely()
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.id')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'ORGANIZER')
    .where('standing', '<>', 'SUSPENDED')
    .where('erased_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
