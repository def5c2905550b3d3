import type { BoardTemplatesQuery, CreateCardInput, UpdateCardInput } from '#web/gql/graphql.ts';
import type { CardDetail } from './card-detail.ts';
import type { Phase, Sensitivity, Skill } from '../board-card.ts';

/** A card as its form holds it: as typed. */
export interface CardText {
  title: string;
  deliverable: string;
  localSupplies: string;
  outOfScope: string;
  caution: string;
  skill: Skill;
  hours: string;
  phase: Phase;
  /** Null for none. */
  dueAt: string | null;
  languages: string;
  /** In which it is written; empty until somebody chose. */
  language: string;
  sensitivity: Sensitivity;
  links: string;
  checklist: string;
  /** Whether two may hold it together. */
  forTwo: boolean;
}

export const blankCard: CardText = {
  title: '',
  deliverable: '',
  localSupplies: '',
  outOfScope: '',
  caution: '',
  skill: 'WRITING',
  hours: '2',
  phase: 'ONGOING',
  dueAt: null,
  languages: '',
  language: '',
  sensitivity: 'PUBLIC',
  links: '',
  checklist: '',
  forTwo: false,
};

export function textOfTemplate(
  template: NonNullable<BoardTemplatesQuery['cardTemplates']>[number],
): CardText {
  return {
    ...blankCard,
    language: template.language,
    title: template.title,
    deliverable: template.deliverable,
    localSupplies: template.localSupplies,
    caution: template.caution ?? '',
    skill: template.skill,
    hours: String(template.hours),
    phase: template.phase,
    sensitivity: template.sensitivity,
  };
}

/** Starts from another template: only fields in which nothing was typed say what it says. */
export function startOver(text: CardText, before: CardText, next: CardText): CardText {
  const typed = (Object.keys(text) as (keyof CardText)[]).filter((field) => text[field] !== before[field]);
  return { ...next, ...Object.fromEntries(typed.map((field) => [field, text[field]])) };
}

export function textOfCard(card: CardDetail): CardText {
  return {
    title: card.title,
    deliverable: card.deliverable,
    localSupplies: card.localSupplies,
    outOfScope: card.outOfScope,
    caution: card.caution ?? '',
    skill: card.skill,
    hours: String(card.hours),
    phase: card.phase,
    dueAt: card.dueAt ?? null,
    languages: card.languages.join(', '),
    language: card.language,
    sensitivity: card.sensitivity,
    links: card.links.map(({ label, url }) => (label && label !== url ? `${label} ${url}` : url)).join('\n'),
    checklist: card.checklist.map(({ text }) => text).join('\n'),
    forTwo: card.forTwo,
  };
}

type Fields = Omit<
  CreateCardInput,
  'boardId' | 'checklist' | 'status' | 'templateKey' | 'requestId' | 'dueOffsetHours' | 'cautionCleared'
>;

/** What the form says, as the API takes it. Checklists differ between new and changed cards and are left out. */
export function fieldsOf(text: CardText): Fields {
  return {
    title: text.title.trim(),
    deliverable: text.deliverable.trim(),
    localSupplies: text.localSupplies.trim(),
    outOfScope: text.outOfScope.trim(),
    caution: text.caution.trim() || null,
    skill: text.skill,
    hours: Number(text.hours.replace(',', '.')) || 0,
    phase: text.phase,
    dueAt: text.dueAt,
    languages: text.languages
      .split(/[,\s]+/)
      .map((code) => code.toLowerCase())
      .filter(Boolean),
    ...(text.language && { language: text.language }),
    sensitivity: text.sensitivity,
    forTwo: text.forTwo,
    links: linesOf(text.links).map((line) => {
      const [, label = '', url = line] = /^(.*?)\s+(\S+:\S+)$/.exec(line) ?? [];
      return { label, url };
    }),
  };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * The changed fields as the API takes them. Steps of the checklist that kept their words keep their id, and with it
 * their tick.
 */
export function changesOf(typed: Partial<CardText>, card: CardDetail): Partial<UpdateCardInput> {
  const all = fieldsOf({ ...textOfCard(card), ...typed });
  const input: Partial<UpdateCardInput> = {};
  for (const key of Object.keys(typed) as (keyof CardText)[]) {
    if (key !== 'checklist') Object.assign(input, { [key]: all[key] });
  }
  if (typed.checklist !== undefined) {
    const old = [...card.checklist];
    input.checklist = linesOf(typed.checklist).map((line) => {
      const at = old.findIndex((item) => item.text === line);
      const [same] = at < 0 ? [] : old.splice(at, 1);
      return { id: same?.id, text: line };
    });
  }
  return input;
}

/** The words of a card for another one like it. A day that has passed is left out. */
export function copyOfCard(card: CardDetail, now = Date.now()): CardText {
  const text = textOfCard(card);
  return { ...text, dueAt: text.dueAt && Date.parse(text.dueAt) > now ? text.dueAt : null };
}
