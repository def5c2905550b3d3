import { type Cursor, epochAt, type EventOnBoard, type LogExcerpt, visibleAt } from '../board/read-board.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import type { Sensitivity } from '../access/sensitivity.ts';

export const BoardChangeKind = { CHANGES: 'CHANGES', HEARTBEAT: 'HEARTBEAT', RESET: 'RESET' } as const;
export type BoardChangeKind = keyof typeof BoardChangeKind;

/** Why somebody starts again. */
export const ResetReason = {
  RIGHTS_CHANGED: 'RIGHTS_CHANGED',
  OTHER_RIGHTS: 'OTHER_RIGHTS',
  OTHER_HISTORY: 'OTHER_HISTORY',
  OUT_OF_REACH: 'OUT_OF_REACH',
} as const;
export type ResetReason = keyof typeof ResetReason;

/** A message of `boardChanges` before it is rendered. */
export interface BoardChange {
  kind: BoardChangeKind;
  /** Null but in a RESET. */
  resetReason: ResetReason | null;
  epoch: string;
  previousRevision: number;
  revision: number;
  events: EventOnBoard[];
  cards: CardOnBoard[];
  removedCardIds: string[];
  at: Date;
}

/** What `level` is told of an excerpt. Without anything visible it still moves the revision. */
export function changesAt(level: Sensitivity, excerpt: LogExcerpt): BoardChange {
  return {
    kind: 'CHANGES',
    resetReason: null,
    epoch: epochAt(excerpt.epoch, level),
    previousRevision: excerpt.after,
    revision: excerpt.revision,
    ...visibleAt(level, excerpt),
    at: new Date(),
  };
}

/** Carries no change: `head` is where the board stands (HEARTBEAT), or where one starts again, and why (RESET). */
export function signAt(
  level: Sensitivity,
  sign: 'HEARTBEAT' | ResetReason,
  place: Pick<BoardPlace, 'epoch'>,
  head: number,
): BoardChange {
  return {
    ...(sign === 'HEARTBEAT' ? { kind: sign, resetReason: null } : { kind: 'RESET', resetReason: sign }),
    epoch: epochAt(place.epoch, level),
    previousRevision: head,
    revision: head,
    events: [],
    cards: [],
    removedCardIds: [],
    at: new Date(),
  };
}

/** Two excerpts that follow each other as one; cards are taken as the later one has them. */
export function joinExcerpts(first: LogExcerpt, second: LogExcerpt): LogExcerpt {
  const cards = new Map([...first.cards, ...second.cards].map((card) => [card.id, card]));
  return {
    ...second,
    after: first.after,
    events: [...first.events, ...second.events],
    cards: [...cards.values()],
  };
}

/** Where a board stands, and what decides who may read it. */
export interface BoardPlace extends Cursor {
  id: string;
  campaignId: string;
  organizationId: string;
  campaignSensitivity: Sensitivity;
}
