import { flushSync, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import type { CardFace } from './board-card.ts';

/** How far from the screen cards are drawn; what is nearer has to be, and what is farther must not (px). */
const MARGIN = 600;
const NEAR = 300;
const FAR = 1_000;
/** The first cards come with the page, before anybody has seen where the screen is. */
export const FIRST = 4;
/** A board of as many cards is drawn whole: then the browser's own search finds all of them. */
export const SMALL_BOARD = 150;
/** How much of an idle moment is used for it (ms): all of one would be a long task on a cheap phone. */
const MOMENT_MS = 8;
/** What a card is taken to be high until one was seen (px). */
const CARD_HEIGHT = 190;

/** What stands in a list: a card with its place, from 1, or the room of cards that are not drawn (px). */
export type Row =
  | { readonly key: string; readonly card: CardFace; readonly place: number }
  | { readonly key: string; readonly card: null; readonly height: number };

interface InSight {
  readonly row: Row;
  readonly top: number;
}

/**
 * Which cards of a list are drawn: all of a small board, a few whenever the page has nothing more urgent to do; of others
 * those near the screen, and those that are pinned. Between them stands the
 * room of the others, as high as they were when they were last drawn, or as high as those that were seen first.
 * A card keeps its element for as long as it is drawn, whatever comes or goes above it.
 */
export class CardWindow {
  readonly rows: readonly Row[];
  #from = $state(0);
  #to = $state(FIRST);
  /** Paper has no screen to be near to. */
  #prints = $state(false);
  /** How many cards beyond those near the screen are drawn by now, where all of them come in the end. */
  #beyond = $state(0);
  readonly #isSmall: () => boolean;
  readonly #cards: () => readonly CardFace[];
  readonly #heights = new Map<string, number>();
  /** Of cards that were never seen. Kept once it is known: the room above the screen must not change its mind. */
  #usualHeight: number | undefined;
  /** How the list is laid out: cards side by side, and the room between rows (px). */
  #width = 0;
  #beside = 1;
  #gap = 0;
  #tops: { readonly of: readonly CardFace[]; readonly at: Float64Array } | undefined;
  #laid: readonly Row[] = [];
  #last = new Map<string, Row>();
  #list: HTMLElement | undefined;
  /**
   * Whether the list began above the screen at the last look, which follows every scroll. To measure it while a change
   * is being drawn would have the browser lay out the page once more for each list that changed.
   */
  #beginsAbove = false;
  /** What the screen still has to be scrolled by: browsers that count whole pixels drop the rest (px). */
  #owed = 0;
  /** The rows as they stand in the list, which are those before while new ones are on their way. */
  #shown: readonly Row[] = [];

  constructor(
    cards: () => readonly CardFace[],
    pins: () => readonly (string | null)[],
    isSmall: () => boolean,
  ) {
    this.#cards = cards;
    this.#isSmall = isSmall;
    this.rows = $derived.by(() => this.#lay(cards(), pins()));
    // Before and after the rows are drawn anew: what is being read stays where it is.
    let inSight: readonly InSight[] = [];
    $effect.pre(() => {
      const { rows } = this;
      inSight = untrack(() => this.#inSight());
      this.#shown = rows;
    });
    $effect(() => {
      void this.rows;
      untrack(() => this.#keepInPlace(inSight));
    });
  }

  /** Follows where the list is on the screen. */
  readonly watch: Attachment<HTMLElement> = (list) => {
    this.#list = list;
    let frame: number | undefined;
    const soon = () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        this.#look(list);
      });
    };
    const draw = (all: boolean) => () => flushSync(() => (this.#prints = all));
    const ends = [
      on(window, 'scroll', soon, { passive: true }),
      on(window, 'resize', soon),
      on(window, 'beforeprint', draw(true)),
      on(window, 'afterprint', draw(false)),
    ];
    // The page grows and shrinks with what stands above the list, and the list when a phone shows its column.
    const observer = new ResizeObserver(soon);
    observer.observe(list);
    observer.observe(document.documentElement);
    $effect(() => {
      void this.#cards();
      soon();
    });
    const cancel = eachIdleMoment(() => this.#drawBeyond());
    return () => {
      cancel();
      for (const end of ends) end();
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
      this.#list = undefined;
    };
  };

  #lay(cards: readonly CardFace[], pins: readonly (string | null)[]): readonly Row[] {
    const rows: Row[] = [];
    let next = 0;
    const leave = (until: number) => {
      if (until <= next) return;
      // Named by what comes after it: a card that stays is never moved, which would cost it the focus.
      const key = `before ${cards[until]?.id ?? 'the end'}`;
      rows.push(this.#again({ key, card: null, height: this.#room(cards, next, until) }));
    };
    for (const index of this.#drawn(cards, pins)) {
      const card = cards[index] as CardFace;
      leave(index);
      rows.push(this.#again({ key: card.id, card, place: index + 1 }));
      next = index + 1;
    }
    leave(cards.length);
    const before = this.#laid;
    if (before.length === rows.length && rows.every((row, index) => row === before[index])) return before;
    this.#last = new Map(rows.map((row) => [row.key, row]));
    return (this.#laid = rows);
  }

  /** The row as it was, if it is the same: what stands in it is not looked at again then. */
  #again(row: Row): Row {
    const last = this.#last.get(row.key);
    if (!last) return row;
    const same =
      row.card === null
        ? last.card === null && last.height === row.height
        : last.card === row.card && last.place === row.place;
    return same ? last : row;
  }

  /** Indexes of the cards that are drawn, in order. */
  #drawn(cards: readonly CardFace[], pins: readonly (string | null)[]): number[] {
    const beyond = this.#prints ? Infinity : this.#isSmall() ? this.#beyond : 0;
    const size = Math.min(this.#to - this.#from + beyond, cards.length);
    // Downwards first. A list that became shorter is drawn at its end, not beyond it.
    const from = Math.min(this.#from, cards.length - size);
    const pinned = pins
      .map((id) => (id === null ? -1 : cards.findIndex((card) => card.id === id)))
      .filter((index) => index >= 0 && (index < from || index >= from + size));
    const range = Array.from({ length: size }, (_each, index) => from + index);
    return [...new Set([...pinned, ...range])].sort((a, b) => a - b);
  }

  /** Answers whether there is more to come. */
  #drawBeyond(): boolean {
    const { length } = this.#cards();
    const beyond = this.#beyond + 1;
    // What comes later is drawn at once.
    const isAll = !this.#isSmall() || this.#to - this.#from + beyond >= length;
    flushSync(() => (this.#beyond = isAll ? Infinity : beyond));
    return !isAll;
  }

  #look(list: HTMLElement): void {
    const box = list.getBoundingClientRect();
    this.#beginsAbove = box.top < 0;
    // A column that a phone does not show has no size: it stays as it was.
    if (box.height === 0 || this.#prints) return;
    this.#measure(list, box.width);
    const cards = this.#cards();
    // By a card that is on the screen, where there is one: what heights are taken for may just have changed.
    const [seen] = this.#inSight();
    const top = seen?.row.card ? seen.top - (this.#topsOf(cards)[seen.row.place - 1] ?? 0) : box.top;
    const within = (margin: number) => this.#between(cards, -top - margin, innerHeight - top + margin);
    const near = within(NEAR);
    const far = within(FAR);
    // A step of the wheel changes nothing: only what became too near or too far does.
    if (this.#from <= near.from && near.to <= this.#to && far.from <= this.#from && this.#to <= far.to)
      return;
    ({ from: this.#from, to: this.#to } = within(MARGIN));
  }

  #measure(list: HTMLElement, width: number): void {
    if (width !== this.#width) {
      const { gridTemplateColumns, rowGap } = getComputedStyle(list);
      this.#beside = gridTemplateColumns.split(' ').length;
      this.#gap = parseFloat(rowGap) || 0;
      this.#width = width;
      this.#heights.clear();
      this.#usualHeight = undefined;
      this.#tops = undefined;
    }
    let sum = 0;
    let seen = 0;
    this.#shown.forEach(({ card }, index) => {
      const item = list.children[index];
      if (!card || !item) return;
      const { height } = item.getBoundingClientRect();
      if (this.#heights.get(card.id) !== height) this.#tops = undefined;
      this.#heights.set(card.id, height);
      sum += height;
      seen += 1;
    });
    if (seen > 0) this.#usualHeight ??= sum / seen;
  }

  /** The cards on the screen, if what is above them is not: then it may change without moving them. */
  #inSight(): InSight[] {
    const list = this.#list;
    if (!list || !this.#beginsAbove) return [];
    return this.#shown.flatMap((row, index) => {
      const box = row.card && list.children[index]?.getBoundingClientRect();
      return box && box.bottom > 0 && box.top < innerHeight ? [{ row, top: box.top }] : [];
    });
  }

  /**
   * Scrolls by as much as what was in sight has moved. Browsers do so themselves only where the first column is the
   * one that is read, and some not at all.
   */
  #keepInPlace(before: readonly InSight[]): void {
    const list = this.#list;
    if (!list) return;
    for (const { row, top } of before) {
      // One that changed may have moved by itself.
      const index = this.#shown.findIndex(({ key, card }) => key === row.key && card === row.card);
      const moved = index < 0 ? undefined : list.children[index]?.getBoundingClientRect().top;
      if (moved === undefined) continue;
      if (moved !== top && isRead(list)) this.#scrollBy(moved - top);
      return;
    }
  }

  #scrollBy(distance: number): void {
    this.#owed += distance;
    const whole = Math.round(this.#owed);
    if (whole === 0) return;
    this.#owed -= whole;
    scrollBy({ top: whole, behavior: 'instant' });
  }

  /** The cards whose rows reach into a part of the list, from its top (px). */
  #between(cards: readonly CardFace[], top: number, bottom: number): { from: number; to: number } {
    const tops = this.#topsOf(cards);
    // Rows that end above it, and rows that begin above its end.
    const from = this.#first(
      (index) => (tops[index + this.#beside] ?? Infinity) - this.#gap > top,
      cards.length,
    );
    const to = this.#first((index) => (tops[index] ?? Infinity) >= bottom, cards.length);
    return { from, to: Math.max(from, to) };
  }

  /** The lowest index at which a row begins and of which it is true, as it is of all after it. */
  #first(isTrue: (index: number) => boolean, count: number): number {
    let low = 0;
    let high = Math.ceil(count / this.#beside);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isTrue(middle * this.#beside)) high = middle;
      else low = middle + 1;
    }
    return Math.min(low * this.#beside, count);
  }

  /** The height of the cards from one index to before another. */
  #room(cards: readonly CardFace[], from: number, until: number): number {
    const tops = this.#topsOf(cards);
    return Math.max(0, (tops[until] ?? 0) - (tops[from] ?? 0) - this.#gap);
  }

  /** Where the row of each card begins, and at the end where the next one would (px from the top of the list). */
  #topsOf(cards: readonly CardFace[]): Float64Array {
    if (this.#tops?.of === cards) return this.#tops.at;
    const at = new Float64Array(cards.length + 1);
    let top = 0;
    for (let first = 0; first < cards.length; first += this.#beside) {
      let height = 0;
      const end = Math.min(first + this.#beside, cards.length);
      for (let index = first; index < end; index += 1) {
        at[index] = top;
        const known = this.#heights.get(cards[index]?.id ?? '');
        height = Math.max(height, known ?? this.#usualHeight ?? CARD_HEIGHT);
      }
      top += height + this.#gap;
    }
    at[cards.length] = top;
    this.#tops = { of: cards, at };
    return at;
  }
}

/**
 * Calls when the browser has nothing else to do, or soon, where it does not say, for as long as the answer is yes: again in
 * the same moment while that is short. Returns the way to call it off.
 */
function eachIdleMoment(call: () => boolean): () => void {
  const says = typeof requestIdleCallback === 'function';
  const wait = (soon: number): number =>
    says ? requestIdleCallback(come, { timeout: 1_000 }) : window.setTimeout(come, soon);
  const come = () => {
    const from = performance.now();
    let isMore = call();
    while (isMore && performance.now() - from < MOMENT_MS) isMore = call();
    if (isMore) id = wait(20);
  };
  let id = wait(200);
  return () => (says ? cancelIdleCallback(id) : clearTimeout(id));
}

/** Of all lists that which takes most of the screen, and of those that take as much the longest: one has scrolled to it. */
function isRead(list: HTMLElement): boolean {
  const sizeOf = (each: HTMLElement) => {
    const { top, bottom, height } = each.getBoundingClientRect();
    return { seen: Math.min(bottom, innerHeight) - Math.max(top, 0), height };
  };
  const own = sizeOf(list);
  const lists = [...(list.closest('[data-board]')?.querySelectorAll<HTMLElement>('[role=list]') ?? [])];
  return lists
    .map(sizeOf)
    .every(({ seen, height }) => seen < own.seen || (seen === own.seen && height <= own.height));
}
