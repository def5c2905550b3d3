import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Phase } from '../../core/board/card.entity.ts';
import { dueMoment } from '../../core/board/due-moment.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Skill } from '../../core/access/skill.ts';
import { type CardWords } from '../../core/card/card-words.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { webLinks } from '../../platform/input/links.ts';
import { languageTags } from '../../platform/input/text.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { skillNamed } from './guess.ts';
import type { ImportStatus } from './import-kinds.ts';
import type { ImportNotes } from './import-notes.ts';
import { cut, inPieces, isLonger, softText } from './soft-text.ts';
import type { SourceBoard, SourceCard, SourceComment } from './source-board.ts';

const MAX_TITLE = 120;
const MAX_DELIVERABLE = 300;
const MAX_OTHER = 500;
const MAX_STEPS = 20;
const MAX_STEP = 200;
const MAX_LINKS = 12;
const MAX_COMMENT = 2_000;
const MAX_NAME = 80;
/** Comments of one card: what is longer than that is a chat. */
const MAX_COMMENTS = 1_000;
/** Cards that are fitted before everybody else has a turn. */
const TURN = 100;

/** What is decided of all cards: by whoever imports, and where they said nothing, by us. */
export interface Choices {
  statuses: ReadonlyMap<string, ImportStatus>;
  skills: ReadonlyMap<string, Skill | null>;
  skill: Skill;
  hours: number;
  phase: Phase;
  sensitivity: Sensitivity;
  language: string;
  languages: string[];
  withArchived: boolean;
  withFinished: boolean;
  cautionCleared: boolean;
}

/** A card that is to be made. */
export interface FittedCard {
  /** By what links of its source name it; empty where none do. */
  key: string;
  /** For each of its links the key of the card to which it leads there; empty for all other links. */
  leadsTo: string[];
  words: CardWords;
  status: Exclude<ImportStatus, 'LEAVE_OUT'>;
  cautionCleared: boolean;
  comments: SourceComment[];
  /** Name of its list there. */
  list: string;
}

export interface Fitting {
  choices: Choices;
  notes: ImportNotes;
  startsAt: Date | null;
  now: Date;
}

/**
 * Makes the cards of a source fit a board of ours. What a card has no place for stands in a comment, in full; what does
 * not come along is noted.
 */
export async function fitCards(source: SourceBoard, fitting: Fitting): Promise<FittedCard[]> {
  const fitted: FittedCard[] = [];
  const names = new Map(source.lists.map(({ key, name }) => [key, name]));
  const proposed = new Map(source.lists.map((list) => [list.key, list.proposed]));
  for (const [at, card] of source.cards.entries()) {
    if (at % TURN === TURN - 1) await nextTurn();
    const status = fitting.choices.statuses.get(card.list) ?? proposed.get(card.list) ?? 'DRAFT';
    const made = fitCard(card, status, { ...fitting, isOurs: source.isOurs, cardAt: source.cardAt });
    if (!made) continue;
    if (/^(CLAIMED|IN_REVIEW)$/.test(card.list) && status === 'OPEN')
      fitting.notes.add('HELD_AS_OPEN', [card.heldBy, made.words.title].filter(Boolean).join(': '));
    fitted.push({ ...made, list: names.get(card.list) ?? '' });
  }
  return fitted;
}

