import { rightsChanged } from '../access/rights-changed.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { lockPersonByHandle } from '../person/find-person.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { mayManageCampaign, readCampaignOf } from '../campaign/campaign-rights.ts';

const MAX_REASON = 500;

interface OfCampaign {
  campaignId: string;
  handle: string;
}

/**
 * A local does not want somebody on its campaign: from now on they read it as a stranger would and change nothing
 * there, and what they hold there goes back to the board at once. Organizers and coordinators may; not for
 * themselves, nor for the local's own people or coordinators. Blocking again renews the reason.
 */
export async function blockPerson(
  services: Services,
  viewer: Viewer,
  { campaignId, handle, ...words }: OfCampaign & { reason: string },
): Promise<void> {
  const personId = await services.orm.em.fork().transactional(async (em) => {
    const { person, now, organizationId } = await lockForBlock(em, viewer, { campaignId, handle });
    if (person.id === now.personId) throw notAllowed('NOT_YOURSELF', 'Nobody blocks themselves.');
    const reason = plainText(words.reason, { field: 'reason', max: MAX_REASON, multiline: true });
    await refuseForTeam(em, person.id, organizationId);
    await em
      .getKysely()
      .insertInto('campaign_block')
      .values({ campaign_id: campaignId, person_id: person.id, reason, by_id: now.personId })
      .onConflict((on) =>
        on.columns(['campaign_id', 'person_id']).doUpdateSet({ reason, by_id: now.personId }),
      )
      .execute();
    return person.id;
  });
  await rightsChanged(services, personId);
}

/** Takes a block back. Where there is none, nothing changes. */
export async function unblockPerson(
  services: Services,
  viewer: Viewer,
  { campaignId, handle }: OfCampaign,
): Promise<void> {
  const personId = await services.orm.em.fork().transactional(async (em) => {
    const { person } = await lockForBlock(em, viewer, { campaignId, handle });
    await em
      .getKysely()
      .deleteFrom('campaign_block')
      .where('campaign_id', '=', campaignId)
      .where('person_id', '=', person.id)
      .execute();
    return person.id;
  });
  await rightsChanged(services, personId);
}

/** The person stays locked: whoever claims meanwhile is through before, or finds the block. */
async function lockForBlock(em: Em, viewer: Viewer, { campaignId, handle }: OfCampaign) {
  const now = requireViewer(await refreshViewer(em, viewer));
  const { organizationId } = await readCampaignOf(em, now, campaignId);
  if (!mayManageCampaign(now, { organizationId, campaignId })) {
    throw notAllowed(
      'ORGANIZERS_AND_COORDINATORS_ONLY',
      'Only organizers of this local and coordinators can do this.',
    );
  }
  const person = await lockPersonByHandle(em, handle);
  return { now, organizationId, person };
}

async function refuseForTeam(em: Em, personId: string, organizationId: string): Promise<void> {
  const row = await em
    .getKysely()
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'person.id')
        .on('membership.organization_id', '=', organizationId),
    )
    .select(['person.coordinator', 'membership.role'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();
  if (row.coordinator)
    throw notAllowed('IS_COORDINATOR', 'Coordinators look after the programme and cannot be blocked.');
  if (row.role)
    throw notAllowed('HAS_ROLE', 'This person has a role in your local. Take the role away first.');
}
