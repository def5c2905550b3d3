import { expect, test } from 'vitest';
import type { BoardViewer, CardFace } from './board-card.ts';
import { ChosenCards, inTheWay, MOST_CHOSEN } from './chosen-cards.svelte.ts';

const card = (id: string, more: Partial<CardFace> = {}) =>
  ({ id, title: id, status: 'OPEN', ...more }) as CardFace;
const cardsOf = (...cards: CardFace[]) => new Map(cards.map((each) => [each.id, each]));
const organizer = { canManage: true } as BoardViewer;

test('what all of them could do is offered, and else what stands in the way', () => {
  const [open, draft, held] = [
    card('open'),
    card('draft', { status: 'DRAFT' }),
    card('held', { status: 'CLAIMED' }),
  ];
  const warned = card('warned', { status: 'DRAFT', caution: 'Ask first' });
  expect(inTheWay('open', [open, draft])).toBeNull();
  expect(inTheWay('open', [open])).toEqual({ none: true });
  expect(inTheWay('open', [draft, held])).toEqual({ status: held });
  expect(inTheWay('open', [draft, warned])).toEqual({ caution: warned });
  expect(inTheWay('returnToDraft', [open, warned])).toBeNull();
  expect(inTheWay('returnToDraft', [draft])).toEqual({ none: true });
  expect(inTheWay('top', [open, held])).toBeNull();
  expect(inTheWay('top', [])).toEqual({ none: true });
});

test('cards are chosen one by one, from one to another, and never more than one change takes', () => {
  const column = Array.from({ length: MOST_CHOSEN + 5 }, (_, index) => card(`c${index}`));
  const chosen = new ChosenCards({ cards: cardsOf(...column), viewer: organizer });
  chosen.toggle(column[3]!);
  chosen.toggle(column[3]!);
  expect(chosen.cards).toEqual([]);
  chosen.toggle(column[4]!);
  chosen.reach(column[1]!, column);
  expect(chosen.cards.map(({ id }) => id)).toEqual(['c4', 'c1', 'c2', 'c3']);
  chosen.reach(column.at(-1)!, column);
  expect(chosen.cards).toHaveLength(MOST_CHOSEN);
  chosen.end();
  expect([chosen.choosing, chosen.cards.length]).toEqual([false, 0]);
});

test('what is closed meanwhile is chosen no more, and nobody else chooses', () => {
  const cards = cardsOf(card('a'), card('b'));
  const chosen = new ChosenCards({ cards, viewer: organizer });
  chosen.add([...cards.values()]);
  cards.set('a', card('a', { status: 'CANCELLED' }));
  const now = new ChosenCards({ cards, viewer: organizer });
  now.add([...cards.values()]);
  expect(now.cards.map(({ id }) => id)).toEqual(['b']);
  const visitor = new ChosenCards({ cards, viewer: { canManage: false } as BoardViewer });
  visitor.toggle(cards.get('b')!);
  expect(visitor.choosing).toBe(false);
});
