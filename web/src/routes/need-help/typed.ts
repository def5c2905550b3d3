import type {
  AskAnswersInput,
  AskAsset,
  AskToWriteFragment,
  AskWorry,
  CampaignKind,
  OrganizationKind,
  Skill,
} from '#web/gql/graphql.ts';
import { isUnfinished } from '#web/time/typed-moment.ts';
import { fromZonedInput, toZonedInput } from '#web/time/zoned-input.ts';
import { isQuestion, type Question, QUESTIONS } from './question.ts';

export { isQuestion, type Question, QUESTIONS };

/** The ten questions as they are typed: texts for fields, nothing missing. */
export interface Typed {
  organizationName: string;
  organizationKind: OrganizationKind | '';
  role: string;
  happening: string;
  kind: CampaignKind | '';
  employer: string;
  /** What clocks say then in `timeZone`, or `UNFINISHED`. */
  startsAt: string;
  timeZone: string;
  /** One address to a line. */
  lookHere: string;
  assets: Partial<Record<AskAsset, 'yes' | 'no' | ''>>;
  approver: string;
  /** Only what is new: a contact that is kept never comes back. */
  contact: string;
  worries: AskWorry[];
  worryWords: string;
  languages: string[];
  needs: Skill[];
  suggestForUs: boolean;
  needWords: string;
  hideEmployer: boolean;
  hideStart: boolean;
  unsaid: string;
  /** Hours a week, or nothing. */
  hours: string;
}

/** What each question asks for. */
export const FIELDS: Record<Question, readonly (keyof Typed)[]> = {
  1: ['organizationName', 'organizationKind', 'role'],
  2: ['happening', 'kind', 'employer', 'startsAt', 'timeZone'],
  3: ['lookHere'],
  4: ['assets'],
  5: ['approver', 'contact'],
  6: ['worries', 'worryWords'],
  7: ['languages'],
  8: ['needs', 'suggestForUs', 'needWords'],
  9: ['hideEmployer', 'hideStart', 'unsaid'],
  10: ['hours'],
};

export function nothingTyped(timeZone: string): Typed {
  return {
    organizationName: '',
    organizationKind: '',
    role: '',
    happening: '',
    kind: '',
    startsAt: '',
    timeZone,
    lookHere: '',
    assets: {},
    approver: '',
    contact: '',
    worries: [],
    worryWords: '',
    languages: [],
    needs: [],
    suggestForUs: false,
    needWords: '',
    employer: '',
    hideEmployer: false,
    hideStart: false,
    unsaid: '',
    hours: '',
  };
}

/** What is kept of an ask, as its questions show it. `timeZone` stands in until one was chosen. */
export function toTyped({ answers }: Pick<AskToWriteFragment, 'answers'>, timeZone: string): Typed {
  const zone = answers.timeZone ?? timeZone;
  return {
    organizationName: answers.organizationName ?? '',
    organizationKind: answers.organizationKind ?? '',
    role: answers.role ?? '',
    happening: answers.happening ?? '',
    kind: answers.kind ?? '',
    startsAt: answers.startsAt ? toZonedInput(answers.startsAt, zone) : '',
    timeZone: zone,
    lookHere: answers.lookHere.map(({ url }) => url).join('\n'),
    assets: Object.fromEntries(answers.assets.map(({ asset, has }) => [asset, has ? 'yes' : 'no'])),
    approver: answers.approver ?? '',
    contact: '',
    worries: [...answers.worries],
    worryWords: answers.worryWords ?? '',
    languages: [...answers.languages],
    needs: [...answers.needs],
    suggestForUs: answers.suggestForUs ?? false,
    needWords: answers.needWords ?? '',
    employer: answers.employer ?? '',
    hideEmployer: answers.hideEmployer ?? false,
    hideStart: answers.hideStart ?? false,
    unsaid: answers.unsaid ?? '',
    hours: answers.localHoursPerWeek == null ? '' : String(answers.localHoursPerWeek),
  };
}

/** Whether nothing was said to a question. A time zone alone says nothing. */
export function isBlank(typed: Typed, question: Question): boolean {
  return FIELDS[question]
    .filter((field) => field !== 'timeZone')
    .every((field) => {
      const value = typed[field];
      if (field === 'assets') return Object.values(typed.assets).every((said) => !said);
      if (Array.isArray(value)) return value.length === 0;
      return typeof value === 'string' ? value.trim() === '' : !value;
    });
}

/** One question as it is sent; what is blank is "not sure". The contact goes apart. */
export function toAnswers(typed: Typed, question: Question): AskAnswersInput {
  const blank = isBlank(typed, question);
  switch (question) {
    case 1:
      return {
        organizationName: typed.organizationName,
        organizationKind: typed.organizationKind || null,
        role: typed.role,
      };
    case 2:
      return {
        happening: typed.happening,
        kind: typed.kind || null,
        employer: typed.employer,
        // What is half typed is not "none": what was there before stays.
        ...(!isUnfinished(typed.startsAt) && {
          startsAt: typed.startsAt ? fromZonedInput(typed.startsAt, typed.timeZone) : null,
          timeZone: typed.startsAt ? typed.timeZone : null,
        }),
      };
    case 3:
      return {
        lookHere: typed.lookHere
          .split('\n')
          .map((url) => url.trim())
          .filter(Boolean)
          .map((url) => ({ url })),
      };
    case 4:
      return {
        assets: Object.entries(typed.assets).map(([asset, said]) => ({
          asset: asset as AskAsset,
          has: said ? said === 'yes' : null,
        })),
      };
    case 5:
      return { approver: typed.approver };
    case 6:
      return { worries: typed.worries, worryWords: typed.worryWords };
    case 7:
      return { languages: typed.languages };
    case 8:
      return {
        needs: typed.needs,
        suggestForUs: blank ? null : typed.suggestForUs,
        needWords: typed.needWords,
      };
    case 9:
      return {
        // What is not ticked is not said: that it may be told is said at the go, where it is read.
        hideEmployer: typed.hideEmployer || null,
        hideStart: typed.hideStart || null,
        unsaid: typed.unsaid,
      };
    case 10:
      return { localHoursPerWeek: typed.hours === '' ? null : Number(typed.hours) };
  }
}

/** Of one question what is to be said anew: two who hold one link do not undo each other's answers. */
export function changedAnswers(typed: Typed, read: Typed, question: Question): AskAnswersInput {
  const before = toAnswers(read, question) as Record<string, unknown>;
  const changed = Object.entries(toAnswers(typed, question)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  const { assets, ...answers } = Object.fromEntries(changed) as AskAnswersInput;
  if (!assets) return answers;
  // Each of them is an answer of its own.
  return { assets: assets.filter(({ asset }) => (typed.assets[asset] ?? '') !== (read.assets[asset] ?? '')) };
}

/** What was kept in this browser, laid over `typed`. An older page may have kept it: only what fits is taken. */
export function layOver(typed: Typed, kept: Partial<Record<string, unknown>>): Typed {
  const fits = Object.entries(kept).filter(([field, value]) => {
    const now = (typed as unknown as Record<string, unknown>)[field];
    return (
      now !== undefined &&
      value !== null &&
      typeof now === typeof value &&
      Array.isArray(now) === Array.isArray(value)
    );
  });
  return { ...typed, ...Object.fromEntries(fits) };
}
