export const QUESTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type Question = (typeof QUESTIONS)[number];

export const isQuestion = (value: unknown): value is Question => QUESTIONS.includes(value as Question);

/** The number of a question in an address; null for none. */
export function questionIn(text: string | null): Question | null {
  const number = Number(text);
  return isQuestion(number) ? number : null;
}
