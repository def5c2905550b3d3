import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { lockPersonByHandle } from '../../core/person/find-person.ts';
import { plainText } from '../../platform/input/text.ts';
import { notAllowed, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { MOST_WORD } from './end-booking.ts';
import { cancelGiven, clearOffer } from './settle-adviser.ts';

/** Leaves the bench: what was booked is cancelled with a word, and whoever booked it is told. */
export async function leaveBench(services: Services, viewer: Viewer, input: { word: string }): Promise<void> {
  const word = plainText(input.word, { field: 'word', max: MOST_WORD, multiline: true, optional: true });
  const notices = await services.orm.em.fork().transactional(async (em) => {
    await sql`select from person where id = ${viewer.personId} for no key update`.execute(em.getKysely());
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const notices = await cancelGiven(em, { personId, word, endedById: personId });
    await clearOffer(em.getKysely(), personId);
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
}

/** Asks somebody whether they would advise, whatever their standing; returns their row id. Only coordinators may. */
export async function inviteAdviser(
  services: Services,
  viewer: Viewer,
  { handle }: { handle: string },
): Promise<string> {
  const notice = await services.orm.em.fork().transactional(async (em) => {
    const actor = await requireCoordinator(em, viewer);
    const { id: personId, standing } = await lockPersonByHandle(em, handle);
    if (standing === 'SUSPENDED')
      throw notAllowed('PERSON_ON_HOLD', 'This account is on hold. Give it back its standing first.');
    await sql`insert into adviser (person_id, invited_at, invited_by_id)
      values (${personId}, clock_timestamp(), ${actor.personId}) on conflict (person_id) do update
      set invited_at = clock_timestamp(), invited_by_id = excluded.invited_by_id, removed_at = null`.execute(
      em.getKysely(),
    );
    const notice: Notice = { personId, kind: 'BENCH_INVITED', aboutId: actor.personId };
    await notify(services, em, [notice]);
    return notice;
  });
  hintNotices(services, [notice]);
  return notice.personId;
}

/**
 * Takes somebody off the bench, until a coordinator invites them again. What was booked with them is cancelled with the
 * word that is given; they and whoever booked are told. Only coordinators may.
 */
export async function removeAdviser(
  services: Services,
  viewer: Viewer,
  { adviserId, ...input }: { adviserId: string; word: string },
): Promise<void> {
  const word = plainText(input.word, { field: 'word', max: MOST_WORD, multiline: true });
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const actor = await requireCoordinator(em, viewer);
    await sql`select from person where id = ${adviserId} for no key update`.execute(db);
    const { numAffectedRows } =
      await sql`update adviser set removed_at = clock_timestamp(), invited_at = null,
      invited_by_id = null where person_id = ${adviserId} and removed_at is null
        and (offered_at is not null or invited_at is not null)`.execute(db);
    if (numAffectedRows === 0n) throw notFound('adviser');
    const cancelled = await cancelGiven(em, { personId: adviserId, word, endedById: actor.personId });
    await clearOffer(db, adviserId);
    const notices: Notice[] = [...cancelled, { personId: adviserId, kind: 'BENCH_REMOVED' }];
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
}

async function requireCoordinator(em: Parameters<typeof refreshViewer>[0], viewer: Viewer): Promise<Viewer> {
  const actor = requireViewer(await refreshViewer(em, viewer));
  if (!actor.coordinator)
    throw notAllowed('COORDINATORS_ONLY', 'Only a coordinator decides who is on the bench.');
  return actor;
}
