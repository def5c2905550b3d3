import { sql } from 'kysely';
import { rightsChanged } from '../../core/access/rights-changed.ts';
import type { Role } from '../../core/access/role.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { lockOrganization } from '../../core/organization/lock-organization.ts';
import { giveRole } from '../../core/trust/give-role.ts';
import { isUnwanted } from '../../core/trust/role-removal.ts';
import type { Em } from '../../platform/db/orm.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { findRoleLink, type FoundLink, opens, roleLinkInvalid } from './find-role-link.ts';

/** What one is now. */
export interface Accepted {
  campaignSlug: string;
  role: Role;
}

/** Whoever has a role does not get a lesser one, nor uses a link up, by opening it. */
const RANK: Record<Role, number> = { ORGANIZER: 3, APPROVER: 2, MEMBER: 1 };

/** Whether somebody has what a link gives, or more. */
export function hasRole(viewer: Viewer | null, { organizationId, role }: FoundLink): Role | null {
  const has = viewer?.roles.get(organizationId);
  return has !== undefined && RANK[has] >= RANK[role] ? has : null;
}

/**
 * Takes the role that a link offers. All organizers of the organization are told, whoever made it too. Refuses the
 * suspended, whom the local blocked on one of its campaigns, and whose role was taken away after the link was made.
 * Of two who come at once by a link for one, one gets in.
 */
export async function acceptRoleLink(
  services: Services,
  viewer: Viewer,
  { token }: { token: string },
): Promise<Accepted> {
  const { accepted, notices, personId } = await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const link = await findRoleLink(em, token);
    const { organizationId, campaignSlug } = link;
    await lockOrganization(em, organizationId);
    // Whoever is put on hold, or blocked, at this moment is so before, or hears of it after.
    await sql`select from person where id = ${personId} for update`.execute(em.getKysely());
    const now = requireViewer(await refreshViewer(em, viewer));
    const has = hasRole(now, link);
    if (has) return { accepted: { campaignSlug, role: has }, notices: [], personId };
    await refuseUnwanted(em, { personId, link });
    // The look and the use are one statement: a link for one lets one in.
    const { rows } = await sql`update role_link link set uses = link.uses + 1 from campaign
      where link.id = ${link.id} and campaign.id = link.campaign_id and ${opens} returning link.id`.execute(
      em.getKysely(),
    );
    if (rows.length === 0) throw roleLinkInvalid();
    const given = { organizationId, personId, role: link.role, byId: link.createdById, doneBy: personId };
    const notices = await giveRole(services, em, given);
    return { accepted: { campaignSlug, role: link.role as Role }, notices, personId };
  });
  services.word.hint(notices);
  if (notices.length > 0) await rightsChanged(services, personId);
  return accepted;
}

async function refuseUnwanted(
  em: Em,
  { personId, link: { organizationId, createdAt } }: { personId: string; link: FoundLink },
): Promise<void> {
  if (await isUnwanted(em, { organizationId, personId })) {
    throw new Refusal(
      'BLOCKED',
      'The local has asked that you stay off a campaign of theirs. Talk to its organizers first.',
    );
  }
  const { rows } = await sql`select from role_removal where organization_id = ${organizationId}
    and person_id = ${personId} and undone_at is null and at >= ${createdAt} limit 1`.execute(em.getKysely());
  if (rows.length > 0) {
    throw new Refusal(
      'LINK_INVALID',
      'Your role here was taken away after this link was made. Ask an organizer for a new link.',
      'ROLE_TAKEN_AWAY',
    );
  }
}
