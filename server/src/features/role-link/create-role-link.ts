import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { hashOf, newSessionToken } from '../../core/access/secret.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { mayManageCampaign, readCampaignOf } from '../../core/campaign/campaign-rights.ts';
import { lockOrganization } from '../../core/organization/lock-organization.ts';
import { readOrganizers } from '../../core/trust/give-role.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import {
  asMissing,
  InvalidInput,
  notAllowed,
  notFound,
  Refusal,
  wrongStage,
} from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import type { LinkRole } from './role-link.entity.ts';

/** Days for which a link may open something. */
export const MAX_DAYS = 14;
/** People whom one link lets in. */
export const MAX_USES = 20;
const MAX_LABEL = 80;
/** Links of one campaign that open something at once. */
const MAX_OPEN = 10;

/**
 * Makes a link by which whoever has it becomes organizer or approver of the organization of a campaign. Organizers of it
 * and coordinators may; all its other organizers are told. Returns the token: nothing but its hash is kept.
 */
export async function createRoleLink(
  services: Services,
  viewer: Viewer,
  input: { campaignId: string; label: string; role: LinkRole; days: number; maxUses: number },
): Promise<{ token: string }> {
  const { campaignId, role, days, maxUses } = input;
  const token = newSessionToken();
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const { actor, organizationId } = await requireGiver(em, viewer, campaignId);
    const label = plainText(input.label, { field: 'label', max: MAX_LABEL });
    requireWithin('days', days, MAX_DAYS);
    requireWithin('maxUses', maxUses, MAX_USES);
    // Of two who make the last one at once, the second waits here and is refused.
    await lockOrganization(em, organizationId);
    const made = await sql`
      insert into role_link (id, campaign_id, token_hash, label, role, max_uses, created_by_id, expires_at)
      select ${newId()}, ${campaignId}, ${hashOf(token)}, ${label}, ${role}, ${maxUses}, ${actor.personId},
        clock_timestamp() + make_interval(days => ${days})
      where (select count(*) from role_link where campaign_id = ${campaignId} and revoked_at is null
        and uses < max_uses and expires_at > clock_timestamp()) < ${MAX_OPEN}
        and (select ended_at from campaign where id = ${campaignId}) is null
      returning id`.execute(em.getKysely());
    if (made.rows.length === 0) throw await noneMade(em, campaignId);
    const organizers = await readOrganizers(em, organizationId);
    const notices = organizers
      .filter((id) => id !== actor.personId)
      .map((personId): Notice => ({
        ...{ personId, kind: 'ROLE_LINK_MADE', campaignId },
        ...{ organizationId, aboutId: actor.personId, role },
      }));
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
  return { token };
}

/** Takes a link back; who came by it keeps their role. Returns the row id of its campaign. Whoever may make one may. */
export async function revokeRoleLink(services: Services, viewer: Viewer, linkId: string): Promise<string> {
  return services.orm.em
    .fork()
    .transactional(async (em) => {
      const link = await em
        .getKysely()
        .selectFrom('role_link')
        .select('campaign_id as campaignId')
        .where('id', '=', linkId)
        .executeTakeFirst();
      if (!link) {
        requireViewer(await refreshViewer(em, viewer));
        throw notFound('link');
      }
      const { organizationId } = await requireGiver(em, viewer, link.campaignId);
      // Whoever is just coming in by it is through before, or finds it taken back.
      await lockOrganization(em, organizationId);
      await sql`update role_link set revoked_at = clock_timestamp()
        where id = ${linkId} and revoked_at is null`.execute(em.getKysely());
      return link.campaignId;
    })
    .catch(asMissing('link'));
}

async function requireGiver(em: Em, viewer: Viewer, campaignId: string) {
  const actor = requireViewer(await refreshViewer(em, viewer));
  const { organizationId } = await readCampaignOf(em, actor, campaignId);
  if (!mayManageCampaign(actor, { organizationId, campaignId })) {
    throw notAllowed(
      'ORGANIZERS_AND_COORDINATORS_ONLY',
      'Only organizers of this local and coordinators can do this.',
    );
  }
  return { actor, organizationId };
}

function requireWithin(field: string, value: number, limit: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= limit) return;
  throw new InvalidInput(field, 'OUT_OF_RANGE', `From 1 to ${limit}.`, { limit });
}

async function noneMade(em: Em, campaignId: string): Promise<Refusal> {
  const { ended_at: endedAt } = await em
    .getKysely()
    .selectFrom('campaign')
    .select('ended_at')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  return endedAt
    ? wrongStage('CAMPAIGN_ENDED', 'This campaign has ended. Nobody is invited to it any more.')
    : new Refusal(
        'TOO_MANY_REQUESTS',
        `${MAX_OPEN} invite links are open already. Take one back first.`,
        'INVITE_LINKS_OPEN',
      );
}
