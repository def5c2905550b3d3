import { handsOf } from '#web/person/names-of.ts';
import { fits, isMine, phases, skills } from './board-card.ts';
import type { BoardViewer, CardFace, Phase, Skill } from './board-card.ts';

/** What part of the board is shown. It lives in the address, so that it can be shared and survives a reload. */
export interface BoardFilter {
  readonly skills: readonly Skill[];
  readonly phases: readonly Phase[];
  /** At most this many hours of work; null for any. */
  readonly maxHours: number | null;
  /** A language code; null for any. */
  readonly language: string | null;
  readonly mine: boolean;
  readonly fitsMe: boolean;
  readonly text: string;
  /** Rows by phase. Not a filter, but a way of looking that is shared along with it. */
  readonly lanes: boolean;
}

export const everything: BoardFilter = {
  skills: [],
  phases: [],
  maxHours: null,
  language: null,
  mine: false,
  fitsMe: false,
  text: '',
  lanes: false,
};

/** `lang` is not ours: it chooses the language of the page. */
const keys = ['skill', 'phase', 'hours', 'speaks', 'mine', 'fits', 'q', 'lanes'] as const;

/** Reads the filter from an address. What it does not know it leaves out, so that an old link still opens. */
export function readFilter(params: Pick<URLSearchParams, 'get' | 'has'>): BoardFilter {
  const hours = Number(params.get('hours'));
  const language = params.get('speaks') ?? '';
  return {
    skills: named(params.get('skill'), skills),
    phases: named(params.get('phase'), phases),
    maxHours: Number.isFinite(hours) && hours > 0 ? hours : null,
    language: /^[a-z]{2,3}$/.test(language) ? language : null,
    mine: params.has('mine'),
    fitsMe: params.has('fits'),
    text: (params.get('q') ?? '').slice(0, 80),
    lanes: params.has('lanes'),
  };
}

/** Writes the filter into a copy of `params`; what else the address carries stays. */
export function writeFilter(filter: BoardFilter, params: Pick<URLSearchParams, 'toString'>): URLSearchParams {
  const written = new URLSearchParams(params.toString());
  for (const key of keys) written.delete(key);
  if (filter.skills.length) written.set('skill', filter.skills.map(slug).join('.'));
  if (filter.phases.length) written.set('phase', filter.phases.map(slug).join('.'));
  if (filter.maxHours) written.set('hours', String(filter.maxHours));
  if (filter.language) written.set('speaks', filter.language);
  if (filter.mine) written.set('mine', '1');
  if (filter.fitsMe) written.set('fits', '1');
  if (filter.text.trim()) written.set('q', filter.text.trim());
  if (filter.lanes) written.set('lanes', '1');
  return written;
}

/** Whether anything is left out. */
export function isFiltering(filter: BoardFilter): boolean {
  return (
    filter.skills.length > 0 ||
    filter.phases.length > 0 ||
    filter.maxHours !== null ||
    filter.language !== null ||
    filter.mine ||
    filter.fitsMe ||
    filter.text.trim() !== ''
  );
}

/** What is searched of each card, folded once per state of the card: a keystroke only looks into it. */
export class CardTexts {
  // Cards are never changed in place, so a changed card is another key.
  readonly #texts = new WeakMap<CardFace, string>();

  of(card: CardFace): string {
    let text = this.#texts.get(card);
    if (text === undefined) {
      const { number, title, deliverable, localSupplies } = card;
      text = fold(
        `#${number} ${title} ${deliverable} ${localSupplies} ${handsOf(card)
          .filter(({ hasLeft }) => !hasLeft)
          .map(({ handle }) => handle)
          .join(' ')}`,
      );
      this.#texts.set(card, text);
    }
    return text;
  }
}

/**
 * A test for cards that asks each state of a card once: after a change only what changed is looked at, and a letter
 * more looks only at what was found before it.
 */
export function rememberingFilter(
  filter: BoardFilter,
  viewer: BoardViewer,
  { texts, before }: { texts?: CardTexts; before?: RememberingFilter | undefined } = {},
): RememberingFilter {
  const test = cardFilter(filter, viewer, texts);
  const known = new WeakMap<CardFace, boolean>();
  const refused = before && narrows(before, { filter, viewer }) ? before.known : undefined;
  const show = (card: CardFace): boolean => {
    let shown = known.get(card);
    if (shown === undefined) {
      shown = refused?.get(card) === false ? false : test(card);
      known.set(card, shown);
    }
    return shown;
  };
  return { filter, viewer, known, show };
}

export interface RememberingFilter {
  readonly filter: BoardFilter;
  readonly viewer: BoardViewer;
  readonly known: WeakMap<CardFace, boolean>;
  readonly show: (card: CardFace) => boolean;
}

/** Whether it finds nothing that the one before did not: the same but for a longer text. */
function narrows(
  before: Pick<RememberingFilter, 'filter' | 'viewer'>,
  now: Pick<RememberingFilter, 'filter' | 'viewer'>,
): boolean {
  const { text, lanes: _, ...rest } = now.filter;
  const { text: oldText, lanes: _old, ...oldRest } = before.filter;
  return (
    before.viewer === now.viewer &&
    JSON.stringify(rest) === JSON.stringify(oldRest) &&
    wordsOf(oldText).every((old) => wordsOf(text).some((word) => word.includes(old)))
  );
}

/** A test for cards. `texts` outlives it, so that the next letter finds what this one prepared. */
export function cardFilter(
  filter: BoardFilter,
  viewer: BoardViewer,
  texts = new CardTexts(),
): (card: CardFace) => boolean {
  const words = wordsOf(filter.text);
  return (card) => {
    if (filter.skills.length && !filter.skills.includes(card.skill)) return false;
    if (filter.phases.length && !filter.phases.includes(card.phase)) return false;
    if (filter.maxHours !== null && card.hours > filter.maxHours) return false;
    if (filter.language !== null && !card.languages.includes(filter.language)) return false;
    if (filter.mine && !isMine(card, viewer)) return false;
    if (filter.fitsMe && !fits(card, viewer) && !isMine(card, viewer)) return false;
    if (words.length === 0) return true;
    const text = texts.of(card);
    return words.every((word) => text.includes(word));
  };
}

const wordsOf = (text: string) => fold(text).split(/\s+/).filter(Boolean);

/** Lower case without accents: "traduccion" finds "Traducción". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function named<Name extends string>(value: string | null, known: readonly Name[]): Name[] {
  const given = (value ?? '').split('.');
  return known.filter((name) => given.includes(slug(name)));
}
