import {
  AssessmentArea,
  type AssessmentQuestion,
  CHOICES,
  type Choices,
  questionsOf,
  type QuestionFact,
} from './questions.ts';

/*
 * What one person hears of the others' answers. Nobody is named, nobody is told who has answered, and:
 *
 * - Of one other alone, whether they see it alike; never which answer they gave.
 * - Of two and more, how many see it as the reader does. Another answer is named with its number only where at least two
 *   of the others gave it, and not all of them; the rest is one number, "see it otherwise".
 * - Who looks again and again does not learn the last one's answers: from the second on, answers are added by twos, until
 *   everybody has answered or the round is closed.
 */

/** Fewer answers than this are no group: nothing is summed over them. */
export const LEAST_GROUP = 3;

/** Levels are told in such steps of a hundred. */
const STEP = 10;

/** A sheet that was sent. */
export interface SentSheet {
  choices: Choices;
  sentAt: Date;
}

export interface RoundState {
  edition: number;
  closedAt: Date | null;
  completeAt: Date | null;
}

export interface QuestionComparison {
  question: AssessmentQuestion;
  /** The place of the reader's own answer. */
  mine: number;
  /** How many others see it as they do. */
  alike: number;
  /** Other answers with how many gave them, as far as that may be told. */
  spread: { choice: number; count: number }[];
  /** How many others see it otherwise and are not in the spread. */
  otherwise: number;
}

/** Of others who have sent, in the order in which they did, those who are compared with at this moment. */
export function comparedWith(others: readonly SentSheet[], round: RoundState): readonly SentSheet[] {
  if (round.closedAt) return others;
  const { completeAt } = round;
  const settled = completeAt ? others.filter(({ sentAt }) => sentAt <= completeAt).length : 0;
  const later = others.length - settled;
  // The first of all stands alone: two who fill it in together need not wait for a third.
  if (settled === 0 && later === 1) return others;
  return others.slice(0, settled + later - (later % 2));
}

/** Where the reader and others differ, question by question. */
export function compare(edition: number, mine: Choices, others: readonly SentSheet[]): QuestionComparison[] {
  return questionsOf(edition).flatMap(({ question }) => {
    const own = mine[question];
    if (own === undefined) return [];
    const given = others.flatMap(({ choices }) => choices[question] ?? []);
    const alike = given.filter((choice) => choice === own).length;
    const spread = places()
      .filter((choice) => choice !== own)
      .map((choice) => ({ choice, count: given.filter((each) => each === choice).length }))
      .filter(({ count }) => count >= 2 && count < given.length);
    const told = spread.reduce((sum, { count }) => sum + count, alike);
    return [{ question, mine: own, alike, spread, otherwise: given.length - told }];
  });
}

const places = () => Array.from({ length: CHOICES }, (_, index) => index + 1);

/** How an area stands, from 0 to 100. */
export interface AreaLevel {
  area: AssessmentArea;
  level: number;
}

/** How each area stands in the eyes of these, told in tens. Areas of which nobody said anything are left out. */
export function levelsOf(edition: number, sheets: readonly { choices: Choices }[]): AreaLevel[] {
  return Object.values(AssessmentArea).flatMap((area) => {
    const questions = questionsOf(edition).filter((fact: QuestionFact) => fact.area === area);
    const steps = sheets.flatMap(({ choices }) =>
      questions.flatMap(({ question }) => {
        const choice = choices[question];
        return choice === undefined ? [] : [(choice - 1) / (CHOICES - 1)];
      }),
    );
    if (steps.length === 0) return [];
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    return [{ area, level: Math.round((mean * 100) / STEP) * STEP }];
  });
}
