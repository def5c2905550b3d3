import { sql } from 'kysely';
import type { Feature } from '../../platform/feature.ts';
import { MOST_LINES } from './answer-drift.ts';
import { keepAsking } from './ask-drifted.ts';
import { DriftAnswer, DriftAsk, DriftReason } from './drift.entity.ts';
import { FirstMonthStep } from './next-step-rules.ts';
import { NextStepOpening, NextStepResolver, ProgrammeDrift, ViewerNextStep } from './next-step.resolver.ts';

export const nextStep: Feature = {
  name: 'next-step',
  entities: [DriftAsk, DriftAnswer],
  resolvers: [ViewerNextStep, NextStepOpening, NextStepResolver, ProgrammeDrift],
  lists: {
    'Drift.answers': Object.keys(DriftReason).length,
    'Drift.lines': MOST_LINES,
    'Viewer.firstMonth': Object.keys(FirstMonthStep).length,
  },
  clock: keepAsking,
  // After a year the programme is another one.
  agesOut: [sql`delete from drift_answer where month < now() - interval '1 year'`],
  // What they answered bears no name.
  erasesPerson: { gone: { drift_ask: 'person_id' } },
};
