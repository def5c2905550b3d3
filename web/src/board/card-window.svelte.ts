import { SvelteSet } from 'svelte/reactivity';
import type { CardFace } from './board-card.ts';

/** Cards are drawn and taken away in parts of so many: even, because a narrow board has two side by side. */
export const PART = 4;
/** How far from the screen a part is drawn. */
const MARGIN = '600px 0px';
/** What a card is taken to be high until one was seen (px). */
const CARD_HEIGHT = 190;

/**
 * Which cards of a long list are drawn: those near the screen, and those that are pinned. The others keep their room,
 * as high as they were when they were last drawn, or as high as those that were seen.
 */
export class CardWindow {
  readonly parts: readonly (readonly CardFace[])[];
  /** The first part comes with the page, before anybody has seen where the screen is. */
  readonly #near = new SvelteSet<number>([0]);
  readonly #heights = new Map<number, number>();
  readonly #pinned: ReadonlySet<number>;
  #observer: IntersectionObserver | undefined;
  readonly #indexes = new WeakMap<Element, number>();

  constructor(cards: () => readonly CardFace[], pins: () => readonly (string | null)[]) {
    this.parts = $derived.by(() => {
      const all = cards();
      return Array.from({ length: Math.ceil(all.length / PART) }, (_part, index) =>
        all.slice(index * PART, (index + 1) * PART),
      );
    });
    this.#pinned = $derived.by(() => {
      const ids = pins().filter((id) => id !== null);
      if (ids.length === 0) return new Set<number>();
      const all = cards();
      return new Set(
        ids.flatMap((id) => {
          const index = all.findIndex((card) => card.id === id);
          return index < 0 ? [] : [Math.floor(index / PART)];
        }),
      );
    });
  }

  isDrawn(index: number): boolean {
    return this.#near.has(index) || this.#pinned.has(index);
  }

  /** The room that a part keeps while it is not drawn. */
  heightOf(index: number): string {
    const rows = this.parts[index]?.length ?? PART;
    return `${Math.round(this.#heights.get(index) ?? rows * this.#usualHeight())}px`;
  }

  /** Follows where a part is on the screen. Returns what ends it. */
  watch(element: Element, index: number): () => void {
    this.#observer ??= new IntersectionObserver((entries) => this.#moved(entries), { rootMargin: MARGIN });
    this.#indexes.set(element, index);
    this.#observer.observe(element);
    return () => {
      this.#observer?.unobserve(element);
      this.#near.delete(index);
      this.#heights.delete(index);
    };
  }

  #moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const index = this.#indexes.get(target);
      // A column that a phone does not show has no size: it stays as it was.
      if (index === undefined || boundingClientRect.height === 0) continue;
      if (isIntersecting) this.#near.add(index);
      else if (this.#near.has(index)) {
        this.#heights.set(index, boundingClientRect.height);
        this.#near.delete(index);
      }
    }
  }

  /** Of one card, by the parts that were seen. */
  #usualHeight(): number {
    if (this.#heights.size === 0) return CARD_HEIGHT;
    let sum = 0;
    for (const height of this.#heights.values()) sum += height;
    return sum / this.#heights.size / PART;
  }
}
