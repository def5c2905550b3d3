import { sql } from 'kysely';
import type { ListedPage, PictureOf } from '../../platform/share/shared-things.ts';
import type { Services } from '../../platform/services.ts';
import { readerOf } from '../access/viewer.ts';
import { campaignReadableBy, readCampaignBySlug } from './read-campaigns.ts';

/** A campaign's picture, by its slug: as a stranger reads it, whoever asks. */
export const pictureOfCampaign: PictureOf = async ({ orm }, slug, t) => {
  const em = orm.em.fork();
  const campaign = await readCampaignBySlug(em, readerOf(null), slug);
  if (!campaign) return null;
  const { name } = await em
    .getKysely()
    .selectFrom('organization')
    .select('name')
    .where('id', '=', campaign.organizationId)
    .executeTakeFirstOrThrow();
  const kind = t(`campaignKind.${campaign.kind}`);
  const employer = campaign.employerHidden ? null : campaign.employer;
  return {
    over: employer ? t('campaign.against', { organization: name, employer }) : name,
    title: campaign.title,
    instead: kind,
    under: campaign.endedAt ? t('picture.ended', { kind }) : kind,
  };
};

/** Pages of campaigns of which strangers may know, the newest first. */
export async function listedCampaigns({ orm }: Services, limit: number): Promise<ListedPage[]> {
  const rows = await orm.em
    .fork()
    .getKysely()
    .selectFrom('campaign')
    .select('slug')
    .where(campaignReadableBy(readerOf(null)))
    .orderBy(sql`campaign.ended_at is not null`)
    .orderBy('campaign.created_at', 'desc')
    .orderBy('campaign.id')
    .limit(Math.floor(limit / 2))
    .execute();
  return rows.flatMap(({ slug }) => [{ path: `/c/${slug}` }, { path: `/c/${slug}/board` }]);
}
