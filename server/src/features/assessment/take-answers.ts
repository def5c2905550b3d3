import { plainText } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { type AssessmentQuestion, CHOICES, isChoice, questionsOf } from './questions.ts';

/** Characters of the line beside an answer. */
export const MOST_NOTE = 300;

/** An answer as it comes in. What is null or left out stays as it was. */
export interface AnswerInput {
  question: AssessmentQuestion;
  choice?: number | null | undefined;
  note?: string | null | undefined;
}

/** What a sheet gets: an empty line is taken away from it. */
export interface TakenAnswers {
  answers: Partial<Record<AssessmentQuestion, number>>;
  notes: Partial<Record<AssessmentQuestion, string | null>>;
}

/** Checks answers before anything is read. Refuses a place that no answer has, and a line that is too long. */
export function takeAnswers(given: readonly AnswerInput[]): TakenAnswers {
  const taken: TakenAnswers = { answers: {}, notes: {} };
  for (const { question, choice, note } of given) {
    if (choice != null) {
      if (!isChoice(choice)) {
        throw new InvalidInput(`${question}.choice`, 'OUT_OF_RANGE', `From 1 to ${CHOICES}.`, {
          limit: CHOICES,
        });
      }
      taken.answers[question] = choice;
    }
    if (note != null)
      taken.notes[question] =
        plainText(note, { field: `${question}.note`, max: MOST_NOTE, optional: true }) || null;
  }
  return taken;
}

/** Refuses what has no answer yet, by the first question that waits for one. */
export function requireEveryAnswer(edition: number, answers: Readonly<Record<string, unknown>>): void {
  const missing = questionsOf(edition).find(({ question }) => answers[question] === undefined);
  if (missing)
    throw new InvalidInput(
      `${missing.question}.choice`,
      'EMPTY',
      'This question has no answer yet. None is wrong: choose what comes closest.',
    );
}
