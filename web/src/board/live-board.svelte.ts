import { ApiUnreachable, type Api } from '#web/api/api.ts';
import { randomId } from '#web/browser/random-id.ts';
import { describeError, describeFailure } from '#web/errors/describe-error.ts';
import type * as gql from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';
import { Announcer } from '#web/live/announcer.svelte.ts';
import { columns as columnOrder, type BoardViewer, type CardFace, type ColumnStatus } from './board-card.ts';
import { toColumns } from './board-columns.ts';
import { CardTexts, everything, rememberingFilter } from './board-filter.ts';
import type { BoardFilter, RememberingFilter } from './board-filter.ts';
import type { LiveStatus } from '#web/live/live-status.ts';
import { addWish, doingWith, drawCards, dropWish, pruneOverlay, settleWish } from './board-overlay.ts';
import type { Overlay, Wish } from './board-overlay.ts';
import { sendOnceOrTwice, type Mutation, type Outcome } from './board-requests.ts';
import { applySnapshot, ownAnswer, type BoardSnapshot, type BoardState } from './board-state.ts';
import { tellEvent } from './event-words.ts';
import type { Toasts } from './toasts.svelte.ts';

type Campaign = NonNullable<gql.BoardQuery['campaign']>;
/** A board as its page begins with it. */
export type BoardPage = Campaign & { readonly board: { readonly snapshot: BoardSnapshot<CardFace> } };
export type Rights = gql.BoardRightsFragment;
export type EventLine = gql.EventLineFragment;

interface Payload {
  readonly boardRevision: number | null;
  readonly card?: CardFace | null;
  readonly cards?: readonly CardFace[] | null;
  readonly removedCardIds?: readonly string[] | null;
  readonly undoUntil?: string | null;
  readonly errors: readonly gql.ErrorWordsFragment[];
}

/** What a request shows of itself before it is answered. */
export interface Showing {
  readonly cardId: string;
  readonly doing: string;
  readonly look?: Wish<CardFace>['look'];
  /** The refusal is shown where the person is (a form), so the card and the toasts stay quiet. */
  readonly quiet?: boolean;
}

/** The ring around what just changed, and the note of a refusal on a card (ms). */
const ringTime = 2_600;
const refusalTime = 9_000;
/** Events kept for the activity drawer since the page came; older ones are asked for. */
const keptEvents = 200;

export interface BoardOptions {
  readonly api: Api;
  readonly t: Translate;
  readonly toasts: Toasts;
  readonly page: BoardPage;
  readonly person: BoardViewer['person'];
  readonly filter: BoardFilter;
}

/**
 * The board on one screen: committed facts, wishes laid over them, and what the person looks at. One per page,
 * passed by context, with the actions that `BoardStore` adds.
 */
export class LiveBoard {
  readonly campaign: BoardPage;
  readonly id: string;
  readonly announcer: Announcer;
  readonly toasts: Toasts;

  base: BoardState<CardFace> = $state.raw({ epoch: '', revision: 0, cards: new Map() });
  overlay: Overlay<CardFace> = $state.raw([]);
  /** What the campaign lets this person do, as it is now. */
  rights: Rights = $state.raw() as Rights;
  filter: BoardFilter = $state.raw(everything);
  live: LiveStatus = $state.raw({ is: 'catchingUp' });
  presence: gql.BoardPresenceSubscription['boardPresence'] = $state.raw({ count: 0, people: [] });
  /** Events seen live, newest first. */
  events: readonly EventLine[] = $state.raw([]);
  /** Cards that changed a moment ago. */
  fresh: ReadonlySet<string> = $state.raw(new Set());
  /** Why the last wish about a card was not granted, for a short while, on the card itself. */
  refusals: ReadonlyMap<string, string> = $state.raw(new Map());
  /** The card the arrow keys stand on. */
  currentId: string | null = $state(null);
  /** The column a phone shows. */
  column: ColumnStatus = $state('OPEN');
  /** The board as it was when a drag began; others' changes wait here until the card is let go. */
  #held: ReturnType<typeof toColumns> | null = $state.raw(null);

