import type { PictureOf } from '../../platform/share/shared-things.ts';
import { readerOf } from '../access/viewer.ts';
import { readableBy, selectCards } from '../board/read-cards.ts';

/** A card's picture, by `<slug of the campaign>/<number>`: as a stranger reads it, whoever asks. */
export const pictureOfCard: PictureOf = async ({ orm }, key, t) => {
  const [, slug, number] = /^([^/]+)\/(\d{1,9})$/.exec(key) ?? [];
  if (slug === undefined) return null;
  const card = await selectCards(orm.em.fork().getKysely())
    .innerJoin('organization', 'organization.id', 'campaign.organization_id')
    .select(['campaign.title as campaign', 'organization.name as organization'])
    .where('campaign.slug', '=', slug)
    .where('card.number', '=', Number(number))
    .where(readableBy(readerOf(null)))
    .executeTakeFirst();
  if (!card) return null;
  const skill = t(`skill.${card.skill}`);
  return {
    over: `${card.organization} · ${card.campaign}`,
    title: card.title,
    instead: skill,
    under: t('picture.card', { skill, count: Number(card.hours) }),
  };
};
