import type { BoardMessage, BoardSnapshot } from '../board/board-state.ts';
import type {
  EventChangesSubscription,
  RoomLineFragment,
  RoomNowOnFragment,
  RoomPollFragment,
  RoomQuestionFragment,
  RoomSnapshotQuery,
} from '../gql/graphql.ts';

/** A thing of a room. They go through the reducer of the board, so that a room is as sure of itself as a board is. */
export type RoomItem =
  | { readonly id: string; readonly is: 'question'; readonly question: RoomQuestionFragment }
  | { readonly id: string; readonly is: 'poll'; readonly poll: RoomPollFragment }
  | { readonly id: string; readonly is: 'note'; readonly note: RoomLineFragment }
  | { readonly id: 'now'; readonly is: 'now'; readonly now: RoomNowOnFragment }
  | { readonly id: 'switch'; readonly is: 'switch'; readonly shownAtOnce: boolean };

export type RoomPage = NonNullable<RoomSnapshotQuery['event']>['room'];

interface Things {
  readonly questions?: readonly RoomQuestionFragment[];
  readonly polls?: readonly RoomPollFragment[];
  readonly notes?: readonly RoomLineFragment[];
  readonly nowOn?: RoomNowOnFragment | null;
  readonly shownAtOnce?: boolean | null;
}

export function itemsOf({ questions = [], polls = [], notes = [], nowOn, shownAtOnce }: Things): RoomItem[] {
  return [
    ...questions.map((question): RoomItem => ({ id: question.id, is: 'question', question })),
    ...polls.map((poll): RoomItem => ({ id: poll.id, is: 'poll', poll })),
    ...notes.map((note): RoomItem => ({ id: note.id, is: 'note', note })),
    ...(nowOn ? [{ id: 'now', is: 'now', now: nowOn } as const] : []),
    ...(shownAtOnce == null ? [] : [{ id: 'switch', is: 'switch', shownAtOnce } as const]),
  ];
}

export const snapshotOf = (room: RoomPage): BoardSnapshot<RoomItem> => ({
  epoch: room.epoch,
  revision: room.revision,
  cards: itemsOf(room),
});

export type RoomMessage = BoardMessage<RoomItem> & { readonly eventChanged: boolean };

/** A message of the stream as the reducer takes it. */
export function messageOf(change: EventChangesSubscription['eventChanges']): RoomMessage {
  const { kind, epoch, previousRevision, revision, eventChanged } = change;
  return {
    ...{ kind, epoch, previousRevision, revision, eventChanged },
    cards: itemsOf(change),
    removedCardIds: [...change.removedQuestionIds, ...change.removedNoteIds],
  };
}
