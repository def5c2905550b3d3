/**
 * What a local asks itself about asking for digital help. The words stand in the pages' catalogue (`assessment.json`), one
 * title and four answers a question. A question that comes to mean something else gets another name, so that rounds of
 * different editions can be drawn in one line.
 */
export const AssessmentQuestion = {
  PEERS: 'PEERS',
  STAGE: 'STAGE',
  ROOM: 'ROOM',
  OUTSIDERS: 'OUTSIDERS',
  RETURN: 'RETURN',
  MEASURING: 'MEASURING',
  PASSWORDS: 'PASSWORDS',
  ACCESS: 'ACCESS',
  APPROVAL: 'APPROVAL',
  LANGUAGES: 'LANGUAGES',
} as const;
export type AssessmentQuestion = keyof typeof AssessmentQuestion;

/** What a line of the drawing stands for. */
export const AssessmentArea = {
  PEOPLE: 'PEOPLE',
  PLANNING: 'PLANNING',
  WORTH: 'WORTH',
  ACCOUNTS: 'ACCOUNTS',
  VOICE: 'VOICE',
} as const;
export type AssessmentArea = keyof typeof AssessmentArea;

/** Each question has so many answers to choose from, told by their place: 1 for "not yet", the last for "this stands". */
export const CHOICES = 4;

export interface QuestionFact {
  question: AssessmentQuestion;
  area: AssessmentArea;
}

/** Every edition, in the order in which it asks. One that was answered is never edited: another one is added. */
const EDITIONS: ReadonlyMap<number, readonly QuestionFact[]> = new Map([
  [
    1,
    [
      { question: 'PEERS', area: 'PEOPLE' },
      { question: 'STAGE', area: 'PLANNING' },
      { question: 'ROOM', area: 'PLANNING' },
      { question: 'RETURN', area: 'WORTH' },
      { question: 'OUTSIDERS', area: 'PEOPLE' },
      { question: 'PASSWORDS', area: 'ACCOUNTS' },
      { question: 'ACCESS', area: 'ACCOUNTS' },
      { question: 'APPROVAL', area: 'VOICE' },
      { question: 'LANGUAGES', area: 'VOICE' },
      { question: 'MEASURING', area: 'WORTH' },
    ],
  ],
]);

/** What rounds that are opened now ask. */
export const EDITION = 1;

/** The questions of an edition; none where there is no such edition. */
export const questionsOf = (edition: number): readonly QuestionFact[] => EDITIONS.get(edition) ?? [];

/** The place of the answer that was chosen, by question; what was not answered is not in it. */
export type Choices = Readonly<Partial<Record<AssessmentQuestion, number>>>;

/** What one person answered, as far as their edition asks and has such an answer. */
export function choicesOf(edition: number, answers: Readonly<Record<string, unknown>>): Choices {
  return Object.fromEntries(
    questionsOf(edition).flatMap(({ question }) => {
      const choice = answers[question];
      return typeof choice === 'number' && isChoice(choice) ? [[question, choice]] : [];
    }),
  );
}

export const isChoice = (choice: number): boolean =>
  Number.isInteger(choice) && choice >= 1 && choice <= CHOICES;
