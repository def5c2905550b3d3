import { sql } from 'kysely';
import type { ListedPage, PictureOf } from '../../platform/share/shared-things.ts';
import type { Services } from '../../platform/services.ts';
import { readerOf } from '../access/viewer.ts';
import { organizationListedFor, readOrganizationBySlug } from './list-organizations.ts';

/** An organization's picture, by its slug: as a stranger reads it, whoever asks. */
export const pictureOfOrganization: PictureOf = async ({ orm }, slug, t) => {
  const organization = await readOrganizationBySlug(orm.em.fork(), readerOf(null), slug);
  if (!organization) return null;
  const kind = t(`organizationKind.${organization.kind}`);
  return { over: kind, title: organization.name, instead: kind, under: t('picture.general') };
};

/** Pages of organizations of which strangers may know, the newest first. */
export async function listedOrganizations({ orm }: Services, limit: number): Promise<ListedPage[]> {
  const { rows } = await sql<{ slug: string }>`select organization.slug from organization
    where ${organizationListedFor(readerOf(null))}
    order by organization.created_at desc, organization.id limit ${limit}`.execute(orm.em.fork().getKysely());
  return rows.map(({ slug }) => ({ path: `/organizations/${slug}` }));
}
