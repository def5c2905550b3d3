import { applyChange, applySnapshot, type BoardState, ownAnswer } from '#web/board/board-state.ts';
import type { RoomPollFragment, RoomQuestionFragment } from '#web/gql/graphql.ts';
import type { LiveStatus } from '#web/live/live-status.ts';
import { itemsOf, type RoomItem, type RoomPage, snapshotOf } from './room-items.ts';

export interface PollHere extends RoomPollFragment {
  readonly viewerVote: number | null;
}

export type Order = 'VOTES' | 'NEW';

/** What one browser chose in a poll, and the key that opens its result in the stream. */
interface OwnVote {
  readonly choice: number | null;
  readonly key: string | null;
  readonly result: readonly number[] | null;
}

/** What the line of a room can be asked for. */
interface RoomLink {
  again(): void;
  refresh(): Promise<void>;
}

/**
 * The room on one screen: what all see, as the log tells it, and what is of this browser alone, which no message carries.
 * Made for one page and handed down.
 */
export class RoomStore {
  base: BoardState<RoomItem> = $state.raw({ epoch: '', revision: 0, cards: new Map() });
  live: LiveStatus | null = $state.raw(null);
  here = $state(0);
  leads = $state(false);
  /** Who leads moderates, and so does the chair. */
  moderates = $state(false);
  chair: string | null = $state(null);
  open = $state(false);
  order: Order = $state('VOTES');
  #voted: ReadonlySet<string> = $state.raw(new Set());
  #asked: ReadonlySet<string> = $state.raw(new Set());
  #votes: ReadonlyMap<string, OwnVote> = $state.raw(new Map());
  /** Cards that questions became, which a stream tells only to whom anybody may tell. */
  #cards: ReadonlyMap<string, RoomQuestionFragment['card']> = $state.raw(new Map());
  link: RoomLink | undefined;

  readonly #items = $derived([...this.base.cards.values()]);
  readonly questions = $derived(
    this.#items
      .flatMap((item) => (item.is === 'question' ? [item.question] : []))
      .map((question) => ({
        ...question,
        card: question.card ?? this.#cards.get(question.id) ?? null,
        viewerVoted: this.#voted.has(question.id),
        viewerAsked: this.#asked.has(question.id),
      })),
  );
  readonly shown = $derived(
    this.questions
      .filter(({ state }) => state === 'SHOWN' || state === 'ANSWERED')
      .sort((one, other) => (this.order === 'VOTES' ? other.votes - one.votes : 0) || newer(one, other)),
  );
  readonly waiting = $derived(
    this.questions.filter(({ state }) => state === 'WAITING').sort((one, other) => -newer(one, other)),
  );
  readonly hidden = $derived(
    this.questions.filter(({ state }) => state === 'HIDDEN').sort((one, other) => newer(one, other)),
  );
  readonly polls = $derived(
    this.#items.flatMap((item): PollHere[] => {
      if (item.is !== 'poll') return [];
      const own = this.#votes.get(item.id);
      return [
        {
          ...item.poll,
          result: item.poll.result ?? (own?.result as number[] | null | undefined) ?? null,
          viewerVote: own?.choice ?? null,
        },
      ];
    }),
  );
  readonly notes = $derived(
    this.#items
      .flatMap((item) => (item.is === 'note' ? [item.note] : []))
      .sort((one, other) =>
        one.position === other.position
          ? one.id < other.id
            ? -1
            : 1
          : one.position < other.position
            ? -1
            : 1,
      ),
  );
  readonly now = $derived(this.#items.flatMap((item) => (item.is === 'now' ? [item.now] : []))[0] ?? null);
  readonly shownAtOnce = $derived(this.#items.some((item) => item.is === 'switch' && item.shownAtOnce));

  constructor(room: RoomPage) {
    this.take(room);
  }

  /** A fresh look, also at what is of this browser. */
  take(room: RoomPage): void {
    this.leads = room.viewerLeads;
    this.moderates = room.viewerModerates;
    this.chair = room.chair?.handle ?? null;
    this.open = room.open;
    this.base = applySnapshot(this.base.epoch ? this.base : undefined, snapshotOf(room));
    this.#voted = new Set(room.questions.filter((each) => each.viewerVoted).map(({ id }) => id));
    this.#asked = new Set(room.questions.filter((each) => each.viewerAsked).map(({ id }) => id));
    this.#cards = new Map(room.questions.filter(({ card }) => card).map(({ id, card }) => [id, card]));
    const before = this.resultKeys;
    this.#votes = new Map(
      room.polls.map(({ id, viewerVote, resultKey, result }) => [
        id,
        { choice: viewerVote, key: resultKey, result },
      ]),
    );
    this.#followNewKeys(before);
  }

  /** One's own answer, by the way of everybody's changes. Where something is missing before it, the stream brings it. */
  answered(
    revision: number | null,
    things: Parameters<typeof itemsOf>[0],
    removed: readonly string[] = [],
  ): void {
    if (revision === null) return;
    this.base = applyChange(this.base, ownAnswer(this.base.epoch, revision, itemsOf(things), removed)).state;
  }

  voted(questionId: string, isVoted: boolean): void {
    const voted = new Set(this.#voted);
    if (isVoted) voted.add(questionId);
    else voted.delete(questionId);
    this.#voted = voted;
  }

  /** What one chose is known at once, and how the poll stands from here on. */
  votedIn(poll: RoomPollFragment & { viewerVote: number | null; resultKey: string | null }): void {
    const before = this.resultKeys;
    const { id, viewerVote, resultKey, result } = poll;
    this.#votes = new Map(this.#votes).set(id, { choice: viewerVote, key: resultKey, result });
    this.#followNewKeys(before);
  }

  turned(question: RoomQuestionFragment): void {
    this.#cards = new Map(this.#cards).set(question.id, question.card);
  }

  /** Of the open polls in which this browser voted, in the order of their signs. */
  get resultKeys(): string[] {
    const open = this.#items.filter((item) => item.is === 'poll' && item.poll.state === 'OPEN');
    return open.flatMap(({ id }) => this.#votes.get(id)?.key ?? []).sort();
  }

  #followNewKeys(before: readonly string[]): void {
    if (before.join() !== this.resultKeys.join()) this.link?.again();
  }
}

const newer = (one: { askedAt: string; id: string }, other: { askedAt: string; id: string }) =>
  one.askedAt === other.askedAt ? (one.id < other.id ? 1 : -1) : one.askedAt < other.askedAt ? 1 : -1;
