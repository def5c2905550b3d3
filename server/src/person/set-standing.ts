import { takeBackUnreadable } from '../board/take-back-card.ts';
import { notAllowed } from '../refusal.ts';
import type { Services } from '../services.ts';
import { lockPersonByHandle } from './find-person.ts';
import type { Standing } from './person.entity.ts';
import { refreshViewer, requireViewer, type Viewer } from './viewer.ts';

/**
 * Says how far a person is trusted; returns their row id. Only coordinators may, and not for themselves. Cards
 * that the person may no longer read go back to the board.
 */
export async function setStanding(
  services: Services,
  viewer: Viewer,
  { handle, standing }: { handle: string; standing: Standing },
): Promise<string> {
  const personId = await services.orm.em.fork().transactional(async (em) => {
    const person = await lockPersonByHandle(em, handle);
    const now = requireViewer(await refreshViewer(em, viewer));
    if (!now.coordinator) throw notAllowed('Only a coordinator can change how far somebody is trusted.');
    if (person.id === now.personId)
      throw notAllowed('Nobody sets their own standing. Ask another coordinator.');
    await em.getKysely().updateTable('person').set({ standing }).where('id', '=', person.id).execute();
    return person.id;
  });
  services.hints.send({ person: personId });
  await takeBackUnreadable(services, personId);
  return personId;
}
