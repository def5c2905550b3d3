import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { takeSlug } from '../../core/campaign/campaign-words.ts';
import { readNow } from '../../platform/db/read-now.ts';
import { Organization, type OrganizationKind } from '../../core/organization/organization.entity.ts';
import { takeOrganizationName } from '../../core/organization/create-organization.ts';
import { plainText } from '../../platform/input/text.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { InvalidInput, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { lockPlan, requirePlanner } from './plan.policy.ts';

/** What a coordinator chooses for the campaign: an organization that is there, or the name and kind of a new one. */
export interface Offer {
  organizationId?: string | null;
  organizationName?: string | null;
  organizationKind?: OrganizationKind | null;
  slug: string;
  title: string;
  kind: CampaignKind;
}

/**
 * Lays the plan before the local, with what its campaign will be called; returns the new version. Nothing is made
 * before the local says go. An offer may be made again with other words. For coordinators.
 */
export async function offerPlan(
  services: Services,
  viewer: Viewer,
  input: Offer & { planId: string; version: number },
): Promise<{ version: number }> {
  const version = await services.orm.em.fork().transactional(async (em) => {
    const { personId } = await requirePlanner(em, viewer);
    const { plan } = await lockPlan(em, input);
    if (!plan.items.some(({ included }) => included)) {
      throw new InvalidInput('items', 'EMPTY', 'Tick at least one card.');
    }
    const title = plainText(input.title, { field: 'title', max: 120 });
    const slug = takeSlug(input.slug);
    const taken = await em
      .getKysely()
      .selectFrom('campaign')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (taken)
      throw new InvalidInput('slug', 'TAKEN', 'Another campaign has this address. Choose another one.');
    if (input.organizationId) {
      if (!(await em.findOne(Organization, { id: input.organizationId }))) throw notFound('organization');
      Object.assign(plan, {
        organization: input.organizationId,
        organizationName: null,
        organizationKind: null,
      });
    } else {
      const organizationName = takeOrganizationName(input.organizationName ?? '');
      const organizationKind = input.organizationKind ?? 'UNION_LOCAL';
      Object.assign(plan, { organization: null, organizationName, organizationKind });
    }
    Object.assign(plan, { title, slug, kind: input.kind, status: 'OFFERED' });
    // A new offer is the answer to what the local wrote back; what it struck out stays marked.
    plan.localAnsweredAt = null;
    plan.localTitle = null;
    plan.offeredAt = await readNow(em);
    plan.offeredBy = personId;
    plan.version += 1;
    await em.flush();
    return plan.version;
  });
  services.hints.send({ desk: true });
  return { version };
}
