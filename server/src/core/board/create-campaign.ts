import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Board } from './board.entity.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import type { Em } from '../../platform/db/orm.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { Organization } from '../organization/organization.entity.ts';
import { loadRights } from '../access/viewer.ts';
import { InvalidInput, notAllowed, notFound, suspended } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { Campaign, type CampaignKind } from '../campaign/campaign.entity.ts';
import { type CampaignWordsInput, takeCampaignWords, takeSlug } from '../campaign/campaign-words.ts';

/** Makes a campaign and its empty board. For coordinators, and organizers of the organization. */
export async function createCampaign(
  services: Services,
  actorId: string,
  input: CampaignWordsInput & { organizationId: string; slug: string; title: string; kind: CampaignKind },
): Promise<{ campaignId: string; boardId: string; slug: string }> {
  const slug = takeSlug(input.slug);
  const words = takeCampaignWords(input);
  const em = services.orm.em.fork();
  const rights = await loadRights(em, actorId);
  if (rights?.standing === 'SUSPENDED') throw suspended();
  if (!(await em.findOne(Organization, { id: input.organizationId }))) throw notFound('organization');
  if (!rights?.coordinator && rights?.roles.get(input.organizationId) !== 'ORGANIZER') {
    throw notAllowed(
      'ORGANIZERS_AND_COORDINATORS_ONLY',
      'Only organizers of this local and coordinators can start a campaign.',
    );
  }
  try {
    const { organizationId, kind } = input;
    return await insertCampaign(em, { ...words, organizationId, slug, kind, createdBy: actorId });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) {
      throw new InvalidInput('slug', 'TAKEN', 'Another campaign has this address. Choose another one.');
    }
    throw error;
  }
}

/** Room for what `unguessable` adds. */
const MAX_STEM = 53;

/**
 * The address of a campaign that not everybody may read: with letters nobody can guess. Whoever asked for its name would
 * learn from "taken" that there is such a campaign; like this, names that can be guessed are those of public ones alone.
 */
function unguessable(slug: string): string {
  const tail = randomUUID().replaceAll('-', '').slice(0, 6);
  return `${slug.slice(0, MAX_STEM).replace(/-$/, '')}-${tail}`;
}

/** Adds a campaign and its empty board in the unit of work of `em`; the caller checked words and rights. */
export async function insertCampaign(
  em: Em,
  {
    organizationId,
    ...given
  }: ReturnType<typeof takeCampaignWords> & {
    organizationId: string;
    slug: string;
    kind: CampaignKind;
    createdBy?: string;
  },
): Promise<{ campaignId: string; boardId: string; slug: string }> {
  const [campaignId, boardId] = [timelessId(), timelessId()];
  const { sensitivity = Sensitivity.TEAM, title = '' } = given;
  const slug = sensitivity === Sensitivity.PUBLIC ? given.slug : unguessable(given.slug);
  em.create(Campaign, { ...given, id: campaignId, organization: organizationId, title, slug, sensitivity });
  em.create(Board, { id: boardId, campaign: campaignId, epoch: randomUUID() });
  await em.flush();
  return { campaignId, boardId, slug };
}
