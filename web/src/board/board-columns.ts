import { columns, phases } from './board-card.ts';
import type { CardFace, ColumnStatus, Phase } from './board-card.ts';

/** One column: its cards in order and the figures of its summary line. Figures are of what is shown. */
export interface Column {
  readonly status: ColumnStatus;
  readonly cards: readonly CardFace[];
  readonly hours: number;
  readonly waiting: number;
  /** When the hand-in that has waited longest came in; null when none waits. */
  readonly oldestHandIn: string | null;
}

/**
 * Sorts cards into columns. Cancelled cards have no column. `order` ties by id, as the server does. A column that is
 * as it was `before` stays the same object, so that nothing of it is drawn anew.
 */
export function toColumns(
  cards: Iterable<CardFace>,
  show: (card: CardFace) => boolean,
  before?: Record<ColumnStatus, Column>,
): Record<ColumnStatus, Column> {
  const sorted: Record<ColumnStatus, CardFace[]> = {
    DRAFT: [],
    OPEN: [],
    CLAIMED: [],
    IN_REVIEW: [],
    DONE: [],
  };
  for (const card of cards) if (card.status !== 'CANCELLED' && show(card)) sorted[card.status].push(card);
  const built = {} as Record<ColumnStatus, Column>;
  for (const status of columns) {
    const list = sorted[status].sort(status === 'DONE' ? newestFirst : byPosition);
    const was = before?.[status];
    if (was?.cards.length === list.length && list.every((card, index) => card === was.cards[index])) {
      built[status] = was;
      continue;
    }
    built[status] = {
      status,
      cards: list,
      hours: list.reduce((sum, card) => sum + card.hours, 0),
      waiting: list.filter((card) => card.waiting).length,
      oldestHandIn: status === 'IN_REVIEW' ? earliest(list) : null,
    };
  }
  return built;
}

/** A column's cards by phase, for the lanes; phases without a card in any column are left to the caller. */
export function byPhase(cards: readonly CardFace[]): Record<Phase, CardFace[]> {
  const lanes = {} as Record<Phase, CardFace[]>;
  for (const phase of phases) lanes[phase] = [];
  for (const card of cards) lanes[card.phase].push(card);
  return lanes;
}

/** Plain comparison and not the language's: the server's keys are ordered by code unit. */
export function byPosition(a: CardFace, b: CardFace): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function newestFirst(a: CardFace, b: CardFace): number {
  const difference = Date.parse(b.finishedAt ?? '') - Date.parse(a.finishedAt ?? '');
  return Number.isNaN(difference) || difference === 0 ? byPosition(a, b) : difference;
}

function earliest(cards: readonly CardFace[]): string | null {
  let first: string | null = null;
  for (const { handedInAt } of cards) {
    if (handedInAt && (first === null || Date.parse(handedInAt) < Date.parse(first))) first = handedInAt;
  }
  return first;
}
