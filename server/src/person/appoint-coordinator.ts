import type { Services } from '../services.ts';
import { lockPersonByHandle } from './find-person.ts';

/**
 * Makes a person a coordinator of the programme; returns their row id. For whoever runs the server: the first
 * coordinator cannot be named by another, so no mutation leads here. Refuses a handle that nobody has.
 */
export async function appointCoordinator(services: Services, handle: string): Promise<string> {
  const personId = await services.orm.em.fork().transactional(async (em) => {
    const { id } = await lockPersonByHandle(em, handle);
    await em.getKysely().updateTable('person').set({ coordinator: true }).where('id', '=', id).execute();
    return id;
  });
  services.hints.send({ person: personId });
  return personId;
}
