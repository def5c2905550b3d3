import { readerOf } from '../../core/access/viewer.ts';
import type { PictureOf } from '../../platform/share/shared-things.ts';
import { readEventBySlug } from '../event/read-events.ts';
import { readRecap } from './read-recap.ts';

/** The picture of a recap, by the slug of its event: as a stranger reads it, whoever asks. */
export const pictureOfRecap: PictureOf = async ({ orm }, slug, t) => {
  const em = orm.em.fork();
  const event = await readEventBySlug(em, readerOf(null), slug);
  const recap = event && (await readRecap(em.getKysely(), event.id)).published;
  if (!recap) return null;
  return {
    over: t('recapMissed'),
    title: event.title,
    instead: t('recapMissed'),
    under: recap.hosts.join(', '),
  };
};
