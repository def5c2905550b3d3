import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { applyForOpening } from '../../features/opening/apply.ts';
import { closeOpening, createOpening } from '../../features/opening/write-opening.ts';
import { askQuestion } from '../../features/question/ask-question.ts';
import type { Subject } from '../../features/question/asked-about.ts';
import { answerQuestion, showQuestion } from '../../features/question/moderate-questions.ts';
import { voteForQuestion } from '../../features/question/vote-for-question.ts';
import type { Services } from '../../platform/services.ts';
import * as story from './story-openings.ts';
import type { Handle } from './story.ts';

/** An opening that waits for answers, and one that is closed, with the interview that readers made. */
export async function fillOpenings(
  services: Services,
  cast: Record<Handle, Viewer>,
  at: { organizationId: string; campaignId: string },
): Promise<void> {
  const hirer = cast[story.hirer];
  for (const { words, openForDays, closed, questions, applicant } of story.openings) {
    const closesOn = await wallTimeIn(services, openForDays, words.timeZone);
    const { skills, languages, ...rest } = words;
    const openingId = await createOpening(services, hirer, {
      ...{ ...rest, ...at, closesOn, skills: [...skills], languages: [...languages] },
    });
    const subject = { kind: 'Opening', id: openingId, about: services.askedAbout.get('Opening')! };
    for (const question of questions) await askAndAnswer(services, cast, subject, question);
    if (applicant) {
      const { handle, ...given } = applicant;
      await applyForOpening(services, cast[handle], { ...given, openingId });
    }
    if (closed) await closeOpening(services, hirer, { openingId, withdrawn: false });
  }
}

async function askAndAnswer(
  services: Services,
  cast: Record<Handle, Viewer>,
  subject: Subject,
  { by, text, answer, wantedBy }: story.DemoQuestion,
): Promise<void> {
  const hirer = cast[story.hirer];
  const asker = cast[by];
  const questionId = await askQuestion(services, asker, subject, {
    ...{ voter: asker.personId, text, anonymous: false },
  });
  await showQuestion(services, hirer, subject, questionId);
  for (const handle of wantedBy) {
    const voter = cast[handle].personId;
    await voteForQuestion(services, cast[handle], subject, { questionId, voter });
  }
  if (answer) await answerQuestion(services, hirer, subject, { questionId, text: answer });
}

/** Six in the evening there, so many days from now. */
async function wallTimeIn({ orm }: Services, days: number, timeZone: string): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select to_char(now() at time zone ${timeZone} + make_interval(days => ${days}), 'YYYY-MM-DD') as day`.execute(
    orm.em.fork().getKysely(),
  );
  return `${rows[0]!.day}T18:00`;
}
