import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { type AreaLevel, levelsOf } from './comparison.ts';
import { AssessmentArea, choicesOf } from './questions.ts';

/** Below so many organizations, figures would tell of one of them. */
export const LEAST_LOCALS = 5;
const STEP = 5;

export interface AssessmentFigures {
  locals: number;
  areas: AreaLevel[];
}

/**
 * How organizations see themselves: of each its last round that somebody answered, and of these the mean, each
 * organization weighing the same. Null below five of them. For coordinators, who read no answers.
 */
export async function readAssessmentFigures(em: Em): Promise<AssessmentFigures | null> {
  const { rows } = await sql<{ organizationId: string; edition: number; answers: Record<string, number> }>`
    select round.organization_id as "organizationId", round.edition, sheet.answers
    from (select distinct on (organization_id) id, organization_id, edition from assessment
      where exists (select from assessment_sheet where assessment_id = assessment.id and sent_at is not null)
      order by organization_id, number desc) round
    join assessment_sheet sheet on sheet.assessment_id = round.id and sheet.sent_at is not null`.execute(
    em.getKysely(),
  );
  const locals = [...Map.groupBy(rows, ({ organizationId }) => organizationId).values()];
  if (locals.length < LEAST_LOCALS) return null;
  const levels = locals.flatMap((sheets) =>
    levelsOf(
      sheets[0]!.edition,
      sheets.map(({ edition, answers }) => ({ choices: choicesOf(edition, answers) })),
    ),
  );
  const areas = Object.values(AssessmentArea).flatMap((area) => {
    const of = levels.filter((each) => each.area === area);
    if (of.length < LEAST_LOCALS) return [];
    const mean = of.reduce((sum, { level }) => sum + level, 0) / of.length;
    return [{ area, level: Math.round(mean / STEP) * STEP }];
  });
  return { locals: locals.length, areas };
}
