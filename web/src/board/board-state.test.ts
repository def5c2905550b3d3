import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, applySnapshot, ownAnswer } from './board-state.ts';
import type { Applied, BoardMessage, BoardState } from './board-state.ts';

interface Toy {
  readonly id: string;
  readonly at: number;
  readonly words?: number;
}

/** One write of a toy server: at its revision it sets one card, or of one that is there its place alone, or removes it. */
interface Write {
  readonly id: string;
  readonly remove: boolean;
  readonly moves?: boolean;
}

const epoch = 'e1';
const empty: BoardState<Toy> = { epoch, revision: 0, cards: new Map() };

/** The truth: the board after the first `revision` writes. */
function boardAt(writes: readonly Write[], revision: number): Map<string, Toy> {
  const cards = new Map<string, Toy>();
  writes.slice(0, revision).forEach((write, index) => {
    const words = (write.moves && cards.get(write.id)?.words) || index + 1;
    if (write.remove) cards.delete(write.id);
    else cards.set(write.id, { id: write.id, at: index + 1, words });
  });
  return cards;
}

/** A coalesced batch as the server makes it: the state at `to` of every card changed after `from`. */
function batch(writes: readonly Write[], from: number, to: number): BoardMessage<Toy> {
  const since = writes.slice(from, to);
  const touched = new Set(since.map((write) => write.id));
  const before = boardAt(writes, from);
  const board = boardAt(writes, to);
  const isMoved = (id: string) =>
    before.has(id) && since.every((write) => write.id !== id || (write.moves && !write.remove));
  const there = [...touched].flatMap((id) => board.get(id) ?? []);
  const cards = there.filter(({ id }) => !isMoved(id));
  const parts = there.filter(({ id }) => isMoved(id)).map(({ id, at }) => ({ id, at }));
  const removedCardIds = [...touched].filter((id) => !board.has(id));
  return { kind: 'CHANGES', epoch, previousRevision: from, revision: to, cards, parts, removedCardIds };
}

const write = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  remove: fc.boolean(),
  moves: fc.boolean(),
});

/** A history and any messages about it: overlapping, doubled, out of order, some never sent. */
const delivery = fc.array(write, { minLength: 1, maxLength: 25 }).chain((writes) =>
  fc.record({
    writes: fc.constant(writes),
    messages: fc.array(
      fc
        .tuple(fc.nat(writes.length), fc.nat(writes.length), fc.boolean())
        .map(([a, b, heartbeat]): BoardMessage<Toy> => {
          const to = Math.max(a, b);
          if (heartbeat) return { ...batch(writes, to, to), kind: 'HEARTBEAT' };
          return batch(writes, Math.min(a, b), to);
        }),
      { maxLength: 40 },
    ),
  }),
);

type Reducer = (state: BoardState<Toy>, message: BoardMessage<Toy>) => Applied<Toy>;

/** The guarantee: whatever arrives, the screen equals the truth at its revision, which never goes back. */
function neverLies(reduce: Reducer) {
  return fc.property(delivery, ({ writes, messages }) => {
    let state = empty;
    for (const message of messages) {
      const before = state.revision;
      const result = reduce(state, message);
      state = result.state;
      expect(state.revision).toBeGreaterThanOrEqual(before);
      expect(new Map(state.cards)).toEqual(boardAt(writes, state.revision));
      if (result.outcome === 'gap') {
        state = applySnapshot(state, {
          epoch,
          revision: message.revision,
          cards: [...boardAt(writes, message.revision).values()],
        });
      }
      if (message.kind === 'CHANGES') expect(state.revision).toBeGreaterThanOrEqual(message.revision);
    }
  });
}

describe('the board reducer', () => {
  it('equals the truth at its revision whatever is doubled, dropped, merged or out of order', () => {
    fc.assert(neverLies(applyChange), { numRuns: 500 });
  });

  it('would be caught if it took every newer batch, gap or not', () => {
    const mutant: Reducer = (state, message) =>
      message.kind === 'CHANGES' && message.revision > state.revision
        ? applyChange(state, {
            ...message,
            previousRevision: Math.min(message.previousRevision, state.revision),
          })
        : applyChange(state, message);
    expect(fc.check(neverLies(mutant), { numRuns: 500 }).failed).toBe(true);
  });

  it('would be caught if it took a batch it had already seen', () => {
    const mutant: Reducer = (state, message) => {
      if (message.kind !== 'CHANGES') return applyChange(state, message);
      const cards = new Map(state.cards);
      for (const card of message.cards) cards.set(card.id, card);
      return {
        outcome: 'applied',
        state: { ...state, cards, revision: Math.max(state.revision, message.revision) },
      };
    };
    expect(fc.check(neverLies(mutant), { numRuns: 500 }).failed).toBe(true);
  });

  it('would be caught if it took a part for the whole', () => {
    const mutant: Reducer = (state, { parts = [], ...message }) =>
      applyChange(state, { ...message, cards: [...message.cards, ...(parts as Toy[])] });
    expect(fc.check(neverLies(mutant), { numRuns: 500 }).failed).toBe(true);
  });

  it('asks for a fresh start where it is told a part of a card that it does not have', () => {
    const told = { ...batch([], 0, 1), parts: [{ id: 'a', at: 1 }] };
    expect(applyChange(empty, told)).toEqual({ outcome: 'gap', state: empty });
  });

  it('leaves an older snapshot of the same epoch aside, and takes any snapshot of another epoch', () => {
    const known = applySnapshot(undefined, { epoch, revision: 7, cards: [{ id: 'a', at: 7 }] });
    expect(applySnapshot(known, { epoch, revision: 6, cards: [] })).toBe(known);
    expect(applySnapshot(known, { epoch: 'e2', revision: 1, cards: [] }).revision).toBe(1);
  });

  it('asks for a fresh start on RESET and on another epoch, and keeps the state until it comes', () => {
    const reset = applyChange(empty, { ...batch([], 0, 0), kind: 'RESET' });
    expect(reset).toEqual({ outcome: 'reset', state: empty });
    const other = applyChange(empty, { ...batch([{ id: 'a', remove: false }], 0, 1), epoch: 'e2' });
    expect(other).toEqual({ outcome: 'reset', state: empty });
  });

  it('says when the head is ahead, and moves nothing', () => {
    const beat: BoardMessage<Toy> = { ...batch([], 3, 3), kind: 'HEARTBEAT', revision: 3 };
    expect(applyChange(empty, beat)).toEqual({ outcome: 'behind', state: empty });
  });

  it('takes an own answer like any other change, and knows a gap in it', () => {
    const own = ownAnswer(epoch, 1, [{ id: 'a', at: 1 }]);
    expect(applyChange(empty, own).state.cards.get('a')).toEqual({ id: 'a', at: 1 });
    expect(applyChange(empty, ownAnswer(epoch, 3, [{ id: 'a', at: 3 }])).outcome).toBe('gap');
  });
});

it('takes away by one’s own answer what is there no more', () => {
  const state = applySnapshot(undefined, { epoch: 'e', revision: 4, cards: [{ id: 'a' }, { id: 'b' }] });
  const { outcome, state: after } = applyChange(state, ownAnswer<{ id: string }>('e', 5, [], ['b']));
  expect(outcome).toBe('applied');
  expect([...after.cards.keys()]).toEqual(['a']);
});
