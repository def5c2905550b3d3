import type { CompiledQuery } from 'kysely';
import type { Services } from '../../platform/services.ts';
import type { BoardEventKind } from './board.entity.ts';
import type { BoardInHand } from './board-in-hand.ts';

/** What a change of a board did, by row ids. */
export interface BoardFact {
  kind: BoardEventKind;
  cards: readonly string[];
  /** Names of the fields that an edit changed. */
  fields?: readonly string[];
  /** When the change was made that this one undoes. */
  undoes?: Date;
}

/**
 * Somebody above who hears of changes of boards. Facts carry ids alone: who hears reads again, and looks again who may
 * know. What throws rolls the change back, but for what comes after the commit.
 */
export interface BoardListener {
  /** In the transaction of a change that was made, the board still locked. */
  changed?(board: BoardInHand, fact: BoardFact): Promise<Heard>;
  /** Of these cards, those to which something belongs that the log does not tell of. */
  inUse?(board: BoardInHand, cards: readonly string[]): Promise<string[]>;
  /** In the transaction in which the campaign ends, or opens again. */
  ends?(board: BoardInHand): Promise<void>;
  reopens?(board: BoardInHand): Promise<void>;
  /** In the transaction in which what a campaign leaves behind is erased. */
  erased?(board: BoardInHand): Promise<unknown>;
  /** After the commit of a change of who may read the campaign. */
  readersChanged?(boardId: string): Promise<void>;
}

/** What a listener adds to a change. */
export interface Heard {
  /** Statements that go with the last trip of the transaction: a change waits for the database three times. */
  last: readonly CompiledQuery[];
  /** Called after the commit. */
  afterwards?: () => void;
}

declare module '../../platform/services.ts' {
  interface Services {
    boardListeners: readonly BoardListener[];
  }
}
declare module '../../platform/feature.ts' {
  interface Feature {
    readonly hearsBoards?: (services: Services) => BoardListener;
  }
}