  readonly #texts = new CardTexts();

  readonly viewer: BoardViewer = $derived.by(() => {
    const { viewer, settings, endedAt } = this.rights;
    const ended = endedAt !== null;
    return {
      person: this.#person,
      ended,
      craftFirst: settings.craftReviewRequired,
      isTeam: viewer.isTeam,
      isOfLocal: viewer.role !== null,
      runsCampaign: viewer.canManage,
      // A board that has ended can be read, by everybody alike.
      canManage: viewer.canManage && !ended,
      canApprove: viewer.canApprove && !ended,
      canReviewCraft: viewer.canReviewCraft && !ended,
      claimLimit: ended ? 0 : viewer.claimLimit,
    };
  });
  readonly cards = $derived(drawCards(this.base, this.overlay));
  /** How many cards there are to see, whatever the filter leaves of them. */
  readonly size = $derived.by(() => {
    let size = 0;
    for (const { status } of this.cards.values()) if (status !== 'CANCELLED') size += 1;
    return size;
  });
  #lastSorted: ReturnType<typeof toColumns> | undefined;
  #lastFilter: RememberingFilter | undefined;
  readonly #filtering = $derived.by(() => {
    const before = this.#lastFilter;
    return (this.#lastFilter = rememberingFilter(this.filter, this.viewer, { texts: this.#texts, before }));
  });
  readonly #sorted = $derived.by(
    () => (this.#lastSorted = toColumns(this.cards.values(), this.#filtering.show, this.#lastSorted)),
  );
  readonly columns = $derived(this.#held ?? this.#sorted);
  /**
   * Of each column the one card that Tab reaches from outside: where the keys stand, else its first. From there Tab and
   * arrow keys go on (`board-keys.ts`).
   */
  readonly tabStops = $derived.by(() => {
    const current = this.currentId === null ? undefined : this.cards.get(this.currentId);
    const stopOf = (status: (typeof columnOrder)[number]) => {
      const { cards } = this.columns[status];
      return current?.status === status && cards.includes(current) ? current.id : cards[0]?.id;
    };
    return new Map(columnOrder.map((status) => [status, stopOf(status)]));
  });

  protected readonly api: Api;
  protected readonly t: Translate;
  readonly #person: BoardViewer['person'];

  constructor({ api, t, toasts, page, person, filter }: BoardOptions) {
    this.api = api;
    this.t = t;
    this.#person = person;
    this.toasts = toasts;
    this.campaign = page;
    this.id = page.board.id;
    this.filter = filter;
    this.rights = page;
    this.base = applySnapshot<CardFace>(undefined, page.board.snapshot);
    this.announcer = new Announcer((count) => t('board:announce.more', { count }));
  }

  /** Drafts are a column only for those who may read them. */
  get showsDrafts(): boolean {
    return this.viewer.runsCampaign || this.viewer.isTeam || this.columns.DRAFT.cards.length > 0;
  }

  get connected(): boolean {
    return this.live.is !== 'offline' && this.live.is !== 'signedOut';
  }

  doing(cardId: string): string | undefined {
    return doingWith(this.overlay, cardId);
  }

  byNumber(number: number): CardFace | undefined {
    for (const card of this.cards.values()) if (card.number === number) return card;
    return undefined;
  }

  /** Takes committed facts: the one place where the base changes. */
  setBase(state: BoardState<CardFace>): void {
    this.base = state;
    this.overlay = pruneOverlay(state, this.overlay);
  }

  /** What a message of the stream told: marks, activity, and words for those who listen. */
  heard(events: readonly EventLine[], changedCardIds: readonly string[]): void {
    if (changedCardIds.length) {
      this.fresh = new Set([...this.fresh, ...changedCardIds]);
      setTimeout(() => {
        const gone = new Set(changedCardIds);
        this.fresh = new Set([...this.fresh].filter((id) => !gone.has(id)));
      }, ringTime);
    }
    if (events.length === 0) return;
    this.events = [...events.toReversed(), ...this.events].slice(0, keptEvents);
    for (const event of events) {
      const sentence = tellEvent(event, this.#person?.id, this.t);
      if (sentence) this.announcer.say(sentence);
    }
  }

  hold(): void {
    this.#held = this.#sorted;
  }

  letGo(): void {
    this.#held = null;
  }

  /** One write: refused in words while offline, shown as a wish meanwhile, its answer taken by the reducer. */
  protected async change<Data, Input extends object>(
    document: Mutation<Data, Input>,
    wanted: Omit<Input, 'requestId'>,
    pick: (data: Data) => Payload,
    showing?: Showing,
  ): Promise<Outcome<CardFace>> {
    if (!this.connected) {
      return this.#refuse(
        this.t(this.live.is === 'signedOut' ? 'board:live.signedOut' : 'board:live.noWrites'),
        showing,
      );
    }
    const requestId = randomId();
    if (showing) this.overlay = addWish(this.overlay, { requestId, ...showing });
    try {
      const input = { ...wanted, requestId } as unknown as Input;
      const payload = pick(await sendOnceOrTwice(this.api, document, input));
      const { errors, card, cards, boardRevision, undoUntil } = payload;
      const [error] = errors;
      if (error) {
        this.#forget(requestId);
        return this.#refuse(describeError(error, this.t), showing, errors);
      }
      const changed = cards ?? (card ? [card] : []);
      if (boardRevision === null) this.#forget(requestId);
      else this.#settle(requestId, boardRevision, changed, payload.removedCardIds ?? []);
      const value = changed[0] as CardFace;
      if (boardRevision === null || !undoUntil) return { ok: true, value };
      return { ok: true, value, undo: { revision: boardRevision, until: Date.parse(undoUntil) } };
    } catch (failure) {
      this.#forget(requestId);
      const words =
        failure instanceof ApiUnreachable ? this.t('board:live.unsure') : describeFailure(failure, this.t);
      return this.#refuse(words, showing);
    }
  }

  #settle(
    requestId: string,
    boardRevision: number,
    cards: readonly CardFace[],
    removed: readonly string[],
  ): void {
    // Answers of actions without a wish must wait somewhere too, when the stream is not there yet.
    if (!this.overlay.some((wish) => wish.requestId === requestId)) {
      this.overlay = addWish(this.overlay, { requestId, cardId: cards[0]?.id ?? '', doing: '' });
    }
    const message = ownAnswer(this.base.epoch, boardRevision, cards, removed);
    const settled = settleWish(this.base, this.overlay, requestId, message);
    this.overlay = settled.overlay;
    this.setBase(settled.state);
  }

  #forget(requestId: string): void {
    this.overlay = dropWish(this.overlay, requestId);
  }

  #refuse(
    words: string,
    showing: Showing | undefined,
    errors: readonly gql.ErrorWordsFragment[] = [],
  ): Outcome<never> {
    if (showing && !showing.quiet) this.#showRefusal(showing.cardId, words, errors);
    return { ok: false, words, errors };
  }

  /** A wish that was not granted says so on its card, and offers what fits instead. */
  #showRefusal(cardId: string, words: string, errors: readonly gql.ErrorWordsFragment[]): void {
    this.refusals = new Map(this.refusals).set(cardId, words);
    setTimeout(() => {
      const rest = new Map(this.refusals);
      if (rest.get(cardId) === words) rest.delete(cardId);
      this.refusals = rest;
    }, refusalTime);

    const [error] = errors;
    const title = this.cards.get(cardId)?.title ?? '';
    if (error?.__typename === 'CardAlreadyClaimed') {
      const others = error.alternatives;
      this.toasts.show(
        this.t('board:toast.first', { handle: error.holder.handle, title, count: others.length }),
        {
          tone: 'refused',
          links: others.map((card) => ({ number: card.number, text: card.title })),
        },
      );
    } else if (error?.__typename === 'ClaimLimitReached') {
      this.toasts.show(words, {
        tone: 'refused',
        links: error.held
          .filter((card) => card.campaign.slug === this.campaign.slug)
          .map((card) => ({ number: card.number, text: card.title })),
      });
    } else {
      this.toasts.show(words, { tone: 'refused' });
    }
  }
}
