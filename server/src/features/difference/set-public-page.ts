import type { Services } from '../../platform/services.ts';
import { requireViewer, refreshViewer, type Viewer } from '../../core/access/viewer.ts';

/** Shows or hides the page on which anybody can see what the viewer gave. Nobody has one who did not ask for it. */
export async function setPublicPage(
  services: Services,
  viewer: Viewer,
  { on, showThanks }: { on: boolean; showThanks?: boolean | null },
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    // Held, so that a page is not made for somebody who is leaving at this moment.
    await db.selectFrom('person').select('id').where('id', '=', viewer.personId).forShare().execute();
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    if (!on) {
      await db.deleteFrom('public_page').where('person_id', '=', personId).execute();
      return;
    }
    await db
      .insertInto('public_page')
      .values({ person_id: personId, show_thanks: showThanks ?? true })
      .onConflict((conflict) =>
        showThanks == null
          ? conflict.column('person_id').doNothing()
          : conflict.column('person_id').doUpdateSet({ show_thanks: showThanks }),
      )
      .execute();
  });
}
