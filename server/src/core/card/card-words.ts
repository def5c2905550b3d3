import { timelessId } from '../../platform/db/timeless-id.ts';
import { webLinks } from '../../platform/input/links.ts';
import { takeMoment } from '../../platform/input/moment.ts';
import {
  languageTag,
  languageTags,
  numberBetween,
  plainText,
  textList,
  textOrNull,
} from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Skill } from '../access/skill.ts';
import type { ChecklistItem, Phase } from '../board/card.entity.ts';
import type { Link } from '../../platform/input/links.ts';
import type { Sensitivity } from '../access/sensitivity.ts';
import { dueMoment } from '../board/due-moment.ts';

/** The part of a card that organizers write. */
export interface CardWords {
  title: string;
  deliverable: string;
  localSupplies: string;
  outOfScope: string;
  caution: string | null;
  skill: Skill;
  hours: number;
  phase: Phase;
  dueAt: Date | null;
  dueOffsetHours: number | null;
  languages: string[];
  /** In which its words are written. */
  language: string;
  sensitivity: Sensitivity;
  links: Link[];
  checklist: ChecklistItem[];
  /** Whether two may hold it together. */
  forTwo: boolean;
}

/** The same as it comes in: texts as typed, everything optional. Undefined leaves a field as it is. */
export interface CardWordsInput {
  title?: string | null;
  deliverable?: string | null;
  localSupplies?: string | null;
  outOfScope?: string | null;
  caution?: string | null;
  skill?: Skill | null;
  hours?: number | null;
  phase?: Phase | null;
  dueAt?: Date | null;
  dueOffsetHours?: number | null;
  languages?: string[] | null;
  language?: string | null;
  sensitivity?: Sensitivity | null;
  links?: { label?: string | null; url: string }[] | null;
  checklist?: { id?: string | null; text: string }[] | null;
  forTwo?: boolean | null;
}

const HOURS_BEFORE_T0 = 24 * 90;
const HOURS_AFTER_T0 = 24 * 365;

/**
 * Checks what was typed and returns the fields that were given. `before` gives the checklist its ticks back.
 * A due moment is either absolute or relative to T-0: giving one clears the other.
 */
export function takeCardWords(
  input: CardWordsInput,
  {
    startsAt,
    before = [],
    now = new Date(),
  }: { startsAt: Date | null; before?: ChecklistItem[]; now?: Date },
): Partial<CardWords> {
  const words: Partial<CardWords> = {};
  if (input.title !== undefined) words.title = plainText(input.title, { field: 'title', max: 120 });
  if (input.deliverable !== undefined) {
    words.deliverable = plainText(input.deliverable, { field: 'deliverable', max: 300, multiline: true });
  }
  if (input.localSupplies !== undefined) {
    words.localSupplies = plainText(input.localSupplies, optional('localSupplies'));
  }
  if (input.outOfScope !== undefined) words.outOfScope = plainText(input.outOfScope, optional('outOfScope'));
  if (input.caution !== undefined) words.caution = textOrNull(input.caution, optional('caution'));
  if (input.skill) words.skill = input.skill;
  if (input.hours != null) words.hours = numberBetween(input.hours, 'hours', 0.25, 40);
  if (input.phase) words.phase = input.phase;
  if (input.languages !== undefined) words.languages = languageTags(input.languages, 'languages');
  if (input.language != null) words.language = languageTag(input.language, 'language');
  if (input.sensitivity) words.sensitivity = input.sensitivity;
  if (input.forTwo != null) words.forTwo = input.forTwo;
  if (input.links !== undefined) words.links = webLinks(input.links);
  if (input.checklist !== undefined) words.checklist = takeChecklist(input.checklist ?? [], before);
  return { ...words, ...takeDue(input, startsAt, now) };
}

const optional = (field: string) => ({ field, max: 500, multiline: true, optional: true });

function takeChecklist(
  items: { id?: string | null; text: string }[],
  before: ChecklistItem[],
): ChecklistItem[] {
  const texts = textList(
    items.map(({ text }) => text),
    { field: 'checklist', max: 200, maxItems: 20 },
  );
  const filled = items.filter(({ text }) => text.trim() !== '');
  return texts.map((text, index) => {
    const known = before.find(({ id }) => id === filled[index]?.id);
    return { id: known?.id ?? timelessId(), text, done: known?.done ?? false };
  });
}

function takeDue(
  { dueAt, dueOffsetHours }: CardWordsInput,
  startsAt: Date | null,
  now: Date,
): Partial<CardWords> {
  if (dueAt && dueOffsetHours != null) {
    throw new InvalidInput('dueAt', 'OUT_OF_RANGE', 'Give one due moment: a date, or hours from the start.');
  }
  if (dueAt) {
    takeMoment(dueAt, 'dueAt');
    refusePast('dueAt', dueAt, now);
    return { dueAt, dueOffsetHours: null };
  }
  if (dueOffsetHours != null) {
    numberBetween(dueOffsetHours, 'dueOffsetHours', -HOURS_BEFORE_T0, HOURS_AFTER_T0);
    const moment = dueMoment({ dueAt: null, dueOffsetHours }, startsAt);
    if (moment) refusePast('dueOffsetHours', moment, now);
    return { dueAt: null, dueOffsetHours };
  }
  return {
    ...(dueAt === null && { dueAt }),
    ...(dueOffsetHours === null && { dueOffsetHours }),
  };
}

function refusePast(field: string, moment: Date, now: Date): void {
  if (Number.isNaN(moment.getTime()) || moment <= now) {
    throw new InvalidInput(field, 'PAST', 'This moment has passed. Choose a later one.');
  }
}