function fitCard(
  card: SourceCard,
  status: ImportStatus,
  fitting: Fitting & Pick<SourceBoard, 'isOurs'> & { cardAt: SourceBoard['cardAt'] },
): Omit<FittedCard, 'list'> | null {
  const { choices, notes } = fitting;
  const take = (value: string, multiline = true): string => {
    const { text, isCleaned } = softText(value, { multiline });
    if (isCleaned) notes.add('SIGNS_TAKEN_OUT', text);
    return text;
  };
  const title = take(card.title, false);
  const words = take(card.words);
  if (!title && !words) {
    notes.add('WITHOUT_TITLE');
    return null;
  }
  const name = cut(title || words.split('\n', 1)[0]!, MAX_TITLE);
  if (status === 'LEAVE_OUT') return leaveOut('LISTS_LEFT_OUT');
  if (card.isArchived && !choices.withArchived) return leaveOut('ARCHIVED_LEFT_OUT');
  if (card.isFinished && !choices.withFinished) return leaveOut('FINISHED_LEFT_OUT');
  function leaveOut(kind: 'LISTS_LEFT_OUT' | 'ARCHIVED_LEFT_OUT' | 'FINISHED_LEFT_OUT'): null {
    notes.add(kind, name);
    return null;
  }

  const { ours } = card;
  const rest = new Rest(choices.language);
  const long = [
    isLonger(title, words ? MAX_TITLE : MAX_DELIVERABLE) ? title : '',
    isLonger(words, MAX_DELIVERABLE) ? words : '',
    ...[ours.localSupplies, ours.outOfScope, ours.caution].map((each = '') =>
      isLonger(each, MAX_OTHER) ? take(each) : '',
    ),
  ].filter(Boolean);
  if (long.length > 0) notes.add('WORDS_IN_COMMENT', name);
  for (const text of long) rest.add(text);

  const named = ours.skill ? undefined : card.labels.find((label) => skillOfLabel(label, choices));
  const skill = ours.skill ?? (named === undefined ? null : skillOfLabel(named, choices)) ?? choices.skill;
  const asWords = card.labels.filter((label) => label !== named);
  for (const label of asWords) notes.add('LABELS_AS_WORDS', label);
  if (asWords.length > 0) rest.add(asWords.map((label) => take(label, false)).join(', '), 'labels');
  if (card.people.length > 0) {
    notes.add('PEOPLE_AS_NAMES', name);
    rest.add(card.people.map((person) => take(person, false)).join(', '), 'people');
  }
  for (const more of card.more) {
    notes.add('FIELDS_AS_WORDS', more.name);
    rest.add(`${take(more.name, false)}: ${take(more.text)}`);
  }
  const { links, leadsTo } = fitLinks(card, fitting.cardAt, { notes, rest, name, take });
  const checklist = fitSteps(card, { notes, rest, name, take });
  const { dueAt, dueOffsetHours } = fitDue(card, fitting, name);
  const caution = cut(take(ours.caution ?? ''), MAX_OTHER) || null;
  const cautionCleared = caution !== null && ours.cautionCleared === true && choices.cautionCleared;
  const isHeldBack = status === 'OPEN' && caution !== null && !cautionCleared;
  if (isHeldBack) notes.add('CAUTIONS_AS_DRAFTS', name);

  return {
    ...{ key: card.key, leadsTo },
    status: isHeldBack ? 'DRAFT' : status,
    cautionCleared,
    comments: [...rest.asComments(), ...fitComments(card.comments, { notes, take, isOurs: fitting.isOurs })],
    words: {
      title: name,
      deliverable: cut(words || title, MAX_DELIVERABLE),
      localSupplies: cut(take(ours.localSupplies ?? ''), MAX_OTHER),
      outOfScope: cut(take(ours.outOfScope ?? ''), MAX_OTHER),
      ...{ caution, skill, dueAt, dueOffsetHours, links, checklist },
      hours: fitHours(ours.hours) ?? choices.hours,
      phase: ours.phase ?? choices.phase,
      sensitivity: ours.sensitivity ?? choices.sensitivity,
      languages: tagsOf(ours.languages ?? []) ?? choices.languages,
      language: tagsOf(ours.language ? [ours.language] : [])?.[0] ?? choices.language,
      forTwo: ours.forTwo ?? false,
    },
  };
}

type Take = (value: string, multiline?: boolean) => string;

/** What a card has no place for, as one text. */
class Rest {
  readonly #parts: string[] = [];
  readonly #called: { labels: string; people: string };

  constructor(language: string) {
    this.#called = /^es\b/i.test(language)
      ? { labels: 'Etiquetas', people: 'Personas' }
      : { labels: 'Labels', people: 'People' };
  }

  add(text: string, kind?: 'labels' | 'people'): void {
    if (text) this.#parts.push(kind ? `${this.#called[kind]}: ${text}` : text);
  }

