import { rightsChanged } from '../access/rights-changed.ts';
import { plainText } from '../../platform/input/text.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { lockPersonByHandle } from '../person/find-person.ts';
import type { Standing } from '../access/standing.ts';
import { recordStanding } from './record-standing.ts';
import { endVouchesBy, tellUnvouched } from './vouches.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';

/** Characters of a note on somebody's standing. */
export const MAX_STANDING_NOTE = 500;

/**
 * Says how far a person is trusted; returns their row id. Only coordinators may, and not for themselves. Who
 * puts an account on hold says why; the word of that account for others ends. Cards that somebody may no longer read
 * go back to the board.
 */
export async function setStanding(
  services: Services,
  viewer: Viewer,
  { handle, standing, ...words }: { handle: string; standing: Standing; note?: string | null | undefined },
): Promise<string> {
  const { personId, changed, unvouched } = await services.orm.em.fork().transactional(async (em) => {
    const person = await lockPersonByHandle(em, handle);
    const now = requireViewer(await refreshViewer(em, viewer));
    if (!now.coordinator)
      throw notAllowed('COORDINATORS_ONLY', 'Only a coordinator can change how far somebody is trusted.');
    if (person.id === now.personId)
      throw notAllowed('NOT_YOURSELF', 'Nobody sets their own standing. Ask another coordinator.');
    const note = plainText(words.note, {
      field: 'note',
      max: MAX_STANDING_NOTE,
      multiline: true,
      optional: standing !== 'SUSPENDED',
    });
    if (standing === person.standing) return { personId: person.id, changed: false, unvouched: [] };
    await em.getKysely().updateTable('person').set({ standing }).where('id', '=', person.id).execute();
    await recordStanding(services, em, {
      personId: person.id,
      before: person.standing,
      after: standing,
      reason: 'COORDINATOR',
      note,
      by: now.personId,
    });
    const unvouched = standing === 'SUSPENDED' ? await endVouchesBy(em, person.id) : [];
    return { personId: person.id, changed: true, unvouched };
  });
  if (changed) services.word.hint([{ personId }]);
  await rightsChanged(services, personId);
  await tellUnvouched(services, unvouched);
  return personId;
}
