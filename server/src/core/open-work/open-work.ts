import { isDeepStrictEqual } from 'node:util';
import { fits } from './list-open-cards.ts';
import { type OpenCardsFilter } from './list-open-cards.ts';
import type { BoardEventKind } from '../board/board.entity.ts';
import { type CardOnBoard, leastReader, mayReadCard } from '../board/read-cards.ts';
import { type OpenBoard, openWorkRevision, type OpenWorkRead, type TouchedCard } from './read-open-work.ts';
import { mayReadAt, type Sensitivity } from '../access/sensitivity.ts';
import { levelFor, type Reader } from '../access/viewer.ts';

/** What became of one card: as it could be claimed before and can be now; null where it could not. */
interface Turn {
  before: CardOnBoard | null;
  now: CardOnBoard | null;
  /** Where it was open in between: somebody may have asked just then. */
  between: Between | null;
}

interface Between {
  /** As it is now, open or not. */
  card: CardOnBoard;
  /** The least who could read it. */
  seenBy: Sensitivity;
  /** Whether it may have fitted another filter. */
  edited: boolean;
}

/** What one read found: from one moment of the database to the next. */
export interface OpenWorkBatch {
  /** By card. */
  turns: ReadonlyMap<string, Turn>;
  /** The boards that moved, as they were counted before and after. */
  boards: readonly { before: OpenBoard; now: OpenBoard }[];
  /** Whether it is unknown what was open in between, and for whom. */
  opaque: boolean;
}

/** What a reader is told of it. */
export interface OpenCardsNews {
  opened: CardOnBoard[];
  /** Row ids of cards that the reader could have claimed before. */
  closedCardIds: string[];
}

/** Batches kept for those who come with a cursor of a while ago. */
const MAX_KEPT = 1_000;

/**
 * All cards that can be claimed, as they were at one moment of the database, and the latest moments before. It is the
 * same for all readers: what each may know of it is asked for.
 */
export class OpenWork {
  readonly #boards = new Map<string, OpenBoard>();
  readonly #cards = new Map<string, CardOnBoard>();
  readonly #batches: OpenWorkBatch[] = [];
  history: string | null = null;

