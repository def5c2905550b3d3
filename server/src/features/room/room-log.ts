import { createHash } from 'node:crypto';
import { epochAt } from '../../core/board/read-board.ts';
import { readerOf } from '../../core/access/viewer.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { FollowedLog, LogReads, ResetReason } from '../../core/stream/followed-log.ts';
import type { BoardChangeKind } from '../../core/stream/board-change.ts';
import type { QuestionRow } from '../question/read-questions.ts';
import type { NoteRow, Now, PollRow, RoomStep } from './read-room.ts';
import { roomLevelOf, type RoomPlace } from './room.policy.ts';

/** A message of `eventChanges` before it is rendered. */
export interface RoomMessage {
  kind: BoardChangeKind;
  /** Null but in a RESET. */
  resetReason: ResetReason | null;
  epoch: string;
  previousRevision: number;
  revision: number;
  questions: QuestionRow[];
  removedQuestionIds: string[];
  polls: PollRow[];
  notes: NoteRow[];
  removedNoteIds: string[];
  /** Null where it is as it was. */
  nowOn: Now | null;
  eventChanged: boolean;
  /** The room's switch; null where nothing was set. */
  shownAtOnce: boolean | null;
  /** Whether those who are told lead, or it is over: they see how polls stand. */
  seesResults: boolean;
  at: Date;
}

export type RoomReads = LogReads<RoomPlace, RoomStep>;

const isOpen = ({ state }: Pick<QuestionRow, 'state'>) => state === 'SHOWN' || state === 'ANSWERED';

/** What of a room's questions, polls and notes a level sees. */
export function visibleRows<Rows extends { questions: QuestionRow[]; polls: PollRow[] }>(
  level: Sensitivity,
  rows: Rows,
): Rows {
  if (level === 'TEAM') return rows;
  return {
    ...rows,
    questions: rows.questions.filter(isOpen),
    polls: rows.polls.filter(({ state }) => state !== 'DRAFT'),
  };
}

/** What a level is told of a step. Of a question that the public never saw nothing is told. */
function changesAt(level: Sensitivity, step: RoomStep): RoomMessage {
  const { questions, polls } = visibleRows(level, step);
  const there = new Set(questions.map(({ id }) => id));
  // To who leads a question is gone when its row is.
  const left = step.events.flatMap((event) => (level === 'TEAM' ? event.questions : event.hidden));
  const kinds = new Set(step.events.map(({ kind }) => kind));
  const gone = (id: string) => !step.notes.some((note) => note.id === id && !note.removedAt);
  return {
    kind: 'CHANGES',
    resetReason: null,
    epoch: epochAt(step.epoch, level),
    previousRevision: step.after,
    revision: step.revision,
    questions,
    removedQuestionIds: [...new Set(left)].filter((id) => !there.has(id)),
    polls,
    notes: step.notes.filter(({ removedAt }) => !removedAt),
    removedNoteIds: [...new Set(step.events.flatMap(({ notes }) => notes))].filter(gone),
    nowOn: kinds.has('NOW_SET') ? step.nowOn : null,
    eventChanged: kinds.has('EVENT_CHANGED'),
    shownAtOnce: kinds.has('ROOM_SET') ? step.place.shownAtOnce : null,
    seesResults: level === 'TEAM' || step.place.isOver || step.place.isCancelled,
    at: new Date(),
  };
}

/** The log of a room, as it is followed: by the rules of a board (`core/stream/log-hub.ts`). */
export const roomLog: FollowedLog<RoomPlace, RoomStep> = {
  noun: 'event',
  hinted: (hint) => ('room' in hint ? { id: hint.room, revision: hint.revision } : null),
  levelOf: roomLevelOf,
  whyAgain: (before, now) => {
    if (before.epoch !== now.epoch) return 'OTHER_HISTORY';
    return readByOf(before) === readByOf(now) ? 'OUT_OF_REACH' : 'RIGHTS_CHANGED';
  },
  isReadableAt: () => true,
  join: (first, second) => ({
    ...second,
    after: first.after,
    events: [...first.events, ...second.events],
    questions: later(first.questions, second.questions),
    polls: later(first.polls, second.polls),
    notes: later(first.notes, second.notes),
  }),
  changesAt,
  signAt: (level, sign, place, head): RoomMessage => ({
    ...(sign === 'HEARTBEAT' ? { kind: sign, resetReason: null } : { kind: 'RESET', resetReason: sign }),
    epoch: epochAt(place.epoch, level),
    previousRevision: head,
    revision: head,
    ...{ questions: [], removedQuestionIds: [], polls: [], notes: [], removedNoteIds: [], nowOn: null },
    ...{ eventChanged: false, shownAtOnce: null, seesResults: false },
    at: new Date(),
  }),
  // Organizers of other organizations lead too: what stands elsewhere, such as a card, is told as anybody may read it.
  reader: () => readerOf(null),
};

const later = <Row extends { id: string }>(first: readonly Row[], second: readonly Row[]): Row[] => [
  ...new Map([...first, ...second].map((row) => [row.id, row])).values(),
];

/** Who may read an event, leads it and is its chair, as one text to compare. Of the chair it keeps no more than a mark. */
export const readByOf = ({ organizationId, campaignId, sensitivity, coHosts, chairId }: RoomPlace) =>
  JSON.stringify([
    ...[organizationId, campaignId, sensitivity, [...coHosts].sort()],
    ...(chairId ? [createHash('sha256').update(chairId).digest('hex').slice(0, 12)] : []),
  ]);
