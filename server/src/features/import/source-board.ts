import type { Phase } from '../../core/board/card.entity.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Skill } from '../../core/access/skill.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { ImportField, ImportFormat, ImportStatus } from './import-kinds.ts';
import type { ImportNotes } from './import-notes.ts';

/** A source with more is no board of people: a hundred archived cards for each that stands on it. */
const MOST_CARDS = 20_000;

/** A card as its source has it: texts as they came, before anything is decided on or cut. */
export interface SourceCard {
  /** By what links of its source name it; empty where none do. */
  key: string;
  title: string;
  /** What is to be there when it is done, or all that is said of it. */
  words: string;
  /** Key of its list. */
  list: string;
  labels: string[];
  isArchived: boolean;
  isFinished: boolean;
  due: Date | null;
  checklist: { text: string; done: boolean }[];
  links: { url: string; label: string }[];
  /** Whose it was, by plain names. */
  people: string[];
  /** Who held one of ours when it was exported; empty for nobody. */
  heldBy: string;
  /** What has no place of its own on a card. */
  more: { name: string; text: string }[];
  comments: SourceComment[];
  /** What a source that knows our cards says of it. */
  ours: {
    skill?: Skill;
    hours?: number;
    phase?: Phase;
    sensitivity?: Sensitivity;
    localSupplies?: string;
    outOfScope?: string;
    caution?: string;
    cautionCleared?: boolean;
    dueOffsetHours?: number;
    language?: string;
    languages?: string[];
    forTwo?: boolean;
  };
}

export interface SourceComment {
  /** Plain words; empty where nobody is named. */
  by: string;
  at: Date | null;
  text: string;
}

export interface SourceList {
  key: string;
  /** As its people call it; empty where it has no name. */
  name: string;
  /** What its cards become where nobody chooses. */
  proposed: ImportStatus;
}

export interface SourceColumn {
  name: string;
  /** What stands in it, from the first row that has something. */
  example: string;
  field: ImportField;
}

/** What a source holds. */
export interface SourceBoard {
  format: ImportFormat;
  lists: SourceList[];
  cards: SourceCard[];
  /** Of a table: its columns. */
  columns: SourceColumn[];
  /** Whether we wrote it: then moments that have passed stay, and comments without a name, as they were. */
  isOurs: boolean;
  /** The key of the card to which an address leads; empty for none. */
  cardAt?: (url: string) => string;
}

/** What readers of all formats are given. */
export interface Reading {
  notes: ImportNotes;
  /** The campaign's, for days and times without one. */
  timeZone: string;
}

export const emptyCard = (): SourceCard => ({
  ...{ key: '', heldBy: '', title: '', words: '', list: '', isArchived: false, isFinished: false, due: null },
  ...{ labels: [], checklist: [], links: [], people: [], more: [], comments: [], ours: {} },
});

export const unreadable = (message: string) => new InvalidInput('source', 'UNREADABLE', message);

/** Refuses what no board holds, before anything is made of it. */
export function refuseHuge({ cards }: { cards: readonly unknown[] }): void {
  if (cards.length > MOST_CARDS) throw tooMany('cards', MOST_CARDS);
}

export const tooMany = (what: string, limit: number) =>
  new InvalidInput('source', 'TOO_MANY', `There are more than ${limit} ${what} in it.`, { limit });
