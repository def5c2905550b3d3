import { sql } from 'kysely';
import { timelessId } from '../../platform/db/timeless-id.ts';
import type { Em } from '../../platform/db/orm.ts';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { holdRound } from './hold-round.ts';
import { type AnswerInput, takeAnswers, type TakenAnswers } from './take-answers.ts';

/**
 * Keeps what somebody answered so far, question by question: what another device of theirs wrote on other questions stays.
 * For people of the organization. Refuses a sheet that was sent, and a round that is closed.
 */
export async function saveAssessment(
  services: Services,
  viewer: Viewer,
  input: { assessmentId: string; answers: readonly AnswerInput[] },
): Promise<void> {
  const taken = takeAnswers(input.answers);
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = await holdRound(em, viewer, input.assessmentId);
    const sheet = await writeSheet(em, { assessmentId: input.assessmentId, personId, taken });
    if (!sheet) throw sentAlready();
  });
}

export const sentAlready = () =>
  wrongStage('ASSESSMENT_SENT', 'You have sent your answers: they stand. The next round asks again.');

/** Adds answers to a sheet that was not sent yet, and begins it if need be. Returns what it holds; null where it was sent. */
export async function writeSheet(
  em: Em,
  { assessmentId, personId, taken }: { assessmentId: string; personId: string; taken: TakenAnswers },
): Promise<{ id: string; answers: Record<string, number> } | null> {
  const answers = JSON.stringify(taken.answers);
  const notes = JSON.stringify(taken.notes);
  const { rows } = await sql<{ id: string; answers: Record<string, number> }>`
    insert into assessment_sheet as sheet (id, assessment_id, person_id, answers, notes)
    values (${timelessId()}, ${assessmentId}, ${personId}, ${answers}::jsonb, jsonb_strip_nulls(${notes}::jsonb))
    on conflict (assessment_id, person_id) do update set answers = sheet.answers || ${answers}::jsonb,
      notes = jsonb_strip_nulls(sheet.notes || ${notes}::jsonb), saved_at = clock_timestamp()
    where sheet.sent_at is null
    returning sheet.id, sheet.answers`.execute(em.getKysely());
  return rows[0] ?? null;
}
