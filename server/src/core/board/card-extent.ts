import type { BoardEventKind } from './board.entity.ts';

/** How much of a card may be other than it was: where it stands, what became of it, or anything at all. */
export const CardExtent = { PLACE: 'PLACE', STATE: 'STATE', WHOLE: 'WHOLE' } as const;
export type CardExtent = keyof typeof CardExtent;

/**
 * What happens to a card whose words stay, and which nobody comes to see by it who did not see it before. Whatever is not
 * named here, and is not a move, may have changed anything.
 */
const OF_STATE: ReadonlySet<BoardEventKind> = new Set([
  'CARD_CLAIMED',
  'CARD_JOINED',
  'CARD_LEFT',
  'CLAIM_CONFIRMED',
  'CLAIM_EXTENDED',
  'CLAIM_EXPIRING',
  'CLAIM_EXPIRED',
  'CARD_HANDED_BACK',
  'CARD_TAKEN_BACK',
  'LOOK_ASKED',
  'BRIEF_CONFIRMED',
  'CARD_BLOCKED',
  'CARD_UNBLOCKED',
  'CARD_HANDED_IN',
  'HAND_IN_CORRECTED',
  'HAND_IN_WITHDRAWN',
  'CRAFT_REVIEW_PASSED',
  'CHANGES_REQUESTED',
  'CARD_APPROVED',
  'CHECKLIST_CHANGED',
  'COMMENT_ADDED',
  'COMMENT_EDITED',
  'COMMENT_REMOVED',
  'COMMENT_REMOVE_UNDONE',
]);

const extentOf = (kind: BoardEventKind): CardExtent =>
  kind === 'CARD_MOVED' ? 'PLACE' : OF_STATE.has(kind) ? 'STATE' : 'WHOLE';

/** Of every card that events touched, how much of it may have changed by all of them. */
export function extentsOf(
  events: readonly { kind: BoardEventKind; cards: readonly string[] }[],
): Map<string, CardExtent> {
  const extents = new Map<string, CardExtent>();
  for (const { kind, cards } of events) {
    const extent = extentOf(kind);
    for (const id of cards) extents.set(id, wider(extents.get(id), extent));
  }
  return extents;
}

const BY_WIDTH = Object.values(CardExtent);

const wider = (one: CardExtent = 'PLACE', other: CardExtent): CardExtent =>
  BY_WIDTH.indexOf(one) > BY_WIDTH.indexOf(other) ? one : other;
