import type { OpeningWordsFragment, PayPer, Skill } from '#web/gql/graphql.ts';

/** What stands in the form of an opening. */
export interface OpeningTyped {
  title: string;
  story: string;
  place: string | null;
  isRemote: boolean;
  languages: string[];
  skills: Skill[];
  payFrom: number | null;
  payTo: number | null;
  currency: string;
  payPer: PayPer;
  hoursAWeek: number | null;
  howToAnswer: string;
  closesOn: string | null;
  timeZone: string;
  answerDays: number | null;
}

/** Those that the server refuses by name. */
export const openingFields = [
  'title',
  'story',
  'place',
  'languages',
  'skills',
  'payFrom',
  'payTo',
  'currency',
  'hoursAWeek',
  'howToAnswer',
  'closesOn',
  'timeZone',
  'answerDays',
] as const;

export const emptyOpening = (language: string): OpeningTyped => ({
  ...{ title: '', story: '', place: '', isRemote: false, languages: [language], skills: [] },
  ...{ payFrom: null, payTo: null, currency: 'USD', payPer: 'HOUR', hoursAWeek: null },
  ...{ howToAnswer: '', closesOn: null, timeZone: 'UTC', answerDays: 7 },
});

export const typedOf = (opening: OpeningWordsFragment): OpeningTyped => ({
  ...{ title: opening.title, story: opening.story, place: opening.place ?? null, isRemote: opening.isRemote },
  ...{ languages: [...opening.languages], skills: [...opening.skills] },
  ...{ payFrom: opening.pay.from, payTo: opening.pay.to, currency: opening.pay.currency },
  ...{ payPer: opening.pay.per, hoursAWeek: opening.pay.hoursAWeek, howToAnswer: opening.howToAnswer },
  ...{ closesOn: opening.closesOn, timeZone: opening.timeZone, answerDays: opening.answerDays },
});

/** A draft of an older page may lack fields, or have others. */
export function openingDraft(kept: unknown, empty: OpeningTyped): OpeningTyped | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const of = kept as Record<string, unknown>;
  const fits = Object.entries(empty).filter(([name, value]) => {
    const found = of[name];
    return found !== undefined && (value === null || found === null || typeof found === typeof value);
  });
  return { ...empty, ...Object.fromEntries(fits.map(([name]) => [name, of[name]])) };
}
