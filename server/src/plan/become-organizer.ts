import { requireAskByToken } from '../ask/read-asks.ts';
import { Membership } from '../organization/organization.entity.ts';
import { refreshViewer, requireViewer, type Viewer } from '../person/viewer.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { Plan } from './plan.entity.ts';
import { wrongStage } from './plan.policy.ts';

/**
 * Whoever has the link of an ask leads its board, once the local said go: they become organizer of the organization.
 * One person for each ask; the same person may come again, all others are refused. Returns the
 * campaign's name in addresses.
 */
export async function becomeOrganizer(
  services: Services,
  viewer: Viewer,
  { token }: { token: string },
): Promise<{ campaignSlug: string }> {
  const { personId, campaignSlug } = await services.orm.em.fork().transactional(async (em) => {
    const ask = await requireAskByToken(em, token);
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const plan = await em.findOne(Plan, { ask: ask.id });
    if (plan?.status !== 'AGREED' || !ask.campaignId) {
      throw wrongStage('Say go to the plan first: then there is a board to lead.');
    }
    if (plan.organizer && plan.organizer !== personId) {
      throw new Refusal(
        'LINK_INVALID',
        'Somebody leads the board by this link already. Ask them to make you an organizer in the settings.',
      );
    }
    const { organization, slug } = await em
      .getKysely()
      .selectFrom('campaign')
      .select(['organization_id as organization', 'slug'])
      .where('id', '=', ask.campaignId)
      .executeTakeFirstOrThrow();
    // Once: a role that was taken away meanwhile does not come back by the link.
    if (plan.organizer) return { personId, campaignSlug: slug };
    await em.upsert(Membership, { organization, person: personId, role: 'ORGANIZER' });
    plan.organizer = personId;
    await em.flush();
    return { personId, campaignSlug: slug };
  });
  services.hints.send({ person: personId });
  services.hints.send({ desk: true });
  return { campaignSlug };
}
