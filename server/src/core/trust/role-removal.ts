import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { rightsChanged } from '../access/rights-changed.ts';
import type { Role } from '../access/role.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';
import { lockOrganization } from '../organization/lock-organization.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notAllowed, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { giveRole } from './give-role.ts';
import { restoreVouches, tellUnvouched } from './vouches.ts';

/** For how long whoever took a role away can undo it. */
export const UNDO_SECONDS = 60;

/** A role that was taken away, and until when that can be undone. */
export interface Removed {
  id: string;
  undoUntil: Date;
}

/**
 * Writes down what somebody is about to lose, in the transaction that takes it; null where they have no role. Lock the
 * organization first.
 */
export async function recordRemoval(
  em: Em,
  {
    organizationId,
    personId,
    byId,
    vouches,
  }: { organizationId: string; personId: string; byId: string; vouches: readonly string[] },
): Promise<Removed | null> {
  const { rows } = await sql<Removed>`
    insert into role_removal (id, organization_id, person_id, role, given_by_id, by_id, vouches)
    select ${newId()}, organization_id, person_id, role, given_by_id, ${byId}, ${vouches}::uuid[] from membership
    where organization_id = ${organizationId} and person_id = ${personId}
    returning id, at + make_interval(secs => ${UNDO_SECONDS}) as "undoUntil"`.execute(em.getKysely());
  return rows[0] ?? null;
}

/**
 * Gives a role back as it was, with the word of that person for others. Whoever took it away may, within a minute by
 * the database's clock, while they may still give roles there or it was their own. Refuses where the person has a role
 * again, lost another one since, or the local does not want them any more. Cards that went back to the board stay there.
 */
export async function undoRoleRemoval(
  services: Services,
  viewer: Viewer,
  removalId: string,
): Promise<{ organizationId: string; personId: string; role: Role }> {
  const { membership, notices, vouched } = await services.orm.em.fork().transactional(async (em) => {
    const { personId: me } = requireViewer(await refreshViewer(em, viewer));
    const { organizationId, personId, role, givenById } = await readRemoval(em, removalId, me);
    await lockOrganization(em, organizationId);
    const now = requireViewer(await refreshViewer(em, viewer));
    if (personId !== me && !now.coordinator && now.roles.get(organizationId) !== 'ORGANIZER') {
      throw notAllowed(
        'ORGANIZERS_AND_COORDINATORS_ONLY',
        'Only organizers of this organization and coordinators can give roles in it.',
      );
    }
    if (await isUnwanted(em, { organizationId, personId })) {
      throw notAllowed(
        'BLOCKED_MEANWHILE',
        'This person was blocked meanwhile. Take the block back first, then give the role again.',
      );
    }
    const { rows } = await sql<{ vouches: string[] }>`update role_removal set undone_at = clock_timestamp()
      where id = ${removalId} and undone_at is null
        and at > clock_timestamp() - make_interval(secs => ${UNDO_SECONDS})
        and not exists (select from membership
          where organization_id = ${organizationId} and person_id = ${personId})
        and not exists (select from role_removal later where later.organization_id = ${organizationId}
          and later.person_id = ${personId} and later.at > role_removal.at)
      returning vouches`.execute(em.getKysely());
    if (!rows[0])
      throw wrongStage('ROLE_MINUTE_OVER', 'The minute is over. Give the role again in the list.');
    const membership = { organizationId, personId, role };
    return {
      membership,
      notices: await giveRole(services, em, { ...membership, byId: givenById ?? me, doneBy: me }),
      vouched: await restoreVouches(em, rows[0].vouches),
    };
  });
  services.word.hint(notices);
  await rightsChanged(services, membership.personId);
  // Their rights changed too, as when a vouch ends.
  await tellUnvouched(services, vouched);
  return membership;
}

/** What the viewer took away. Whether somebody else took something away is not theirs to know. */
async function readRemoval(em: Em, removalId: string, byId: string) {
  const removal = await em
    .getKysely()
    .selectFrom('role_removal')
    .select([
      'organization_id as organizationId',
      'person_id as personId',
      'role',
      'given_by_id as givenById',
    ])
    .where('id', '=', removalId)
    .where('by_id', '=', byId)
    .executeTakeFirst();
  if (!removal) throw notFound('removal');
  return removal;
}

/** Whether somebody is blocked on a campaign of an organization. */
export async function isUnwanted(
  em: Em,
  { organizationId, personId }: { organizationId: string; personId: string },
): Promise<boolean> {
  const { rows } = await sql`select from campaign_block join campaign on campaign.id = campaign_id
    where person_id = ${personId} and organization_id = ${organizationId} limit 1`.execute(em.getKysely());
  return rows.length > 0;
}
