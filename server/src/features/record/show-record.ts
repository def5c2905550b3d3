import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import type { RecordPart } from './record.entity.ts';

/** Shows these parts of the viewer's record on their public page, and no others. Nobody shows any who did not say so. */
export async function showRecord(
  services: Services,
  viewer: Viewer,
  parts: readonly RecordPart[],
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    // Held, so that nothing is shown for somebody who is leaving at this moment.
    await db.selectFrom('person').select('id').where('id', '=', viewer.personId).forShare().execute();
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const shown = [...new Set(parts)];
    await db
      .insertInto('shown_record')
      .values({ person_id: personId, parts: shown })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ parts: shown }))
      .execute();
  });
}
