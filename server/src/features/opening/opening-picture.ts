import { sql } from 'kysely';
import type { ListedPage, PictureOf } from '../../platform/share/shared-things.ts';
import type { Services } from '../../platform/services.ts';
import { readOpeningBySlug } from './read-openings.ts';

/** The picture of an opening, by its slug. Everybody reads it. */
export const pictureOfOpening: PictureOf = async ({ orm }, slug, t) => {
  const em = orm.em.fork();
  const opening = await readOpeningBySlug(em, slug);
  if (!opening) return null;
  const { name } = await em
    .getKysely()
    .selectFrom('organization')
    .select('name')
    .where('id', '=', opening.organizationId)
    .executeTakeFirstOrThrow();
  const kind = t('picture.opening');
  return {
    over: name,
    title: opening.title,
    instead: kind,
    under: opening.isOpen ? (opening.place ?? t('picture.anywhere')) : t('picture.openingClosed'),
  };
};

/** The list, and every opening, the newest first. */
export async function listedOpenings({ orm }: Services, limit: number): Promise<ListedPage[]> {
  const { rows } = await sql<{ slug: string; changedAt: Date }>`
    select slug, updated_at as "changedAt" from opening order by created_at desc, id limit ${limit - 1}`.execute(
    orm.em.fork().getKysely(),
  );
  return [
    { path: '/openings' },
    ...rows.map(({ slug, changedAt }) => ({ path: `/o/${slug}`, changedAt: new Date(changedAt) })),
  ];
}
