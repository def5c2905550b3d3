import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText, textOrNull } from '../../platform/input/text.ts';
import { notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { contactPlace } from '../notification/places.ts';
import { blocked, hiringPeople, openingClosed } from './hiring.ts';
import { chosenOf, readOwnRecord, type RecordField } from './own-record.ts';
import { type OpeningRow, readOpenings } from './read-openings.ts';

export const MAX_WORDS = 4_000;
const MAX_NAME = 120;
const MAX_CONTACT = 200;
/** Openings that one person answers in 24 hours. */
export const MAX_A_DAY = 10;

export interface ApplicationInput {
  openingId: string;
  words: string;
  shares: readonly RecordField[];
  shownName?: string | null;
  contact?: string | null;
}

/**
 * Answers an opening with as much of one's record as is named, copied as it is now. Returns the row id. The same again
 * changes nothing; after a withdrawal one may answer anew. Refuses a closed one, and what was answered already.
 */
export async function applyForOpening(
  services: Services,
  viewer: Viewer,
  input: ApplicationInput,
): Promise<string> {
  const words = plainText(input.words, { field: 'words', max: MAX_WORDS, multiline: true });
  const shownName = textOrNull(input.shownName, { field: 'shownName', max: MAX_NAME });
  const contact = textOrNull(input.contact, { field: 'contact', max: MAX_CONTACT });
  const { id, notices, isNew } = await services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const db = em.getKysely();
    // One application of a person after the other; and the opening is not closed meanwhile.
    await sql`select from person where id = ${actor.personId} for no key update`.execute(db);
    await sql`select from opening where id = ${input.openingId} for share`.execute(db);
    const [opening] = await readOpenings(em, sql`opening.id = ${input.openingId}`);
    if (!opening) throw notFound('opening');
    const before = await ownApplication(em, opening.id, actor.personId);
    if (before?.state === 'SENT' && before.words === words)
      return { id: before.id, notices: [], isNew: false };
    if (before && before.state !== 'WITHDRAWN')
      throw wrongStage('APPLIED_ALREADY', 'You answered this opening already. Withdraw first to write anew.');
    if (opening.campaignId !== null && actor.blocks.has(opening.campaignId)) throw blocked();
    if (!opening.isOpen) throw openingClosed();
    await requireRoomToday(em, actor.personId);
    const record = await readOwnRecord(em, actor.personId);
    const given = JSON.stringify(chosenOf(record!, input.shares));
    const id = before?.id ?? newId();
    const sealed = contact && services.vault.seal(contact, contactPlace(id));
    await sql`
      insert into application (id, opening_id, person_id, words, shown_name, contact_sealed, given)
      values (${id}, ${opening.id}, ${actor.personId}, ${words}, ${shownName}, ${sealed}, ${given}::jsonb)
      on conflict (id) do update set state = 'SENT', words = excluded.words, shown_name = excluded.shown_name,
        contact_sealed = excluded.contact_sealed, given = excluded.given, sent_at = clock_timestamp(),
        read_at = null, withdrawn_at = null`.execute(db);
    const notices = await noticesOfApplication(em, opening, actor.personId);
    await notify(services, em, notices);
    return { id, notices, isNew: true };
  });
  hintNotices(services, notices);
  if (isNew) services.hints.send({ applications: input.openingId });
  return id;
}

/** Takes back what was given: of the application nothing stays but that there was one. Returns the opening's row id. */
export async function withdrawApplication(
  services: Services,
  viewer: Viewer,
  applicationId: string,
): Promise<string> {
  const openingId = await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const { rows } = await sql<{ openingId: string }>`
      update application set state = 'WITHDRAWN', withdrawn_at = coalesce(withdrawn_at, clock_timestamp()), words = '',
        shown_name = null, contact_sealed = null, given = '{}', answer = null, answered_at = null, answered_by_id = null
      where id = ${applicationId} and person_id = ${personId} returning opening_id as "openingId"`.execute(
      em.getKysely(),
    );
    const [row] = rows;
    if (!row) throw notFound('application');
    return row.openingId;
  });
  services.hints.send({ applications: openingId });
  return openingId;
}

async function ownApplication(em: Em, openingId: string, personId: string) {
  const { rows } = await sql<{ id: string; state: string; words: string }>`
    select id, state, words from application where opening_id = ${openingId} and person_id = ${personId}`.execute(
    em.getKysely(),
  );
  return rows[0];
}

async function requireRoomToday(em: Em, personId: string): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from application
    where person_id = ${personId} and sent_at > clock_timestamp() - interval '24 hours'`.execute(
    em.getKysely(),
  );
  if (rows[0]!.count < MAX_A_DAY) return;
  throw new Refusal(
    'DAY_LIMIT',
    `You answered ${MAX_A_DAY} openings today. Go on tomorrow.`,
    'APPLICATIONS_TODAY',
  );
}

/** Whoever hires and does not know yet that somebody wrote. */
async function noticesOfApplication(em: Em, opening: OpeningRow, actorId: string): Promise<Notice[]> {
  const path = `/o/${opening.slug}/applications`;
  const people = await hiringPeople(em, opening);
  const { rows } = await sql<{ personId: string }>`select person_id as "personId" from notification
    where person_id = any(${people}::uuid[]) and kind = 'APPLICATION_CAME' and path = ${path}
      and read_at is null`.execute(em.getKysely());
  const know = new Set([...rows.map(({ personId }) => personId), actorId]);
  return people
    .filter((personId) => !know.has(personId))
    .map((personId): Notice => ({ personId, kind: 'APPLICATION_CAME', path }));
}
