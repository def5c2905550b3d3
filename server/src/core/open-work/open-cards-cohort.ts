import type { OpenCardsFilter } from './list-open-cards.ts';
import { openWorkEpoch } from './read-open-work.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Reader } from '../access/viewer.ts';
import type { Audience } from '../stream/audience.ts';
import type { BoardChangeKind } from '../stream/board-change.ts';
import type { ResetReason } from '../stream/followed-log.ts';
import type { LiveCounts } from '../stream/log-channel.ts';
import type { Follower, Delivery, FollowerSource } from '../stream/follower.ts';
import { movedFor, newsFor, type OpenWork, type OpenWorkBatch } from './open-work.ts';
import type { SharedMessage } from '../../platform/live/shared-message.ts';

/** A message of `openCardsChanged` before it is rendered. */
export interface OpenCardsMessage {
  kind: BoardChangeKind;
  /** Null but in a RESET. */
  resetReason: ResetReason | null;
  epoch: string;
  previousRevision: number;
  revision: number;
  opened: CardOnBoard[];
  /** Row ids. */
  closedCardIds: string[];
  at: Date;
}

export interface OpenCardsDeps {
  work: OpenWork;
  /** Reads what is newer than what is known. */
  look: () => Promise<void>;
  counts: LiveCounts;
  log: Log;
}

/** Answers to cursors kept until something happens: those who lost one server come with the same few. */
const MAX_KEPT = 64;
/** A sign says when it was made, so it is not kept for longer (ms). */
const KEEP_SIGN_MS = 1_000;

interface Kept {
  delivery: Promise<Delivery | 'reset'>;
  until: number;
}

/**
 * Those who ask the same of open work and may read the same: each batch is executed once for all of them. What tells
 * them nothing moves their revision without a message; the next one, or a heartbeat, says so.
 */
export class OpenCardsCohort implements FollowerSource {
  readonly key: string;
  readonly members = new Set<Follower>();
  readonly #reader: Reader;
  readonly #filter: OpenCardsFilter;
  readonly #audience: Audience;
  readonly #deps: OpenCardsDeps;
  readonly #kept = new Map<number | ResetReason, Kept>();
  /** Where its readers are, with everything that was read. */
  revision: number;
  /** Where the last change that was told ended. */
  #told: number;
  #waiting: OpenWorkBatch[] = [];
  #rendering = false;

  constructor(
    key: string,
    { reader, filter, audience }: { reader: Reader; filter: OpenCardsFilter; audience: Audience },
    deps: OpenCardsDeps,
  ) {
    this.key = key;
    this.#reader = reader;
    this.#filter = filter;
    this.#audience = audience;
    this.#deps = deps;
    this.revision = this.#told = deps.work.revisionFor(reader);
  }

  get epoch(): string {
    return openWorkEpoch(this.#deps.work.history, this.#reader);
  }

  /** What happened, in order. Batches that come during an execution go together in the next. */
  changed(batch: OpenWorkBatch): void {
    const moved = movedFor(this.#reader, batch);
    if (moved === 0) return;
    this.#kept.clear();
    this.revision += moved;
    this.#waiting.push(batch);
    if (!this.#rendering) void this.#tell();
  }

  /** The database has another history, which `work` has been read anew from. */
  beginAnew(): void {
    this.#kept.clear();
    this.#waiting = [];
    this.revision = this.#told = this.#deps.work.revisionFor(this.#reader);
    for (const member of this.members) member.startAgain('OTHER_HISTORY');
  }

  async beat(): Promise<void> {
    // A message is on its way, and says more.
    if (this.#rendering) return;
    try {
      const { revision } = this;
      const previousRevision = this.#told;
      const message = await this.#render({ kind: 'HEARTBEAT', previousRevision, revision });
      // Something may have been told meanwhile: then this is old.
      if (this.#told !== previousRevision) return;
      this.#deps.counts.deliveries += this.members.size;
      for (const member of this.members) member.beat(message);
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'a heartbeat of open cards could not be made');
    }
  }

  async catchUp(after: number): Promise<Delivery | 'reset'> {
    // Whoever asked another server, or the database, may be further than we are.
    if (after > this.revision) await this.#deps.look();
    return this.#keep(after, after === this.revision, () => this.#replay(after));
  }

  startAgain(why: ResetReason): Promise<Delivery> {
    const { revision } = this;
    return this.#keep(why, true, () =>
      this.#deliver({ kind: 'RESET', resetReason: why, previousRevision: revision, revision }),
    );
  }

  /** Those who come with the same share one execution. */
  #keep<D extends Delivery | 'reset'>(key: number | ResetReason, isSign: boolean, make: () => Promise<D>) {
    const known = this.#kept.get(key);
    if (known && known.until > performance.now()) {
      this.#deps.counts.replaysShared += 1;
      return known.delivery as Promise<D>;
    }
    const delivery = make();
    const kept = { delivery, until: isSign ? performance.now() + KEEP_SIGN_MS : Infinity };
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(key, kept);
    delivery.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return delivery;
  }

  async #replay(after: number): Promise<Delivery | 'reset'> {
    const { revision } = this;
    if (after > revision) return 'reset';
    const place = { previousRevision: after, revision };
    if (after === revision) return this.#deliver({ kind: 'HEARTBEAT', ...place });
    this.#deps.counts.replays += 1;
    const batches = this.#deps.work.since(after, this.#reader);
    if (!batches) return 'reset';
    return this.#deliver({ kind: 'CHANGES', ...place, ...newsFor(this.#reader, this.#filter, batches) });
  }

  async #tell(): Promise<void> {
    this.#rendering = true;
    try {
      while (this.#waiting.length > 0 && this.members.size > 0) {
        const news = newsFor(this.#reader, this.#filter, this.#waiting);
        this.#waiting = [];
        if (news.opened.length + news.closedCardIds.length === 0) continue;
        const place = { previousRevision: this.#told, revision: this.revision };
        const delivery = await this.#deliver({ kind: 'CHANGES', ...place, ...news });
        this.#told = delivery.revision;
        this.#deps.counts.deliveries += this.members.size;
        for (const member of this.members) member.deliver(delivery);
      }
    } catch (error) {
      this.#deps.log.error({ err: error }, 'open cards could not be told');
      // Each asks again from where it stands; whoever cannot hears of the fault.
      for (const member of this.members) member.readAgain();
    } finally {
      this.#rendering = false;
    }
  }

  async #deliver(
    message: Pick<OpenCardsMessage, 'kind' | 'revision' | 'previousRevision'> & Partial<OpenCardsMessage>,
  ) {
    const { previousRevision: previous, revision } = message;
    return { previous, revision, message: await this.#render(message) };
  }

  #render(
    message: Pick<OpenCardsMessage, 'kind' | 'revision' | 'previousRevision'> & Partial<OpenCardsMessage>,
  ): Promise<SharedMessage> {
    this.#deps.counts.executions += 1;
    const whole: OpenCardsMessage = {
      ...{ resetReason: null, epoch: this.epoch, opened: [], closedCardIds: [], at: new Date() },
      ...message,
    };
    return this.#audience.render(whole, this.#reader);
  }
}
