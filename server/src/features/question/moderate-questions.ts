import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { notAllowed, notFound, notSignedIn, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { notify, type Notice } from '../notification/notify.ts';
import { changeQuestions, type InHand, type Subject } from './asked-about.ts';
import { type QuestionRow, readQuestions } from './read-questions.ts';

export const MAX_ANSWER = 4_000;

/** Lets everybody read a question that waits or was hidden. One that is shown stays so. */
export const showQuestion = (services: Services, viewer: Viewer, subject: Subject, questionId: string) =>
  changeQuestions(services, subject, viewer, async (at) => {
    const { id } = await questionToModerate(at, subject, questionId, at.viewer?.personId);
    const { rows } = await sql<{ id: string }>`
      update question set state = case when answer is null then 'SHOWN' else 'ANSWERED' end,
        changed_at = clock_timestamp()
      where id = ${id} and state in ('WAITING', 'HIDDEN') returning id`.execute(at.em.getKysely());
    return { what: 'SHOWN', questions: rows.map((row) => row.id), result: undefined };
  });

/**
 * Takes a question out of sight, or with `allOfAsker` all that whoever asked it asked about this thing; answers of those
 * are kept. Returns how many were hidden.
 */
export const hideQuestion = (
  services: Services,
  viewer: Viewer,
  subject: Subject,
  { questionId, allOfAsker }: { questionId: string; allOfAsker: boolean },
): Promise<number> =>
  changeQuestions(services, subject, viewer, async (at) => {
    const { id, asker } = await questionToModerate(at, subject, questionId, at.viewer?.personId);
    const which =
      allOfAsker && asker !== ''
        ? sql`subject_kind = ${subject.kind} and subject_id = ${subject.id} and asker = ${asker}`
        : sql`id = ${id}`;
    const { rows } = await sql<{ id: string; wasOpen: boolean }>`
      update question set state = 'HIDDEN', changed_at = clock_timestamp()
      where ${which} and state in ('WAITING', 'SHOWN', 'ANSWERED')
      returning id, old.state <> 'WAITING' as "wasOpen"`.execute(at.em.getKysely());
    return {
      what: 'HIDDEN',
      questions: rows.map((row) => row.id),
      hidden: rows.filter(({ wasOpen }) => wasOpen).map((row) => row.id),
      result: rows.length,
    };
  });

/** Answers a question, which shows it; or writes the answer anew. Whoever asked with an account is told, once. */
export const answerQuestion = (
  services: Services,
  viewer: Viewer,
  subject: Subject,
  given: { questionId: string; text: string },
): Promise<void> =>
  changeQuestions(services, subject, viewer, async (at) => {
    const question = await questionToModerate(at, subject, given.questionId, at.viewer?.personId);
    const text = plainText(given.text, { field: 'text', max: MAX_ANSWER, multiline: true });
    if (question.state === 'HIDDEN')
      throw wrongStage('QUESTION_HIDDEN', 'This question is hidden. Show it again, then answer.');
    await sql`update question set state = 'ANSWERED', answer = ${text}, answered_by_id = ${at.viewer!.personId},
        answered_at = clock_timestamp(), changed_at = clock_timestamp() where id = ${question.id}`.execute(
      at.em.getKysely(),
    );
    const notices: Notice[] =
      question.answer === null && question.personId && question.personId !== at.viewer?.personId
        ? [{ personId: question.personId, kind: 'QUESTION_ANSWERED', path: at.rights.path }]
        : [];
    await notify(services, at.em, notices);
    return { what: 'ANSWERED', questions: [question.id], result: undefined, notices };
  });

/**
 * Makes one question part of another: its votes go along, one for each voter, and what was merged into it before goes
 * too. Refuses one that has an answer, which is to stay as it was given, and one that is hidden.
 */
export const mergeQuestions = (
  services: Services,
  viewer: Viewer,
  subject: Subject,
  given: { questionId: string; intoId: string },
): Promise<void> =>
  changeQuestions(services, subject, viewer, async (at) => {
    const from = await questionToModerate(at, subject, given.questionId, at.viewer?.personId);
    const into = await questionOf(at.em, subject, given.intoId);
    if (from.id === into.id || !/WAITING|SHOWN/.test(from.state) || /MERGED|HIDDEN/.test(into.state)) {
      throw wrongStage(
        'QUESTION_NOT_TO_MERGE',
        'These two cannot become one: a question without an answer goes into another one that is not hidden.',
      );
    }
    await sql`
      with moved as (update question_vote set question_id = ${into.id} where question_id = ${from.id}
        and voter not in (select voter from question_vote where question_id = ${into.id}) returning 1)
      update question set votes = votes + (select count(*)::int from moved) where id = ${into.id}`.execute(
      at.em.getKysely(),
    );
    await sql`delete from question_vote where question_id = ${from.id}`.execute(at.em.getKysely());
    await sql`update question set state = 'MERGED', votes = 0, merged_into_id = ${into.id},
        changed_at = clock_timestamp() where id = ${from.id} or merged_into_id = ${from.id}`.execute(
      at.em.getKysely(),
    );
    const hidden = from.state === 'SHOWN' ? [from.id] : [];
    return { what: 'MERGED', questions: [from.id, into.id], hidden, result: undefined };
  });

/** A question about that very thing, or a refusal. */
export async function questionOf(em: Em, subject: Subject, questionId: string): Promise<QuestionRow> {
  const [question] = await readQuestions(
    em,
    sql`id = ${questionId} and subject_kind = ${subject.kind} and subject_id = ${subject.id}`,
  );
  if (!question) throw notFound('question');
  return question;
}

/** The same for who moderates. A merged one is changed no more. */
async function questionToModerate(
  { em, viewer, rights }: InHand,
  subject: Subject,
  questionId: string,
  voter: string | undefined,
): Promise<QuestionRow> {
  if (!viewer) throw notSignedIn();
  const question = await questionOf(em, subject, questionId);
  if (!rights.moderates) {
    const isOpen = question.state === 'SHOWN' || question.state === 'ANSWERED';
    if (!isOpen && question.asker !== voter) throw notFound('question');
    throw notAllowed('MODERATORS_ONLY', 'Only those who are asked can do this.');
  }
  if (question.state === 'MERGED')
    throw wrongStage('QUESTION_MERGED', 'This question is part of another one by now.');
  return question;
}
