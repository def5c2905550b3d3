import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { openAssessmentRound } from '../../features/assessment/open-assessment-round.ts';
import { EDITION, questionsOf } from '../../features/assessment/questions.ts';
import { submitAssessment } from '../../features/assessment/submit-assessment.ts';
import type { Services } from '../../platform/services.ts';
import { assessments, type Handle } from './story.ts';

/** The local of the demo looked at itself once before the strike, and has opened a second round. */
export async function fillAssessments(
  services: Services,
  cast: Readonly<Record<Handle, Viewer>>,
  organizationId: string,
): Promise<void> {
  const answer = async (id: string, round: Partial<Record<Handle, number[]>>) => {
    for (const [handle, choices] of Object.entries(round) as [Handle, number[]][]) {
      const answers = questionsOf(EDITION).map(({ question }, index) => ({
        question,
        choice: choices[index]!,
      }));
      await submitAssessment(services, cast[handle], { assessmentId: id, answers });
    }
  };
  const first = await openAssessmentRound(services, cast.marisol, { organizationId });
  await answer(first, assessments.first);
  const db = services.orm.em.fork().getKysely();
  const ago = sql`make_interval(days => ${assessments.daysBeforeNow})`;
  await sql`update assessment set opened_at = opened_at - ${ago}, complete_at = complete_at - ${ago} where id = ${first}`.execute(
    db,
  );
  await sql`update assessment_sheet set saved_at = saved_at - ${ago}, sent_at = sent_at - ${ago}
    where assessment_id = ${first}`.execute(db);
  await sql`delete from notification where organization_id = ${organizationId} and kind like 'ASSESSMENT%'`.execute(
    db,
  );
  const second = await openAssessmentRound(services, cast.marisol, { organizationId });
  await answer(second, assessments.second);
}
