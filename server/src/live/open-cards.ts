import type { BoardEventKind } from '../board/board.entity.ts';
import { fits, type OpenCardsFilter } from '../board/list-cards.ts';
import type { LogExcerpt } from '../board/read-board.ts';
import { type CardOnBoard, mayReadCard, selectCards } from '../board/read-cards.ts';
import { mayReadAt, type Sensitivity } from '../board/sensitivity.ts';
import type { Em } from '../db/orm.ts';
import type { Log } from '../log.ts';
import { levelFor, type Reader, readerOf } from '../person/viewer.ts';
import type { Audience } from './audience.ts';
import type { BoardChannels, ChannelListener } from './board-channel.ts';
import type { Following, HintBus } from './hint-bus.ts';
import type { Line } from './lines.ts';
import type { Outbox } from './outbox.ts';
import type { Subscriber } from './subscriber.ts';

/** A message of `openCardsChanged` before it is rendered. */
export interface OpenCardsMessage {
  opened: CardOnBoard[];
  /** Row ids. */
  closedCardIds: string[];
}

/** A card with what decides whether it can be claimed, and by whom it may be read. */
interface Touched {
  card: CardOnBoard;
  campaignSensitivity: Sensitivity;
  ended: boolean;
  /** Whether it may have been open, as somebody saw it, before. */
  mayHaveBeenOpen: boolean;
}

/** What can make an open card closed, or hide it. */
const CLOSING: ReadonlySet<BoardEventKind> = new Set([
  'CARD_CLAIMED',
  'CARD_UPDATED',
  'CARD_RETURNED_TO_DRAFT',
  'CARD_CANCELLED',
]);

interface Member {
  outbox: Outbox;
}

/** Those who ask the same and may read the same, over all campaigns. */
class OpenCardsCohort {
  readonly members = new Set<Member>();
  readonly reader: Reader;
  readonly filter: OpenCardsFilter;
  readonly #audience: Audience;
  readonly #channels: BoardChannels;
  readonly #log: Log;
  #waiting = new Map<string, Touched>();
  #rendering = false;

  constructor(
    reader: Reader,
    filter: OpenCardsFilter,
    audience: Audience,
    deps: { channels: BoardChannels; log: Log },
  ) {
    this.reader = reader;
    this.filter = filter;
    this.#audience = audience;
    this.#channels = deps.channels;
    this.#log = deps.log;
  }

  /** The latest state of a card counts; batches that come during an execution go together in the next. */
  touch(batch: Touched[]): void {
    for (const touched of batch) {
      const before = this.#waiting.get(touched.card.id);
      const mayHaveBeenOpen = touched.mayHaveBeenOpen || (before?.mayHaveBeenOpen ?? false);
      this.#waiting.set(touched.card.id, { ...touched, mayHaveBeenOpen });
    }
    if (!this.#rendering) void this.#tell();
  }

  async #tell(): Promise<void> {
    this.#rendering = true;
    try {
      while (this.#waiting.size > 0 && this.members.size > 0) {
        const batch = [...this.#waiting.values()];
        this.#waiting = new Map();
        const message = this.#messageOf(batch);
        if (message.opened.length + message.closedCardIds.length > 0) await this.say(message, this.members);
      }
    } catch (error) {
      this.#log.error({ err: error }, 'open cards could not be told');
    } finally {
      this.#rendering = false;
    }
  }

  async say(message: OpenCardsMessage, to: Iterable<Member>): Promise<void> {
    this.#channels.counts.executions += 1;
    const rendered = await this.#audience.render(message, this.reader);
    for (const { outbox } of to) outbox.put(rendered);
  }

  #messageOf(batch: Touched[]): OpenCardsMessage {
    const opened = batch.filter((touched) => this.isOpenHere(touched));
    const closed = batch.filter((touched) => touched.mayHaveBeenOpen && !opened.includes(touched));
    return { opened: opened.map(({ card }) => card), closedCardIds: closed.map(({ card }) => card.id) };
  }

  isOpenHere(touched: Touched): boolean {
    return (
      !touched.ended &&
      touched.card.status === 'OPEN' &&
      mayRead(this.reader, touched) &&
      fits(touched.card, this.filter)
    );
  }
}

interface WatchedBoard {
  ended: boolean;
  leave(): void;
}

