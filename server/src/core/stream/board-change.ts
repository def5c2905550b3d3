import { epochAt, type EventOnBoard, type LogExcerpt, visibleAt } from '../board/read-board.ts';
import type { PersonRow } from '../person/person.entity.ts';
import type { CardExtent } from '../board/card-extent.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import { mayReadAt, type Sensitivity } from '../access/sensitivity.ts';
import { levelFor, readerOf } from '../access/viewer.ts';
import type { FollowedLog, LogPlace, LogReads, ResetReason } from './followed-log.ts';

export const BoardChangeKind = { CHANGES: 'CHANGES', HEARTBEAT: 'HEARTBEAT', RESET: 'RESET' } as const;
export type BoardChangeKind = keyof typeof BoardChangeKind;

/** A message of `boardChanges` before it is rendered. */
export interface BoardChange {
  kind: BoardChangeKind;
  /** Null but in a RESET. */
  resetReason: ResetReason | null;
  epoch: string;
  previousRevision: number;
  revision: number;
  events: EventOnBoard[];
  cards: CardOnBoard[];
  /** How much of each card may be other than it was, by row id; all of one that is not named. */
  extents: ReadonlyMap<string, CardExtent>;
  removedCardIds: string[];
  /** Who stands in it, as far as they were read along. */
  people: readonly PersonRow[];
  at: Date;
}

/** What `level` is told of an excerpt. Without anything visible it still moves the revision. */
function changesAt(level: Sensitivity, excerpt: LogExcerpt): BoardChange {
  return {
    kind: 'CHANGES',
    resetReason: null,
    epoch: epochAt(excerpt.epoch, level),
    previousRevision: excerpt.after,
    revision: excerpt.revision,
    ...visibleAt(level, excerpt),
    people: excerpt.people,
    at: new Date(),
  };
}

/** Carries no change: `head` is where the board stands (HEARTBEAT), or where one starts again, and why (RESET). */
function signAt(
  level: Sensitivity,
  sign: 'HEARTBEAT' | ResetReason,
  place: Pick<BoardPlace, 'epoch'>,
  head: number,
): BoardChange {
  return {
    ...(sign === 'HEARTBEAT' ? { kind: sign, resetReason: null } : { kind: 'RESET', resetReason: sign }),
    epoch: epochAt(place.epoch, level),
    previousRevision: head,
    revision: head,
    events: [],
    cards: [],
    extents: new Map(),
    removedCardIds: [],
    people: [],
    at: new Date(),
  };
}

/** Two excerpts that follow each other as one; cards and people are taken as the later one has them. */
function joinExcerpts(first: LogExcerpt, second: LogExcerpt): LogExcerpt {
  return {
    ...second,
    after: first.after,
    events: [...first.events, ...second.events],
    cards: latestOf([...first.cards, ...second.cards]),
    people: latestOf([...first.people, ...second.people]),
  };
}

function latestOf<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Where a board stands, and what decides who may read it. */
export interface BoardPlace extends LogPlace {
  campaignId: string;
  campaignSensitivity: Sensitivity;
}

export type BoardReads = LogReads<BoardPlace, LogExcerpt>;

/** The log of a board, as it is followed. */
export const boardLog: FollowedLog<BoardPlace, LogExcerpt> = {
  noun: 'board',
  hinted: (hint) => ('board' in hint ? { id: hint.board, revision: hint.revision } : null),
  levelOf: (viewer, place) => {
    const level = levelFor(readerOf(viewer), place);
    return mayReadAt(level, place.campaignSensitivity) ? level : null;
  },
  whyAgain: (before, now) => {
    if (before.epoch !== now.epoch) return 'OTHER_HISTORY';
    return before.campaignSensitivity === now.campaignSensitivity ? 'OUT_OF_REACH' : 'RIGHTS_CHANGED';
  },
  isReadableAt: (level, { campaignSensitivity }) => mayReadAt(level, campaignSensitivity),
  readerWithin: (level, { campaignId }) => ({ ...readerOf(null), readsOf: new Map([[campaignId, level]]) }),
  join: joinExcerpts,
  changesAt,
  signAt,
};
