import { sql } from 'kysely';
import { older } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { Assessment, AssessmentSheet } from './assessment.entity.ts';
import { AssessmentMutations } from './assessment.mutations.ts';
import { AssessmentResolver, OrganizationAssessments, ViewerAssessments } from './assessment.resolver.ts';
import { STEPS } from './next-steps.ts';
import { AssessmentArea, AssessmentQuestion, CHOICES } from './questions.ts';
import { LAST_ROUNDS } from './read-assessments.ts';

/** A draft that nobody wrote on for so long is not kept. */
export const DRAFT_DAYS = 90;
const AREAS = Object.keys(AssessmentArea).length;
const QUESTIONS = Object.keys(AssessmentQuestion).length;

export const assessment: Feature = {
  name: 'assessment',
  entities: [Assessment, AssessmentSheet],
  resolvers: [AssessmentMutations, AssessmentResolver, OrganizationAssessments, ViewerAssessments],
  lists: {
    'Assessment.nextSteps': STEPS,
    'Assessment.questions': QUESTIONS,
    'AssessmentComparison.questions': QUESTIONS,
    'AssessmentFigures.areas': AREAS,
    'AssessmentLevels.areas': AREAS,
    'AssessmentSheet.answers': QUESTIONS,
    'Organization.assessments': LAST_ROUNDS,
    'Query.assessmentQuestions': QUESTIONS,
    'QuestionComparison.spread': CHOICES - 1,
    'Viewer.waitingAssessments': cutAt(30),
  },
  agesOut: [
    sql`delete from assessment_sheet where sent_at is null and ${older('saved_at', DRAFT_DAYS)}`,
    // Nobody is left who may read them.
    sql`delete from assessment where ${older('opened_at', DRAFT_DAYS)} and not exists (
      select from membership where membership.organization_id = assessment.organization_id)`,
  ],
  erasesPerson: {
    forgotten: { assessment: ['opened_by_id'] },
    // If their numbers went too, whoever looked before and after would know which they were.
    also: async (db, personId) => {
      await sql`delete from assessment_sheet where person_id = ${personId} and sent_at is null`.execute(db);
      await sql`update assessment_sheet set person_id = null, notes = '{}' where person_id = ${personId}`.execute(
        db,
      );
    },
  },
};
