import type { CardFace } from './board-card.ts';

/** Where a card is to be put: between two others of its column. `position` is for this screen only. */
export interface Place {
  readonly after?: CardFace;
  readonly before?: CardFace;
  readonly position: string;
}

/**
 * The place in front of `index` of a column's other cards. The server makes the real key from the neighbours'
 * ids; the one here sorts right until the answer comes: `!` is lower than any sign of a real key.
 */
export function placeAt(others: readonly CardFace[], index: number): Place {
  const after = others[index - 1];
  return { after, before: others[index], position: `${after?.position ?? ''}!` };
}

/** One step up (-1) or down (1) in its column; undefined at the end of it. */
export function oneStep(cards: readonly CardFace[], card: CardFace, step: -1 | 1): Place | undefined {
  const index = cards.findIndex((other) => other.id === card.id);
  const to = index + step;
  if (index < 0 || to < 0 || to >= cards.length) return undefined;
  return placeAt(
    cards.filter((other) => other.id !== card.id),
    to,
  );
}

/** The first or the last place of its column; undefined where it is there. */
export function toEnd(cards: readonly CardFace[], card: CardFace, end: 'first' | 'last'): Place | undefined {
  if (cards.at(end === 'first' ? 0 : -1)?.id === card.id) return undefined;
  const others = cards.filter((other) => other.id !== card.id);
  return placeAt(others, end === 'first' ? 0 : others.length);
}
