import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeQuestions, type InHand, type Subject } from './asked-about.ts';
import { questionOf } from './moderate-questions.ts';
import type { QuestionRow } from './read-questions.ts';

/** One more who wants the answer; voting again changes nothing. Refuses one that waits, is merged or hidden. */
export const voteForQuestion = (
  services: Services,
  viewer: Viewer | null,
  subject: Subject,
  given: { questionId: string; voter: string },
): Promise<void> =>
  changeQuestions(services, subject, viewer, async (at) => {
    const { id } = await questionToVote(at, subject, given);
    const personId = at.viewer?.personId ?? null;
    const added = await addVote(at.em, { questionId: id, voter: given.voter, personId });
    return { what: 'VOTED', questions: added ? [id] : [], result: undefined };
  });

/** Takes a vote back; where there is none nothing changes. */
export const takeBackVote = (
  services: Services,
  viewer: Viewer | null,
  subject: Subject,
  given: { questionId: string; voter: string },
): Promise<void> =>
  changeQuestions(services, subject, viewer, async (at) => {
    const { id } = await questionToVote(at, subject, given);
    const { rows } = await sql`
      with gone as (delete from question_vote where question_id = ${id} and voter = ${given.voter} returning 1)
      update question set votes = votes - 1 where id = ${id} and exists (select from gone) returning id`.execute(
      at.em.getKysely(),
    );
    return { what: 'VOTED', questions: rows.length > 0 ? [id] : [], result: undefined };
  });

/**
 * Writes a vote and counts it, in one statement: of two that come at once from one voter, one does nothing. Says
 * whether it was a new one.
 */
export async function addVote(
  em: Em,
  { questionId, voter, personId }: { questionId: string; voter: string; personId: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    with added as (insert into question_vote (question_id, voter, person_id)
      values (${questionId}, ${voter}, ${personId}) on conflict do nothing returning 1)
    update question set votes = votes + 1 where id = ${questionId} and exists (select from added)
    returning id`.execute(em.getKysely());
  return rows.length > 0;
}

async function questionToVote(
  at: InHand,
  subject: Subject,
  { questionId, voter }: { questionId: string; voter: string },
): Promise<QuestionRow> {
  const question = await questionOf(at.em, subject, questionId);
  const open = question.state === 'SHOWN' || question.state === 'ANSWERED';
  if (!open && !at.rights.moderates && question.asker !== voter) throw notFound('question');
  if (at.rights.askRefusal) throw at.rights.askRefusal;
  if (!open) throw wrongStage('QUESTION_NOT_SHOWN', 'This question is not shown: it takes no votes.');
  return question;
}
