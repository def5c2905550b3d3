import { v7 as newId } from 'uuid';
import { requireAskByToken } from '../ask/read-asks.ts';
import type { Em } from '../../platform/db/orm.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { giveRole, readOrganizers } from '../../core/trust/give-role.ts';
import { lockOrganization } from '../../core/organization/lock-organization.ts';
import { readCoordinators } from '../../core/person/read-coordinators.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { notAllowed, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { LeadRequest } from './lead-request.entity.ts';
import { Plan } from './plan.entity.ts';

/** What came of the wish to lead a board. */
export interface Leading {
  /** Name in addresses of the campaign. */
  campaignSlug: string;
  /** Somebody of the organization still has to say yes. */
  waits: boolean;
}

interface Place {
  organization: string;
  campaign: string;
  slug: string;
}

/**
 * Whoever has the link of an ask leads its board, once the local said go: they become organizer of the organization
 * that was made for it. One that was here before, or that has people or other campaigns by now, is asked first: the
 * link opens nothing of it. One person for each ask; the same person may come again, all others are refused, and so
 * is whom the organization declined.
 */
export async function becomeOrganizer(
  services: Services,
  viewer: Viewer,
  { token }: { token: string },
): Promise<Leading> {
  const { personId, leading, notices } = await services.orm.em.fork().transactional(async (em) => {
    const ask = await requireAskByToken(em, token);
    const { personId, roles } = requireViewer(await refreshViewer(em, viewer));
    const plan = await em.findOne(Plan, { ask: ask.id });
    if (plan?.status !== 'AGREED' || !ask.campaignId) {
      throw wrongStage('GO_FIRST', 'Say go to the plan first: then there is a board to lead.');
    }
    if (plan.organizer && plan.organizer !== personId) {
      throw new Refusal(
        'LINK_INVALID',
        'Somebody leads the board by this link already. Ask them to make you an organizer in the settings.',
        'LED_ALREADY',
      );
    }
    const place = await placeOf(em, ask.campaignId);
    await lockOrganization(em, place.organization);
    const asked = await em.findOne(LeadRequest, { campaign: place.campaign, person: personId });
    if (asked?.answer === 'DECLINED') {
      throw notAllowed(
        'ORGANIZATION_SAID_NO',
        'The organization said no. Talk to its organizers, or to the coordinator.',
      );
    }
    const leading = { campaignSlug: place.slug, waits: asked !== null && asked.answer === null };
    // Once: a role that was taken away meanwhile does not come back by the link.
    if (plan.organizer) return { personId, leading, notices: [] };
    plan.organizer = personId;
    await em.flush();
    if (roles.get(place.organization) === 'ORGANIZER') return { personId, leading, notices: [] };
    if (await isMadeForThis(em, plan, place)) {
      const role = {
        organizationId: place.organization,
        personId,
        role: 'ORGANIZER',
        byId: personId,
      } as const;
      return { personId, leading, notices: await giveRole(services, em, role) };
    }
    const notices = await askTheOrganization(services, em, place, personId);
    return { personId, leading: { ...leading, waits: true }, notices };
  });
  services.hints.send({ person: personId });
  services.hints.send({ desk: true });
  hintNotices(services, notices);
  return leading;
}

async function placeOf(em: Em, campaignId: string): Promise<Place> {
  return em
    .getKysely()
    .selectFrom('campaign')
    .select(['organization_id as organization', 'id as campaign', 'slug'])
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
}

/** Whether there is nobody in the organization, and nothing but what this ask brought. */
async function isMadeForThis(em: Em, plan: Plan, { organization, campaign }: Place): Promise<boolean> {
  if (plan.organization !== null) return false;
  const db = em.getKysely();
  const member = await db
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', organization)
    .executeTakeFirst();
  const another = await db
    .selectFrom('campaign')
    .select('id')
    .where('organization_id', '=', organization)
    .where('id', '<>', campaign)
    .executeTakeFirst();
  return !member && !another;
}

/** Its organizers are asked; where it has none, the coordinators. */
async function askTheOrganization(
  services: Services,
  em: Em,
  { organization, campaign }: Place,
  personId: string,
): Promise<Notice[]> {
  await em.insert(LeadRequest, { id: newId(), organization, campaign, person: personId });
  const organizers = await readOrganizers(em, organization);
  const asked = organizers.length > 0 ? organizers : await readCoordinators(em);
  const notices = asked
    .filter((id) => id !== personId)
    .map((id): Notice => ({
      ...{ personId: id, kind: 'LEAD_ASKED', campaignId: campaign },
      ...{ organizationId: organization, aboutId: personId },
    }));
  await notify(services, em, notices);
  return notices;
}
