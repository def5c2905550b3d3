import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { readOrganizers } from '../../core/trust/give-role.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { type HeldRound, holdRound } from './hold-round.ts';
import { sentAlready, writeSheet } from './save-assessment.ts';
import { type AnswerInput, requireEveryAnswer, takeAnswers, type TakenAnswers } from './take-answers.ts';

/**
 * Sends what somebody answered, with what comes along; it stands from then on. When everybody of the organization has
 * sent, its organizers are told, once a round. Refuses what is not complete. Sent a second time, as it was, is no fault: an
 * answer may have been lost on its way.
 */
export async function submitAssessment(
  services: Services,
  viewer: Viewer,
  input: { assessmentId: string; answers: readonly AnswerInput[] },
): Promise<void> {
  const { assessmentId } = input;
  const taken = takeAnswers(input.answers);
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const round = await holdRound(em, viewer, assessmentId, { alone: true });
    const { personId, edition } = round;
    const sheet = await writeSheet(em, { assessmentId, personId, taken });
    if (!sheet) {
      if (await stands(em, { assessmentId, personId, taken })) return [];
      throw sentAlready();
    }
    requireEveryAnswer(edition, sheet.answers);
    await sql`update assessment_sheet set sent_at = clock_timestamp() where id = ${sheet.id}`.execute(
      em.getKysely(),
    );
    const settled = await settle(em, round);
    return [...settled, ...(await tellIfComplete(services, em, { ...round, assessmentId }))];
  });
  hintNotices(services, notices);
}

/** Whether the sheet that was sent says the same. */
async function stands(
  em: Em,
  { assessmentId, personId, taken }: { assessmentId: string; personId: string; taken: TakenAnswers },
): Promise<boolean> {
  const { rows } = await sql`select from assessment_sheet where assessment_id = ${assessmentId}
    and person_id = ${personId} and answers @> ${JSON.stringify(taken.answers)}::jsonb
    and notes @> jsonb_strip_nulls(${JSON.stringify(taken.notes)}::jsonb)`.execute(em.getKysely());
  return rows.length > 0;
}

/** That they are asked to answer is no news to them any more. */
async function settle(em: Em, { personId, organizationId }: HeldRound): Promise<Pick<Notice, 'personId'>[]> {
  const { rows } = await sql<{ personId: string }>`update notification set read_at = clock_timestamp()
    where id in (select id from notification where person_id = ${personId} and organization_id = ${organizationId}
      and kind = 'ASSESSMENT_OPENED' and read_at is null order by id for update)
    returning person_id as "personId"`.execute(em.getKysely());
  return rows;
}

async function tellIfComplete(
  services: Services,
  em: Em,
  { assessmentId, organizationId, personId, completeAt }: HeldRound & { assessmentId: string },
): Promise<Notice[]> {
  if (completeAt) return [];
  // Whoever answers alone waits for nobody, and nobody waits for them.
  const { rows } = await sql`update assessment set complete_at = clock_timestamp() where id = ${assessmentId}
    and (select count(*) > 1 and bool_and(exists (select from assessment_sheet sheet
        where sheet.assessment_id = ${assessmentId} and sheet.person_id = person.id and sheet.sent_at is not null))
      from membership join person on person.id = membership.person_id
      where membership.organization_id = ${organizationId} and person.standing <> 'SUSPENDED'
        and person.erased_at is null)
    returning id`.execute(em.getKysely());
  if (rows.length === 0) return [];
  const organizers = await readOrganizers(em, organizationId);
  const notices = organizers
    .filter((id) => id !== personId)
    .map((id): Notice => ({ personId: id, kind: 'ASSESSMENT_ANSWERED', organizationId }));
  await notify(services, em, notices);
  return notices;
}
