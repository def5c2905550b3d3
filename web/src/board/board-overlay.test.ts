import { describe, expect, it } from 'vitest';
import { addWish, doingWith, drawCards, dropWish, pruneOverlay, settleWish } from './board-overlay.ts';
import { applySnapshot, ownAnswer } from './board-state.ts';

interface Toy {
  readonly id: string;
  readonly status: string;
}

const open: Toy = { id: 'a', status: 'OPEN' };
const claimed: Toy = { id: 'a', status: 'CLAIMED' };
const base = applySnapshot<Toy>(undefined, { epoch: 'e', revision: 4, cards: [open] });
const wish = {
  requestId: 'r1',
  cardId: 'a',
  doing: 'Taking it…',
  look: (card: Toy) => ({ ...card, status: 'CLAIMED' }),
};

describe('wishes over the board', () => {
  it('shows what is wished and leaves the base as it is', () => {
    const overlay = addWish<Toy>([], wish);
    expect(drawCards(base, overlay).get('a')).toEqual(claimed);
    expect(doingWith(overlay, 'a')).toBe('Taking it…');
    expect(base.cards.get('a')).toBe(open);
  });

  it('rolls back by forgetting the wish', () => {
    const overlay = dropWish(addWish<Toy>([], wish), 'r1');
    expect(drawCards(base, overlay)).toBe(base.cards);
    expect(doingWith(overlay, 'a')).toBeUndefined();
  });

  it('takes an answer that follows on as a committed fact', () => {
    const settled = settleWish(base, addWish<Toy>([], wish), 'r1', ownAnswer('e', 5, [claimed]));
    expect(settled.state.revision).toBe(5);
    expect(settled.state.cards.get('a')).toEqual(claimed);
    expect(settled.overlay).toEqual([]);
  });

  it('keeps an answer from beyond a gap in sight until the stream has passed it', () => {
    const settled = settleWish(base, addWish<Toy>([], wish), 'r1', ownAnswer('e', 7, [claimed]));
    expect(settled.state).toBe(base);
    expect(drawCards(base, settled.overlay).get('a')).toEqual(claimed);
    expect(doingWith(settled.overlay, 'a')).toBeUndefined();

    const between = { ...base, revision: 6 };
    expect(pruneOverlay(between, settled.overlay)).toHaveLength(1);
    expect(pruneOverlay({ ...base, revision: 7 }, settled.overlay)).toEqual([]);
    expect(pruneOverlay({ ...base, epoch: 'e2' }, settled.overlay)).toEqual([]);
  });

  it('drops an answer older than what is known', () => {
    const settled = settleWish(base, addWish<Toy>([], wish), 'r1', ownAnswer('e', 3, [claimed]));
    expect(settled.state).toBe(base);
    expect(settled.overlay).toEqual([]);
  });

  it('does not bring back a card that is gone', () => {
    const without = applySnapshot<Toy>(undefined, { epoch: 'e', revision: 5, cards: [] });
    expect(drawCards(without, addWish<Toy>([], wish)).size).toBe(0);
  });
});
