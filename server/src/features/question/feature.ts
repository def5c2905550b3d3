import { sql } from 'kysely';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { askDoor } from './ask-door.ts';
import { forgetAsker } from './erase-questions.ts';
import { Question, QuestionVote } from './question.entity.ts';
import { QuestionResolver, QuestionsResolver } from './question.resolver.ts';
import { readableQuestion } from './questions-of.ts';

/** What nobody looked at in so many days is not looked at any more. */
const WAITING_DAYS = 180;
/** A browser's secret ends before: its vote cannot be told from another one then. */
const STRANGER_DAYS = 120;

export const question: Feature = {
  name: 'question',
  entities: [Question, QuestionVote],
  resolvers: [QuestionResolver, QuestionsResolver],
  nodes: { Question: readableQuestion },
  services: (_services, features) => ({
    askedAbout: new Map(features.flatMap(({ asksAbout = {} }) => Object.entries(asksAbout))),
  }),
  doors: (services) => [askDoor(services)],
  agesOut: [
    sql`delete from question where state in ('HIDDEN', 'MERGED') and ${older('changed_at', TRACE_DAYS)}`,
    sql`delete from question where state = 'WAITING' and ${older('asked_at', WAITING_DAYS)}`,
    // The number stays; whose it was is of no use any more.
    sql`delete from question_vote where person_id is null and ${older('at', STRANGER_DAYS)}`,
  ],
  erasesPerson: { also: forgetAsker },
};
