import { sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { STEP } from './count-feedback.ts';
import type { FeedbackBalance, FeedbackQuestions } from './feedback.entity.ts';

export interface AnswerRow {
  good: string;
  missing: string;
  balance: FeedbackBalance | null;
  nextSkills: Skill[];
  nextWords: string;
  changedAt: Date;
  questions: FeedbackQuestions;
}

/** What was said by one place; undefined for nothing. */
export async function readAnswer(
  db: Kysely,
  { id, eventId, personId }: { id: string; eventId: string; personId: string | null },
): Promise<AnswerRow | undefined> {
  const { rows } = await sql<AnswerRow>`select good, missing, balance, next_skills as "nextSkills",
      next_words as "nextWords", changed_at as "changedAt", questions
    from feedback join feedback_edition on hash = edition_hash
    where event_id = ${eventId} and (registration_id = ${id} or person_id = ${personId}) limit 1`.execute(db);
  return rows[0];
}

export interface SumRow {
  eventId: string;
  answers: number;
  balance: Partial<Record<FeedbackBalance, number>>;
  skills: Partial<Record<Skill, number>>;
}

/** The figures of events of which there are some. */
export async function readSums(db: Kysely, eventIds: readonly string[]): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`select event_id as "eventId", answers, balance, skills from feedback_sum
    where event_id = any(${eventIds}::uuid[]) and answers >= ${STEP}`.execute(db);
  return rows;
}

/** What people want to practise next, by what they said of these events and of earlier ones of the same series. */
export async function readWishes(
  db: Kysely,
  eventIds: readonly string[],
): Promise<{ eventId: string; skills: Partial<Record<Skill, number>> }[]> {
  const { rows } = await sql<{ eventId: string; skills: Partial<Record<Skill, number>> }>`
    select event_id as "eventId", jsonb_object_agg(skill, people) as skills from (
      select event.id as event_id, skill, sum(people::int)::int as people
      from event join event earlier on earlier.id = event.id
        or (earlier.series = event.series and earlier.starts_at < event.starts_at)
      join feedback_sum on feedback_sum.event_id = earlier.id and answers >= ${STEP}
      cross join lateral jsonb_each_text(skills) as wish(skill, people)
      where event.id = any(${eventIds}::uuid[]) group by event.id, skill) as wished
    group by event_id`.execute(db);
  return rows;
}

export interface TextRow {
  question: 'GOOD' | 'MISSING' | 'NEXT';
  asked: string;
  text: string;
}

/** Texts of answers that hosts read. */
export const MOST_TEXTS = 300;

/**
 * What people wrote, as it was counted: by no name, and under each question in an order of its own, so that nobody's
 * texts stand at the same place.
 */
export async function readTexts(db: Kysely, eventId: string): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`select question, asked, text
    from feedback join feedback_edition on hash = edition_hash join feedback_sum using (event_id)
    cross join lateral (values ('GOOD', questions ->> 'good', counted ->> 'good'),
      ('MISSING', questions ->> 'missing', counted ->> 'missing'),
      ('NEXT', questions ->> 'next', counted ->> 'nextWords')) as said(question, asked, text)
    where event_id = ${eventId} and answers >= ${STEP} and text <> ''
    order by question, md5(feedback.id::text || question) limit ${MOST_TEXTS}`.execute(db);
  return rows;
}
