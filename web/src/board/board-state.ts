/**
 * The one reducer of the board. Snapshots, other people's changes and one's own answers all pass through here,
 * so every screen that has seen the same messages shows the same board.
 *
 * It knows nothing of Svelte, Kit or what a card looks like: the server's own tests run it too.
 */

/** What the reducer needs to know of a card. */
export interface Identified {
  readonly id: string;
}

/** The committed board as this screen knows it. Never changed in place; every change gives a new one. */
export interface BoardState<C extends Identified> {
  readonly epoch: string;
  readonly revision: number;
  readonly cards: ReadonlyMap<string, C>;
}

/** The whole board at one revision, as `board.snapshot` gives it. */
export interface BoardSnapshot<C extends Identified> {
  readonly epoch: string;
  readonly revision: number;
  readonly cards: readonly C[];
}

/**
 * A message of `boardChanges`. CHANGES carries the state at `revision` of each card changed since `previousRevision`: whole,
 * or, where the rest of it is as it was, in part.
 */
export interface BoardMessage<C extends Identified> {
  readonly kind: 'CHANGES' | 'HEARTBEAT' | 'RESET';
  readonly epoch: string;
  readonly previousRevision: number;
  readonly revision: number;
  readonly cards: readonly C[];
  readonly parts?: readonly (Partial<C> & Identified)[];
  readonly removedCardIds: readonly string[];
}

/**
 * What a message did:
 * - `applied`: the state moved forward;
 * - `ignored`: nothing new in it;
 * - `behind`: a heartbeat named a later head than ours; if it stays so, something was lost;
 * - `gap`: revisions between ours and the message are missing, or a card of which it tells a part; only a fresh snapshot
 *   helps;
 * - `reset`: the log began anew or a right changed; take a fresh snapshot and subscribe again.
 */
export type Outcome = 'applied' | 'ignored' | 'behind' | 'gap' | 'reset';

export interface Applied<C extends Identified> {
  readonly outcome: Outcome;
  readonly state: BoardState<C>;
}

/**
 * Takes a snapshot as the new state. A snapshot of the same epoch that is older than what is known is left
 * aside: it was on its way while newer changes arrived, and the board never goes back.
 */
export function applySnapshot<C extends Identified>(
  state: BoardState<C> | undefined,
  snapshot: BoardSnapshot<C>,
): BoardState<C> {
  if (state && state.epoch === snapshot.epoch && snapshot.revision < state.revision) return state;
  return {
    epoch: snapshot.epoch,
    revision: snapshot.revision,
    cards: new Map(snapshot.cards.map((card) => [card.id, card])),
  };
}

/**
 * Applies one message of the stream, or one's own answer in the same shape. Only `applied` returns another
 * state; every other outcome returns the state it was given.
 */
export function applyChange<C extends Identified>(
  state: BoardState<C>,
  message: BoardMessage<C>,
): Applied<C> {
  if (message.kind === 'RESET' || message.epoch !== state.epoch) return { outcome: 'reset', state };
  if (message.kind === 'HEARTBEAT') {
    return { outcome: message.revision > state.revision ? 'behind' : 'ignored', state };
  }
  if (message.revision <= state.revision) return { outcome: 'ignored', state };
  if (message.previousRevision > state.revision) return { outcome: 'gap', state };

  // A batch that overlaps what is known is safe: its cards are complete at `revision`, so the older part is
  // only written over.
  const cards = new Map(state.cards);
  for (const id of message.removedCardIds) cards.delete(id);
  for (const card of message.cards) cards.set(card.id, card);
  for (const part of message.parts ?? []) {
    const card = cards.get(part.id);
    if (!card) return { outcome: 'gap', state };
    cards.set(part.id, { ...card, ...part });
  }
  return { outcome: 'applied', state: { epoch: state.epoch, revision: message.revision, cards } };
}

/** One's own mutation payload as a message, so that it takes the same way as everybody else's. */
export function ownAnswer<C extends Identified>(
  epoch: string,
  boardRevision: number,
  cards: readonly C[],
  removedCardIds: readonly string[] = [],
): BoardMessage<C> {
  return {
    kind: 'CHANGES',
    epoch,
    previousRevision: boardRevision - 1,
    revision: boardRevision,
    cards,
    removedCardIds,
  };
}
