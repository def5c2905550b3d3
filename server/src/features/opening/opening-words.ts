import type { Skill } from '../../core/access/skill.ts';
import {
  languageTag,
  languageTags,
  numberBetween,
  plainText,
  textOrNull,
} from '../../platform/input/text.ts';
import { takeTimeZone } from '../../platform/input/time-zone.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../platform/input/moment.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { PayPer } from './opening.entity.ts';

/** What the hiring side says of an opening. Undefined leaves a field as it is. */
export interface OpeningWordsInput {
  title?: string | null;
  story?: string | null;
  language?: string | null;
  place?: string | null;
  isRemote?: boolean | null;
  languages?: string[] | null;
  skills?: Skill[] | null;
  payFrom?: number | null;
  payTo?: number | null;
  currency?: string | null;
  payPer?: PayPer | null;
  hoursAWeek?: number | null;
  howToAnswer?: string | null;
  closesOn?: string | null;
  timeZone?: string | null;
  answerDays?: number | null;
}

export const MAX = { title: 120, story: 5000, place: 120, howToAnswer: 1000 };
const MOST_PAY = 10_000_000;

/** The fields that were given, checked. */
export function takeOpeningWords(input: OpeningWordsInput) {
  return {
    ...(input.title !== undefined && { title: plainText(input.title, { field: 'title', max: MAX.title }) }),
    ...(input.story !== undefined && {
      story: plainText(input.story, { field: 'story', max: MAX.story, multiline: true }),
    }),
    ...(input.language != null && { language: languageTag(input.language, 'language') }),
    ...(input.place !== undefined && { place: textOrNull(input.place, { field: 'place', max: MAX.place }) }),
    ...(input.isRemote != null && { isRemote: input.isRemote }),
    ...(input.languages !== undefined && { languages: languageTags(input.languages, 'languages') }),
    ...(input.skills !== undefined && { skills: [...new Set(input.skills ?? [])] }),
    ...(input.payFrom !== undefined && { payFrom: pay(input.payFrom, 'payFrom') }),
    ...(input.payTo !== undefined && { payTo: pay(input.payTo, 'payTo') }),
    ...(input.currency !== undefined && { currency: takeCurrency(input.currency) }),
    ...(input.payPer != null && { payPer: input.payPer }),
    ...(input.hoursAWeek !== undefined && {
      hoursAWeek: numberBetween(needed(input.hoursAWeek, 'hoursAWeek'), 'hoursAWeek', 1, 80),
    }),
    ...(input.howToAnswer !== undefined && {
      howToAnswer: plainText(input.howToAnswer, {
        ...{ field: 'howToAnswer', max: MAX.howToAnswer, multiline: true, optional: true },
      }),
    }),
    ...(input.closesOn !== undefined && { closesOn: takeWallTime(input.closesOn) }),
    ...(input.timeZone != null && { timeZone: takeTimeZone(input.timeZone) }),
    ...(input.answerDays != null && { answerDays: numberBetween(input.answerDays, 'answerDays', 1, 60) }),
  };
}

/** What holds between fields, once all of them are known. */
export function requireWhole({
  payFrom,
  payTo,
  place,
  isRemote,
}: {
  payFrom: number;
  payTo: number;
  place: string | null;
  isRemote: boolean;
}): void {
  if (payTo < payFrom)
    throw new InvalidInput('payTo', 'OUT_OF_RANGE', 'The pay goes from the lower figure to the higher one.');
  if (place === null && !isRemote)
    throw new InvalidInput('place', 'EMPTY', 'Say where it is, or that one works from anywhere.');
}

function needed<T>(value: T | null | undefined, field: string): T {
  if (value == null) throw new InvalidInput(field, 'EMPTY', 'This is needed.');
  return value;
}

/** A figure of pay is never left out, and never nothing. */
const pay = (value: number | null, field: string) =>
  Math.round(numberBetween(needed(value, field), field, 0.01, MOST_PAY) * 100) / 100;

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function takeCurrency(value: string | null): string {
  const code = plainText(value, { field: 'currency', max: 3 }).toUpperCase();
  if (CURRENCIES.has(code)) return code;
  throw new InvalidInput('currency', 'UNKNOWN', 'Use the three letters of a currency, such as USD.');
}

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/** What clocks say, such as `2026-12-31T18:00`. Refuses days that no calendar has. */
function takeWallTime(value: string | null): string {
  const text = plainText(value, { field: 'closesOn', max: 16 });
  const [, year, month, day] = (WALL_TIME.exec(text) ?? []).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isDay = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  if (isDay && year! >= FIRST_YEAR && year! <= LAST_YEAR) return text;
  throw new InvalidInput('closesOn', 'OUT_OF_RANGE', 'Choose a day and a time, such as 2026-12-31T18:00.');
}