/**
 * Claimable work over all campaigns: follows every board while somebody subscribes, by the same channels (and
 * so the same reads) as the boards' own viewers. There is no cursor: who comes back asks `openCards` again.
 */
export class OpenCards {
  readonly #em: Em;
  readonly #channels: BoardChannels;
  readonly #bus: HintBus;
  readonly #log: Log;
  readonly #lookMs: number;
  readonly #stopListening: () => void;
  readonly #cohorts = new Map<string, OpenCardsCohort>();
  readonly #boards = new Map<string, WatchedBoard>();
  #started: Promise<void> | undefined;
  /** Its hold on the bus, from the start until all have left: what was begun for an earlier one is void. */
  #following: Following | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { em: Em; channels: BoardChannels; bus: HintBus; log: Log; lookMs: number }) {
    this.#em = options.em;
    this.#channels = options.channels;
    this.#bus = options.bus;
    this.#log = options.log;
    this.#lookMs = options.lookMs;
    this.#stopListening = options.bus.listen({
      // A board we do not know is a new campaign's.
      hint: (hint) => {
        const following = this.#following;
        if (following && 'board' in hint && !this.#boards.has(hint.board))
          void this.#lookForBoards(following);
      },
    });
  }

  /** Follows open cards that fit a filter, as far as the viewer may read them, now and after rights change. */
  async follow({ line, audience, outbox }: Subscriber, filter: OpenCardsFilter): Promise<void> {
    const member: Member = { outbox };
    let { cohort, leave } = this.#join(line, filter, audience, member);
    const stopMoving = line.onMoved(() => {
      const before = cohort;
      leave();
      ({ cohort, leave } = this.#join(line, filter, audience, member));
      if (cohort !== before) void this.#tellDifference(before, cohort, member);
    });
    outbox.onEnd(() => {
      stopMoving();
      leave();
      if (this.#cohorts.size === 0) this.#leaveAll();
    });
    if (outbox.ended) return;
    this.#started ??= this.#start();
    await this.#started;
  }

  stop(): void {
    this.#stopListening();
    this.#leaveAll();
  }

  #join(line: Line, filter: OpenCardsFilter, audience: Audience, member: Member) {
    const reader = readerOf(line.viewer);
    const key = `${readerKey(reader)} ${audience.key}`;
    const cohort =
      this.#cohorts.get(key) ??
      new OpenCardsCohort(reader, filter, audience, { channels: this.#channels, log: this.#log });
    this.#cohorts.set(key, cohort);
    cohort.members.add(member);
    const leave = () => {
      cohort.members.delete(member);
      if (cohort.members.size === 0 && this.#cohorts.get(key) === cohort) this.#cohorts.delete(key);
    };
    return { cohort, leave };
  }

  async #start(): Promise<void> {
    // Also of boards that are begun meanwhile.
    const following = this.#bus.followAll();
    this.#following = following;
    try {
      await following.ready;
      await this.#adoptAll(following, false);
      this.#lookLater(following);
    } catch (error) {
      if (this.#following === following) this.#leaveAll();
      throw error;
    }
  }

  #leaveAll(): void {
    clearTimeout(this.#timer);
    this.#following?.leave();
    this.#following = undefined;
    for (const board of this.#boards.values()) board.leave();
    this.#boards.clear();
    this.#started = undefined;
  }

  #lookLater(following: Following): void {
    if (this.#following !== following) return;
    this.#timer = setTimeout(() => {
      void this.#lookForBoards(following).then(() => this.#lookLater(following));
    }, this.#lookMs);
  }

  async #lookForBoards(following: Following): Promise<void> {
    try {
      await this.#adoptAll(following, true);
    } catch (error) {
      this.#log.warn({ err: error }, 'new boards could not be looked for');
    }
  }

  async #adoptAll(following: Following, areNews: boolean): Promise<void> {
    const boards = await this.#readBoards();
    // Everybody may have left meanwhile.
    if (this.#following === following) await this.#adopt(boards, areNews);
  }

  /** Follows boards not followed yet. What a new board already holds is news. */
  async #adopt(boards: { id: string; ended: boolean }[], areNews: boolean): Promise<void> {
    const strangers = boards.filter(({ id }) => !this.#boards.has(id));
    await Promise.all(
      strangers.map(async ({ id, ended }) => {
        const board: WatchedBoard = { ended, leave: () => undefined };
        this.#boards.set(id, board);
        const opened = await this.#opened(id, board, {
          changed: (excerpt) => this.#changed(board, excerpt),
          reset: () => void this.#readWhole(id, board),
          gone: () => {
            board.leave();
            this.#boards.delete(id);
          },
        });
        if (opened) board.leave = opened.leave;
        // Everybody may have left while it was looked up.
        if (!opened || this.#boards.get(id) !== board) {
          opened?.leave();
          if (this.#boards.get(id) === board) this.#boards.delete(id);
        } else if (areNews) await this.#readWhole(id, board);
      }),
    );
  }

  /** One that could not be looked up is taken up by the next look. */
  async #opened(id: string, board: WatchedBoard, listener: ChannelListener) {
    try {
      return await this.#channels.open(id, listener);
    } catch (error) {
      if (this.#boards.get(id) === board) this.#boards.delete(id);
      throw error;
    }
  }

  #changed(board: WatchedBoard, { events, cards, campaignSensitivity }: LogExcerpt): void {
    const closing = new Set(events.filter(({ kind }) => CLOSING.has(kind)).flatMap((event) => event.cards));
    const { ended } = board;
    this.#touch(
      cards.map((card) => ({ card, campaignSensitivity, ended, mayHaveBeenOpen: closing.has(card.id) })),
    );
  }

  /** Where the log does not tell: the campaign changed, or so much happened that it is not kept. */
  async #readWhole(boardId: string, board: WatchedBoard): Promise<void> {
    try {
      const [now] = await this.#readBoards(boardId);
      if (!now) return;
      board.ended = now.ended;
      const cards = await selectCards(this.#em.fork().getKysely())
        .where('card.board_id', '=', boardId)
        .execute();
      const { sensitivity: campaignSensitivity, ended } = now;
      this.#touch(cards.map((card) => ({ card, campaignSensitivity, ended, mayHaveBeenOpen: true })));
    } catch (error) {
      this.#log.warn({ err: error, board: boardId }, 'open cards of a board could not be read');
    }
  }

  #touch(batch: Touched[]): void {
    for (const cohort of this.#cohorts.values()) cohort.touch(batch);
  }

  /** After a change of rights: what one may read now and could not, and the other way round. */
  async #tellDifference(before: OpenCardsCohort, now: OpenCardsCohort, member: Member): Promise<void> {
    try {
      const boards = new Map((await this.#readBoards()).map((board) => [board.id, board]));
      const cards = await selectCards(this.#em.fork().getKysely())
        .where('card.status', '=', 'OPEN')
        .execute();
      const all = cards.flatMap((card): Touched[] => {
        const board = boards.get(card.boardId);
        if (!board) return [];
        return [{ card, campaignSensitivity: board.sensitivity, ended: board.ended, mayHaveBeenOpen: true }];
      });
      const opened = all.filter((card) => now.isOpenHere(card) && !before.isOpenHere(card));
      const closed = all.filter((card) => !now.isOpenHere(card) && before.isOpenHere(card));
      if (opened.length + closed.length === 0) return;
      const message = {
        opened: opened.map(({ card }) => card),
        closedCardIds: closed.map(({ card }) => card.id),
      };
      await now.say(message, now.members.has(member) ? [member] : []);
    } catch (error) {
      // What they had is not true any more, so the stream ends and the client asks again.
      member.outbox.fail(error);
    }
  }

  #readBoards(boardId?: string) {
    return this.#em
      .fork()
      .getKysely()
      .selectFrom('board')
      .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
      .select((eb) => [
        'board.id',
        'campaign.sensitivity',
        eb('campaign.ended_at', 'is not', null).$castTo<boolean>().as('ended'),
      ])
      .$if(boardId !== undefined, (query) => query.where('board.id', '=', boardId as string))
      .execute();
  }
}

function mayRead(reader: Reader, { card, campaignSensitivity }: Touched): boolean {
  const level = levelFor(reader, card);
  return mayReadAt(level, campaignSensitivity) && mayReadCard(level, card);
}

/** Equal for readers who read the same. */
function readerKey({ base, teamOf, strangerTo }: Reader): string {
  const reads = teamOf === 'EVERY' ? 'EVERY' : [base, ...[...teamOf].sort()].join(',');
  return [reads, ...[...strangerTo].sort()].join(' not ');
}