  /** Where each board was when it was last read. */
  get known(): ReadonlyMap<string, number> {
    return new Map([...this.#boards.values()].map(({ id, revision }) => [id, revision]));
  }

  revisionFor(reader: Reader): number {
    return openWorkRevision(this.#boards.values(), reader);
  }

  /** Takes what was read after `known`; undefined when nothing happened. */
  take({ history, boards, cards }: OpenWorkRead): OpenWorkBatch | undefined {
    this.history = history;
    if (boards.length === 0) return undefined;
    const read = new Map(cards.map((card) => [card.id, card]));
    const turns = new Map<string, Turn>();
    for (const board of boards) {
      const touched = new Map(board.touched?.map((each) => [each.id, each]));
      for (const id of [...touched.keys(), ...(board.whole ? this.#openOn(board.id, read) : [])]) {
        const card = read.get(id);
        const before = this.#cards.get(id) ?? null;
        const now = card && !board.ended && card.status === 'OPEN' ? card : null;
        if (now) this.#cards.set(id, now);
        else this.#cards.delete(id);
        const between = betweenOf(board, { card, before, touched: touched.get(id) });
        // Cards of a board that is read whole have not all changed, and most that are touched are held by somebody.
        if (!turns.has(id) && (between || !isDeepStrictEqual(before, now)))
          turns.set(id, { before, now, between });
      }
    }
    const moved = boards.map(({ touched: _touched, whole: _whole, ...now }) => {
      const before = this.#boards.get(now.id) ?? { ...now, ...NOTHING_YET };
      this.#boards.set(now.id, now);
      return { before, now };
    });
    const batch = { turns, boards: moved, opaque: boards.some(({ touched }) => touched === null) };
    this.#batches.push(batch);
    if (this.#batches.length > MAX_KEPT) this.#batches.shift();
    return batch;
  }

  forget(): void {
    this.#boards.clear();
    this.#cards.clear();
    this.#batches.length = 0;
  }

  /** What happened since a reader's revision; null when that is longer ago than is remembered. */
  since(revision: number, reader: Reader): OpenWorkBatch[] | null {
    let at = this.revisionFor(reader);
    let first = this.#batches.length;
    while (at > revision) {
      const batch = this.#batches[first - 1];
      if (!batch) return null;
      at -= movedFor(reader, batch);
      first -= 1;
    }
    // Within what was read at once: then it matters what was open for a moment.
    if (at < revision && this.#batches[first]?.opaque) return null;
    return this.#batches.slice(first);
  }

  #openOn(boardId: string, read: ReadonlyMap<string, CardOnBoard>): Set<string> {
    const of = (cards: ReadonlyMap<string, CardOnBoard>) =>
      [...cards.values()].flatMap((card) => (card.boardId === boardId ? [card.id] : []));
    return new Set([...of(this.#cards), ...of(read)]);
  }
}

const NOTHING_YET = { revision: 0, hiddenFromVetted: 0, hiddenFromPublic: 0 };

/** By how much a batch moved the revision of a reader. */
export function movedFor(reader: Reader, { boards }: OpenWorkBatch): number {
  const [before, now] = [boards.map((each) => each.before), boards.map((each) => each.now)];
  return openWorkRevision(now, reader) - openWorkRevision(before, reader);
}

/** What may have made a card claimable that was not. */
const OPENING: ReadonlySet<BoardEventKind> = new Set([
  'CARD_CREATED',
  'CARD_OPENED',
  'CARD_CANCEL_UNDONE',
  'CLAIM_EXPIRED',
  'CARD_HANDED_BACK',
  'CARD_TAKEN_BACK',
]);

function betweenOf(
  { campaignSensitivity }: OpenBoard,
  {
    card,
    before,
    touched,
  }: { card?: CardOnBoard | undefined; before: CardOnBoard | null; touched?: TouchedCard | undefined },
): Turn['between'] {
  if (!card || !touched) return null;
  const { kinds, seenBefore } = touched;
  const wasOpen =
    kinds.some((kind) => OPENING.has(kind)) || (before !== null && kinds.includes('CARD_UPDATED'));
  if (!wasOpen) return null;
  const seenNow = leastReader(card, campaignSensitivity);
  const seenBy = seenBefore && mayReadAt(seenNow, seenBefore) ? seenBefore : seenNow;
  return { card, seenBy, edited: kinds.includes('CARD_UPDATED') };
}

/** What a reader is told of some batches: of cards that they could claim before or can claim now, and of no others. */
export function newsFor(
  reader: Reader,
  filter: OpenCardsFilter,
  batches: readonly OpenWorkBatch[],
): OpenCardsNews {
  const isHere = (card: CardOnBoard | null): card is CardOnBoard =>
    card !== null && mayRead(reader, card) && fits(reader, card, filter);
  const wasBetween = ({ card, seenBy, edited }: Between, now: CardOnBoard | null) =>
    mayReadAt(levelFor(reader, card), seenBy) && (edited || (now === null && fits(reader, card, filter)));
  const opened = new Map<string, CardOnBoard>();
  const closed = new Set<string>();
  for (const batch of batches) {
    for (const [id, { before, now, between }] of batch.turns) {
      const wasHere = opened.delete(id) || isHere(before);
      if (isHere(now)) opened.set(id, now);
      else if (wasHere || (between && wasBetween(between, now))) closed.add(id);
    }
  }
  for (const id of opened.keys()) closed.delete(id);
  return { opened: [...opened.values()], closedCardIds: [...closed] };
}

function mayRead(reader: Reader, card: CardOnBoard): boolean {
  const level = levelFor(reader, card);
  return mayReadAt(level, card.campaignSensitivity) && mayReadCard(level, card);
}
