import type { Notice } from '../person/word.ts';
import type { Services } from '../../platform/services.ts';
import { lockPersonByHandle } from '../person/find-person.ts';
import { readCoordinators } from '../person/read-coordinators.ts';

/**
 * Makes a person a coordinator of the programme; returns their row id. For whoever runs the server: the first
 * coordinator cannot be named by another, so no mutation leads here. All other coordinators are told. Refuses a handle that nobody has.
 */
export async function appointCoordinator(services: Services, handle: string): Promise<string> {
  const { personId, notices } = await services.orm.em.fork().transactional(async (em) => {
    const { id } = await lockPersonByHandle(em, handle);
    const before = await readCoordinators(em);
    await em.getKysely().updateTable('person').set({ coordinator: true }).where('id', '=', id).execute();
    // At every start the same word may be given again: it is news once.
    const told = before.includes(id) ? [] : before;
    const notices = told.map((each): Notice => ({ personId: each, kind: 'COORDINATOR_NAMED', aboutId: id }));
    await services.word.tell(em, notices);
    return { personId: id, notices };
  });
  services.hints.send({ person: personId });
  services.word.hint(notices);
  return personId;
}
