import { hasPlace, isMine } from './board-card.ts';
import type { BoardViewer, CardFace, ColumnStatus } from './board-card.ts';

/**
 * The moves a viewer may make with a card. The server decides; this only keeps the screen from offering what
 * the server would refuse. One list serves the buttons, the "Move to…" menu, the keys and the drag targets.
 */
export const moves = [
  'claim',
  'join',
  'confirm',
  'handIn',
  'correct',
  'withdraw',
  'handBack',
  'extend',
  'askForLook',
  'block',
  'unblock',
  'takeBack',
  'takeBackAll',
  'approve',
  'passCraftReview',
  'requestChanges',
  'open',
  'returnToDraft',
  'reorder',
  'edit',
  'copy',
  'cancel',
  'bringBack',
] as const;
export type Move = (typeof moves)[number];

/** The server gives at most this many extensions of one claim. */
export const mostExtensions = 3;

type Movable = Pick<
  CardFace,
  | 'status'
  | 'forTwo'
  | 'holder'
  | 'partner'
  | 'claim'
  | 'waiting'
  | 'lookAskedAt'
  | 'craftReviewedAt'
  | 'craftReviewer'
>;

/** Whether the viewer was at the first gate of the work that waits: two gates are two people. */
export function sawCraft(
  { craftReviewer }: Pick<Movable, 'craftReviewer'>,
  { person }: BoardViewer,
): boolean {
  return !!craftReviewer && craftReviewer.id === person?.id;
}

/** Whether the craft of the work that waits has to be looked at before the local can say yes. */
export function waitsForCraft(
  { status, craftReviewedAt }: Pick<Movable, 'status' | 'craftReviewedAt'>,
  { craftFirst }: BoardViewer,
): boolean {
  return status === 'IN_REVIEW' && craftFirst && !craftReviewedAt;
}

/** Every move this viewer may make with this card now. */
export function legalMoves(card: Movable, viewer: BoardViewer): Move[] {
  if (!viewer.person || viewer.ended) return [];
  const mine = isMine(card, viewer);
  const team = viewer.canManage;
  const allowed: Partial<Record<Move, boolean>> = {
    reorder: team && (card.status === 'DRAFT' || card.status === 'OPEN'),
    edit: team && card.status !== 'DONE' && card.status !== 'CANCELLED',
    copy: team,
    cancel: team && card.status !== 'DONE' && card.status !== 'CANCELLED',
  };
  switch (card.status) {
    case 'DRAFT':
      allowed.open = team;
      break;
    case 'OPEN':
      allowed.claim = viewer.claimLimit > 0;
      allowed.returnToDraft = team;
      break;
    case 'CLAIMED':
      allowed.join = !mine && hasPlace(card) && viewer.claimLimit > 0;
      allowed.confirm = mine && !!card.claim?.toConfirm;
      allowed.handIn = mine;
      allowed.handBack = mine;
      allowed.extend = mine && (card.claim?.extensions ?? 0) < mostExtensions;
      allowed.askForLook = mine && !card.lookAskedAt;
      allowed.block = mine && !card.waiting;
      allowed.unblock = (mine || team || viewer.canApprove) && !!card.waiting;
      allowed.takeBack = team && !mine;
      allowed.takeBackAll = team && !mine;
      break;
    case 'IN_REVIEW':
      allowed.correct = mine && !card.craftReviewedAt;
      allowed.withdraw = mine && !card.craftReviewedAt;
      allowed.passCraftReview = viewer.canReviewCraft && !mine && !card.craftReviewedAt;
      allowed.requestChanges = (viewer.canReviewCraft || viewer.canApprove) && !mine;
      allowed.approve = viewer.canApprove && !mine && !sawCraft(card, viewer) && !waitsForCraft(card, viewer);
      break;
    case 'DONE':
      break;
    case 'CANCELLED':
      allowed.bringBack = team;
      break;
  }
  return moves.filter((move) => allowed[move]);
}

const moveInto: Readonly<Partial<Record<CardFace['status'], Partial<Record<ColumnStatus, Move>>>>> = {
  DRAFT: { OPEN: 'open', DRAFT: 'reorder' },
  OPEN: { DRAFT: 'returnToDraft', OPEN: 'reorder', CLAIMED: 'claim' },
  CLAIMED: { OPEN: 'handBack', IN_REVIEW: 'handIn' },
  IN_REVIEW: { CLAIMED: 'requestChanges', DONE: 'approve' },
};

/** The move that a drop of this card into that column means; undefined where nothing may be dropped. */
export function moveToColumn(card: Movable, column: ColumnStatus, viewer: BoardViewer): Move | undefined {
  const move = moveInto[card.status]?.[column];
  // Of two who hold it one goes, and the card stays where it is.
  if (move === 'handBack' && card.partner) return undefined;
  return move && legalMoves(card, viewer).includes(move) ? move : undefined;
}

/** The column a move leads to, for moves that change it. */
export function columnOf(move: Move, card?: Pick<CardFace, 'partner'>): ColumnStatus | undefined {
  if (card?.partner && (move === 'handBack' || move === 'takeBack' || move === 'takeBackAll'))
    return undefined;
  switch (move) {
    case 'claim':
    case 'requestChanges':
    case 'withdraw':
      return 'CLAIMED';
    case 'open':
    case 'handBack':
    case 'takeBack':
    case 'takeBackAll':
      return 'OPEN';
    case 'returnToDraft':
    case 'bringBack':
      return 'DRAFT';
    case 'handIn':
      return 'IN_REVIEW';
    case 'approve':
      return 'DONE';
    default:
      return undefined;
  }
}