  asComments(): SourceComment[] {
    return inPieces(this.#parts.join('\n\n'), MAX_COMMENT).map((text) => ({ by: '', at: null, text }));
  }
}

/** The skill that a label stands for: as chosen, else as it is called. */
export function skillOfLabel(label: string, { skills }: Pick<Choices, 'skills'>): Skill | null {
  return skills.has(label) ? skills.get(label)! : skillNamed(label);
}

interface Fit {
  notes: ImportNotes;
  rest: Rest;
  name: string;
  take: Take;
}

function fitLinks(
  card: SourceCard,
  cardAt: SourceBoard['cardAt'],
  { notes, rest, name, take }: Fit,
): { links: CardWords['links']; leadsTo: string[] } {
  const links: CardWords['links'] = [];
  const leadsTo: string[] = [];
  const others: string[] = [];
  for (const { url, label } of card.links) {
    const link =
      links.length < MAX_LINKS ? asLink(take(url, false), cut(take(label, false), MAX_TITLE)) : null;
    if (link) {
      links.push(link);
      leadsTo.push(cardAt?.(link.url) ?? '');
    } else others.push([take(label, false), take(url, false)].filter(Boolean).join(' '));
  }
  if (others.length > 0) {
    notes.add('LINKS_IN_COMMENT', name);
    rest.add(others.join('\n'));
  }
  return { links, leadsTo };
}

/** A link as it may stand on a card; null for what is no web address. */
export function asLink(url: string, label: string): CardWords['links'][number] | null {
  try {
    return webLinks([{ url, label }])[0] ?? null;
  } catch (error) {
    return nullIfRefused(error);
  }
}

function fitSteps(card: SourceCard, { notes, rest, name, take }: Fit): CardWords['checklist'] {
  const steps = card.checklist
    .map(({ text, done }) => ({ text: take(text, false), done }))
    .filter(({ text }) => text);
  const long = steps.filter(({ text }, at) => at >= MAX_STEPS || isLonger(text, MAX_STEP));
  if (long.length > 0) {
    notes.add('STEPS_IN_COMMENT', name);
    rest.add(long.map(({ text, done }) => `${done ? '[x]' : '[ ]'} ${text}`).join('\n'));
  }
  return steps
    .slice(0, MAX_STEPS)
    .map(({ text, done }) => ({ id: timelessId(), text: cut(text, MAX_STEP), done }));
}

const HOURS_BEFORE_T0 = 24 * 90;
const HOURS_AFTER_T0 = 24 * 365;

function fitDue(
  { due, ours }: SourceCard,
  { notes, startsAt, now, isOurs }: Fitting & { isOurs: boolean },
  name: string,
): Pick<CardWords, 'dueAt' | 'dueOffsetHours'> {
  const offset = ours.dueOffsetHours;
  const dueOffsetHours =
    offset !== undefined && Number.isInteger(offset) && offset >= -HOURS_BEFORE_T0 && offset <= HOURS_AFTER_T0
      ? offset
      : null;
  const moment = dueOffsetHours === null ? due : dueMoment({ dueAt: null, dueOffsetHours }, startsAt);
  if (moment && moment <= now && !isOurs) {
    notes.add('DUE_PASSED', name);
    return { dueAt: null, dueOffsetHours: null };
  }
  return { dueAt: dueOffsetHours === null ? due : null, dueOffsetHours };
}

const fitHours = (hours: number | undefined) =>
  hours !== undefined && Number.isFinite(hours) && hours > 0 ? Math.min(40, Math.max(0.25, hours)) : null;

function tagsOf(tags: readonly string[]): string[] | null {
  try {
    const known = languageTags([...tags], 'language');
    return known.length > 0 ? known : null;
  } catch (error) {
    return nullIfRefused(error);
  }
}

function fitComments(
  comments: readonly SourceComment[],
  { notes, take, isOurs }: { notes: ImportNotes; take: Take; isOurs: boolean },
): SourceComment[] {
  const fitted: SourceComment[] = [];
  for (const comment of comments.slice(0, MAX_COMMENTS)) {
    const by = cut(take(comment.by, false), MAX_NAME);
    const text = take(comment.text);
    if (!by && comment.at && !isOurs) notes.add('COMMENTS_WITHOUT_NAME', text);
    for (const piece of inPieces(text, MAX_COMMENT)) fitted.push({ by, at: comment.at, text: piece });
  }
  if (comments.length > MAX_COMMENTS) notes.add('COMMENTS_MISSING', '', comments.length - MAX_COMMENTS);
  return fitted;
}
