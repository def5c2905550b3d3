import { plainText } from '../input/text.ts';
import { hintNotices } from '../notification/notify.ts';
import { notAllowed } from '../refusal.ts';
import type { Services } from '../services.ts';
import { lockPersonByHandle } from './find-person.ts';
import { recordStanding } from './record-standing.ts';
import { MAX_STANDING_NOTE } from './set-standing.ts';
import { refreshViewer, requireViewer, type Viewer } from './viewer.ts';

/**
 * Raises somebody from NEW to VETTED on the viewer's word; returns their row id. People of any organization,
 * leads and coordinators may vouch, and not for themselves. Vouching for somebody vetted changes nothing; only a
 * coordinator lifts a suspension.
 */
export async function vouchForPerson(
  services: Services,
  viewer: Viewer,
  { handle, ...words }: { handle: string; note?: string | null | undefined },
): Promise<string> {
  const { personId, raised } = await services.orm.em.fork().transactional(async (em) => {
    const person = await lockPersonByHandle(em, handle);
    const now = requireViewer(await refreshViewer(em, viewer));
    if (now.roles.size === 0 && now.standing !== 'LEAD' && !now.coordinator) {
      throw notAllowed('Members of a local, leads and coordinators can vouch for people.');
    }
    if (person.id === now.personId)
      throw notAllowed('Nobody vouches for themselves. Ask somebody who knows your work.');
    if (person.standing === 'SUSPENDED')
      throw notAllowed('This account is on hold. Only a coordinator can change that.');
    const note = plainText(words.note, {
      field: 'note',
      max: MAX_STANDING_NOTE,
      multiline: true,
      optional: true,
    });
    if (person.standing !== 'NEW') return { personId: person.id, raised: false };
    await em
      .getKysely()
      .updateTable('person')
      .set({ standing: 'VETTED' })
      .where('id', '=', person.id)
      .execute();
    await recordStanding(services, em, {
      personId: person.id,
      before: 'NEW',
      after: 'VETTED',
      reason: 'VOUCHED',
      note,
      by: now.personId,
    });
    return { personId: person.id, raised: true };
  });
  if (raised) {
    services.hints.send({ person: personId });
    hintNotices(services, [{ personId }]);
  }
  return personId;
}
