import { takeTimeZone } from '../../platform/input/time-zone.ts';
import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { webLinks } from '../../platform/input/links.ts';
import { languageTags, numberBetween, textOrNull, type TextRules } from '../../platform/input/text.ts';
import type { OrganizationKind } from '../../core/organization/organization.entity.ts';
import type { Skill } from '../../core/access/skill.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { AskAnswers, Asset, Worry } from './ask-answers.ts';
import { looksLikePeople } from './people-list.ts';

/** Answers as they come: undefined leaves one as it is, null or nothing means "not sure". */
export interface AskAnswersInput {
  organizationName?: string | null;
  organizationKind?: OrganizationKind | null;
  role?: string | null;
  kind?: CampaignKind | null;
  happening?: string | null;
  startsAt?: Date | null;
  timeZone?: string | null;
  lookHere?: { label?: string | null; url: string }[] | null;
  /** Each by itself; those left out stay. */
  assets?: { asset: Asset; has?: boolean | null }[] | null;
  approver?: string | null;
  worries?: Worry[] | null;
  worryWords?: string | null;
  languages?: string[] | null;
  needs?: Skill[] | null;
  suggestForUs?: boolean | null;
  needWords?: string | null;
  hideEmployer?: boolean | null;
  hideStart?: boolean | null;
  employer?: string | null;
  unsaid?: string | null;
  localHoursPerWeek?: number | null;
}

/** Checked answers that replace others: null takes one away, and what is not named stays. */
export type AnswersChange = {
  [Key in Exclude<keyof AskAnswers, 'assets'>]?: AskAnswers[Key] | null;
} & { assets?: Partial<Record<Asset, boolean | null>> };

/** What whoever typed was asked, and said. */
export interface Asked {
  noListOfPeople?: boolean | undefined;
}

/** T-0 may be past: strikes that are already running ask too. */
const YEARS_FROM_NOW_MS = 2 * 366 * 86_400_000;

const LINE = { max: 160 };
const WORDS = { max: 2000, multiline: true };

/**
 * Checks answers. Refuses what the fields of a campaign refuse too, T-0 more than two years from `now`, and
 * texts that look like a list of people, unless it was said that they are none.
 */
export function takeAnswers(input: AskAnswersInput, asked: Asked = {}, now = Date.now()): AnswersChange {
  const change: AnswersChange = {};
  const text = (
    field: 'organizationName' | 'role' | 'happening' | 'approver' | 'employer' | TextOfWords,
    rules: Omit<TextRules, 'field'>,
  ) => {
    if (input[field] === undefined) return;
    change[field] = textOrNull(input[field], { field, ...rules });
    askAboutLists(change[field], field, asked);
  };
  type TextOfWords = 'worryWords' | 'needWords' | 'unsaid';
  text('organizationName', LINE);
  text('role', LINE);
  text('happening', { max: 4000, multiline: true });
  text('approver', LINE);
  text('worryWords', WORDS);
  text('needWords', WORDS);
  text('employer', LINE);
  text('unsaid', WORDS);

  if (input.organizationKind !== undefined) change.organizationKind = input.organizationKind;
  if (input.kind !== undefined) change.kind = input.kind;
  if (input.startsAt !== undefined) change.startsAt = takeStart(input.startsAt, now);
  if (input.timeZone !== undefined) change.timeZone = input.timeZone ? takeTimeZone(input.timeZone) : null;
  if (input.lookHere !== undefined) change.lookHere = someOf(webLinks(input.lookHere, 'lookHere'));
  if (input.assets)
    change.assets = Object.fromEntries(input.assets.map(({ asset, has }) => [asset, has ?? null]));
  if (input.worries !== undefined) change.worries = someOf([...new Set(input.worries)]);
  if (input.languages !== undefined) change.languages = someOf(languageTags(input.languages, 'languages'));
  if (input.needs !== undefined) change.needs = someOf([...new Set(input.needs)]);
  if (input.suggestForUs !== undefined) change.suggestForUs = input.suggestForUs;
  if (input.hideEmployer !== undefined) change.hideEmployer = input.hideEmployer;
  if (input.hideStart !== undefined) change.hideStart = input.hideStart;
  if (input.localHoursPerWeek !== undefined) {
    const hours = input.localHoursPerWeek;
    change.localHoursPerWeek = hours === null ? null : numberBetween(hours, 'localHoursPerWeek', 0, 168);
  }
  return change;
}

/** How somebody can be reached, as typed; null for nothing. Several ways may stand on lines of their own. */
export function takeContact(value: string | null, asked: Asked = {}): string | null {
  const contact = textOrNull(value, { field: 'contact', max: 500, multiline: true });
  askAboutLists(contact, 'contact', asked);
  return contact;
}

/** The answers after a change. Changes of different answers lose nothing, in whichever order they come. */
export function mergeAnswers(before: AskAnswers, { assets, ...change }: AnswersChange): AskAnswers {
  return withoutNulls({
    ...before,
    ...change,
    assets: orNull(withoutNulls({ ...before.assets, ...assets })),
  }) as AskAnswers;
}

function withoutNulls(values: object): object {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

const orNull = (values: object) => (Object.keys(values).length > 0 ? values : null);
const someOf = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);

function takeStart(startsAt: Date | null, now: number): string | null {
  if (startsAt === null) return null;
  if (!(Math.abs(startsAt.getTime() - now) <= YEARS_FROM_NOW_MS)) {
    throw new InvalidInput('startsAt', 'OUT_OF_RANGE', 'Choose a moment within two years of today.');
  }
  return startsAt.toISOString();
}

/**
 * Nothing is uploaded here, and a list that is pasted is not kept. What looks like one is asked about: who says that it
 * is something else is believed.
 */
function askAboutLists(text: string | null | undefined, field: string, asked: Asked): void {
  if (!text || asked.noListOfPeople || !looksLikePeople(text)) return;
  throw new InvalidInput(
    field,
    'LIST_OF_PEOPLE',
    'Is this a list of people? We never take one: take it out, and write that you have it. If it is something else, say so and send it again.',
  );
}
