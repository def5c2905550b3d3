import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { columns, type CardFace, type ColumnStatus } from './board-card.ts';
import type { BoardScreen } from './board-screen.svelte.ts';
import type { BoardStore } from './board.svelte.ts';
import type { CardDrag, DragKit } from './card-drag.svelte.ts';
import { legalMoves, moveToColumn } from './legal-moves.ts';
import { placeAt } from './reorder.ts';

/**
 * Drag and drop by pointer and touch (a finger holds a card to lift it; until then it scrolls). A card falls
 * only where its move is legal, and every move that needs words opens its form instead of happening.
 */
export function createDragKit(board: BoardStore, screen: BoardScreen, drag: CardDrag): DragKit {
  const columnsFor = (card: CardFace) => columns.filter((column) => moveToColumn(card, column, board.viewer));

  const stopMonitor = monitorForElements({
    onDragStart: ({ source }) => {
      const card = board.cards.get(String(source.data['cardId']));
      if (!card) return;
      board.hold();
      drag.draggedId = card.id;
      drag.targets = columnsFor(card);
    },
    onDropTargetChange: ({ location }) => {
      drag.over = (location.current.dropTargets[0]?.data['status'] as ColumnStatus | undefined) ?? null;
    },
    onDrop: ({ source, location }) => {
      board.letGo();
      drag.draggedId = drag.over = null;
      drag.targets = [];
      const target = location.current.dropTargets[0];
      const status = target?.data['status'] as ColumnStatus | undefined;
      // The card as it is now, not as it was when it was lifted: somebody may have taken it meanwhile.
      const card = board.cards.get(String(source.data['cardId']));
      if (card && status && target) drop(card, status, target.element, location.current.input.clientY);
    },
  });

  function drop(card: CardFace, status: ColumnStatus, element: Element, y: number): void {
    const move = moveToColumn(card, status, board.viewer);
    if (!move) return;
    if (move === 'claim') {
      void board.claim(card, { moved: true });
      return;
    }
    if (move !== 'reorder' && move !== 'open' && move !== 'returnToDraft') {
      screen.begin(move, card);
      return;
    }
    const others = board.columns[status].cards.filter(({ id }) => id !== card.id);
    const place = placeAt(others, indexAt(element, others, y));
    if (move === 'reorder' && place.after?.id === neighbour(card, status, -1)?.id) return;
    void board.move(card, {
      ...place,
      status: move === 'reorder' ? undefined : (status as 'DRAFT' | 'OPEN'),
    });
  }

  function neighbour(card: CardFace, status: ColumnStatus, step: number): CardFace | undefined {
    const cards = board.columns[status].cards;
    return cards[cards.findIndex(({ id }) => id === card.id) + step];
  }

  /** The index among `others` in front of which a height on screen lies. Around it, all cards are drawn. */
  function indexAt(element: Element, others: readonly CardFace[], y: number): number {
    let last = -1;
    for (const drawn of element.querySelectorAll<HTMLElement>('[data-card]')) {
      const box = drawn.getBoundingClientRect();
      const index = others.findIndex(({ id }) => id === drawn.dataset['card']);
      if (index < 0) continue;
      if (y < box.top + box.height / 2) return index;
      last = index;
    }
    return last + 1;
  }

  return {
    close: stopMonitor,
    card: (element, cardId) =>
      draggable({
        element,
        canDrag: () => {
          const card = board.cards.get(cardId);
          return (
            card !== undefined && legalMoves(card, board.viewer).length > 0 && columnsFor(card).length > 0
          );
        },
        getInitialData: () => ({ cardId }),
      }),
    column: (element, status) =>
      dropTargetForElements({
        element,
        getData: () => ({ status }),
        canDrop: ({ source }) => {
          const card = board.cards.get(String(source.data['cardId']));
          return card !== undefined && moveToColumn(card, status, board.viewer) !== undefined;
        },
      }),
  };
}
