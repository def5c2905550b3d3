import { isTyping } from '#web/sheet/is-typing.ts';
import type { BoardScreen } from './board-screen.svelte.ts';
import type { CardFace, ColumnStatus } from './board-card.ts';
import type { BoardStore } from './board.svelte.ts';
import { legalMoves, type Move } from './legal-moves.ts';
import { oneStep, toEnd } from './reorder.ts';

export interface KeyboardOptions {
  readonly board: BoardStore;
  readonly screen: BoardScreen;
  /** The columns that are shown, from left to right. */
  readonly shown: () => readonly ColumnStatus[];
  /** Puts the focus on a card, also when it is not drawn yet. */
  readonly focusCard: (card: CardFace) => void;
  readonly root: () => HTMLElement;
}

const moveKeys: Readonly<Record<string, Move>> = { c: 'claim', h: 'handBack', i: 'handIn', e: 'edit' };

/**
 * The whole board by keys. Tab, arrows, Home and End work on a card; single letters work anywhere on the board unless somebody is
 * typing, a dialog is open, or they are turned off. Returns whether the key was one of ours.
 */
export function pressKey(event: KeyboardEvent, options: KeyboardOptions): boolean {
  const { board, screen, root } = options;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target as HTMLElement;
  if (isTyping(target) || document.querySelector('dialog[open], [popover]:popover-open')) return false;
  const current = board.currentId === null ? undefined : board.cards.get(board.currentId);
  const onCard = target.closest('[data-card]') !== null;

  if (event.key === 'Tab') return onCard && current !== undefined && tab(event, current, options);
  if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') {
    if (!onCard || !current) return false;
    return event.shiftKey ? reorder(event.key, current, board) : walk(event.key, current, options);
  }
  const { chosen } = screen;
  if (event.key === 'Escape' && chosen.choosing) {
    chosen.end();
    return true;
  }
  if (!screen.keysOn) return false;
  if (
    event.key.toLowerCase() === 'x' &&
    current &&
    current.status !== 'CANCELLED' &&
    board.viewer.canManage
  ) {
    if (event.shiftKey) chosen.reach(current, board.columns[current.status].cards);
    else chosen.toggle(current);
    return true;
  }

  if (event.key === '?') {
    screen.panel = 'help';
    return true;
  }
  if (event.shiftKey) return false;
  if (chosen.choosing && chosen.cards.length > 0 && (event.key === 'm' || event.key === 'e')) {
    screen.actOnChosen(event.key === 'e' ? 'edit' : 'all');
    return true;
  }
  switch (event.key) {
    case 'z':
      if (!board.undoing.last) return false;
      void board.undoing.undo();
      return true;
    case '/':
      root().querySelector<HTMLElement>('[data-find]')?.focus();
      return true;
    case 'f':
      root().querySelector<HTMLElement>('search .chip')?.focus();
      return true;
    case 'a':
      screen.panel = 'activity';
      return true;
    case 'n':
      if (!board.viewer.canManage) return false;
      screen.panel = 'newCard';
      return true;
  }

  if (!current) return startWalking(event.key, options);
  if (event.key === 'm') return openMenu(current, options);
  if (event.key === 'b') return begin(current.waiting ? 'unblock' : 'block', current, options);
  // One key for both ways to have a card: of those two, one at most is open.
  if (event.key === 'c' && begin('join', current, options)) return true;
  const move = moveKeys[event.key];
  if (move && begin(move, current, options)) return true;
  const vim = { h: 'ArrowLeft', j: 'ArrowDown', k: 'ArrowUp', l: 'ArrowRight' }[event.key];
  return vim ? walk(vim, current, options) : false;
}

function begin(move: Move, card: CardFace, { board, screen }: KeyboardOptions): boolean {
  if (!legalMoves(card, board.viewer).includes(move)) return false;
  screen.begin(move, card);
  return true;
}

function openMenu(card: CardFace, { board, screen, root }: KeyboardOptions): boolean {
  if (legalMoves(card, board.viewer).length === 0) return false;
  const anchor = root().querySelector<HTMLElement>(`[data-card="${CSS.escape(card.id)}"] [aria-haspopup]`);
  if (anchor) screen.menu = { cardId: card.id, anchor };
  return anchor !== null;
}

/** The first of `hjkl` goes to the first card. */
function startWalking(key: string, { board, shown, focusCard }: KeyboardOptions): boolean {
  if (!'hjkl'.includes(key)) return false;
  const first = shown().flatMap((status) => board.columns[status].cards[0] ?? [])[0];
  if (first) focusCard(first);
  return first !== undefined;
}

function walk(key: string, card: CardFace, { board, shown, focusCard }: KeyboardOptions): boolean {
  if (card.status === 'CANCELLED') return false;
  const columns = shown();
  const cards = board.columns[card.status].cards;
  const index = cards.findIndex(({ id }) => id === card.id);
  let next: CardFace | undefined;
  if (key === 'ArrowDown') next = cards[index + 1];
  else if (key === 'ArrowUp') next = cards[index - 1];
  else if (key === 'Home') next = cards[0];
  else if (key === 'End') next = cards.at(-1);
  else {
    const step = key === 'ArrowRight' ? 1 : -1;
    for (let at = columns.indexOf(card.status) + step; at >= 0 && at < columns.length; at += step) {
      const beside = board.columns[columns[at] as ColumnStatus].cards;
      next = beside[Math.min(Math.max(index, 0), beside.length - 1)];
      if (next) break;
    }
  }
  if (next) focusCard(next);
  return true;
}

/**
 * Tab beyond the last control of a card goes to the next card of its column, and back with Shift. At the ends of the
 * column the browser goes on as everywhere: to the column beside it, or out of the board.
 */
function tab(event: KeyboardEvent, card: CardFace, { board, focusCard }: KeyboardOptions): boolean {
  if (card.status === 'CANCELLED') return false;
  const target = event.target as HTMLElement;
  const within = [
    ...(target.closest('[data-card]')?.querySelectorAll<HTMLElement>('a[href], button, input') ?? []),
  ];
  const reached = within.filter((each) => each.tabIndex === 0 && each.getClientRects().length > 0);
  if (target !== (event.shiftKey ? reached[0] : reached.at(-1))) return false;
  const { cards } = board.columns[card.status];
  const next = cards[cards.findIndex(({ id }) => id === card.id) + (event.shiftKey ? -1 : 1)];
  if (next) focusCard(next);
  return next !== undefined;
}

/** With Shift: one place up or down, to either end, or between draft and open. Focus stays with the card. */
function reorder(key: string, card: CardFace, board: BoardStore): boolean {
  const moves = legalMoves(card, board.viewer);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const move = key === 'ArrowRight' ? 'open' : 'returnToDraft';
    if (!moves.includes(move)) return false;
    void board.move(card, { status: move === 'open' ? 'OPEN' : 'DRAFT' });
    return true;
  }
  if (!moves.includes('reorder') || card.status === 'CANCELLED') return false;
  const { cards } = board.columns[card.status];
  const place =
    key === 'Home' || key === 'End'
      ? toEnd(cards, card, key === 'Home' ? 'first' : 'last')
      : oneStep(cards, card, key === 'ArrowUp' ? -1 : 1);
  if (place) void board.move(card, place);
  return true;
}
