import { changeChoice } from '../notification/update-choice.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';

/** Forgets the address. Messages that were on their way there are not sent. */
export async function removeEmail(services: Services, viewer: Viewer): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = await refreshViewer(em, viewer);
    const db = em.getKysely();
    await db.deleteFrom('contact').where('person_id', '=', personId).execute();
    await changeChoice(db, personId, { email: false });
  });
}
