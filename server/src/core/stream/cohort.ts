import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogExcerpt } from '../board/read-board.ts';
import { mayReadAt, type Sensitivity } from '../access/sensitivity.ts';
import type { Log } from '../../platform/log/log.ts';
import { readerAt } from '../access/viewer.ts';
import type { Audience } from './audience.ts';
import { type BoardChange, changesAt, joinExcerpts, type ResetReason, signAt } from './board-change.ts';
import type { BoardChannel, LiveCounts } from './board-channel.ts';
import type { CohortMember, Delivery, FollowerSource } from './board-follower.ts';
import type { SharedMessage } from '../../platform/live/shared-message.ts';

/** What all members of a cohort may read, and to which campaigns they are strangers. */
export interface Readership {
  level: Sensitivity;
  strangerTo: ReadonlySet<string>;
}

export interface CohortDeps {
  counts: LiveCounts;
  log: Log;
  onDelivered?: ((lagMs: number) => void) | undefined;
}

/** An audience this far behind starts again: its operation takes longer than the board moves. */
const MAX_EVENTS_BEHIND = 1_000;
/** How long writing may keep everything else waiting (ms), and how often that is looked at (members). */
const TURN_MS = 8;
const LOOK_EVERY = 64;
/** Answers to cursors kept until the board moves on: those who lost one server come with the same few. */
const MAX_KEPT = 64;
/** A sign says when it was made, so it is not kept for longer (ms). */
const KEEP_SIGN_MS = 1_000;
/** After a change could not be made ready: the database had a moment (ms). */
const READ_AGAIN_MS = 500;

interface Kept {
  delivery: Promise<Delivery | 'reset'>;
  until: number;
}

/**
 * Everybody who asks the same of a board and may read the same: each revision is executed once for all of
 * them. A slow operation only makes its own cohort's batches larger.
 */
export class Cohort implements FollowerSource {
  readonly level: Sensitivity;
  readonly audience: Audience;
  readonly #strangerTo: ReadonlySet<string>;
  readonly members = new Set<CohortMember>();
  readonly #channel: BoardChannel;
  readonly #deps: CohortDeps;
  readonly #replays = new Map<number, Kept>();
  #waiting: LogExcerpt | undefined;
  #rendering = false;
  readonly #startingAgain = new Map<
    ResetReason,
    { revision: number; delivery: Promise<Delivery>; until: number }
  >();

  constructor(
    channel: BoardChannel,
    { level, strangerTo }: Readership,
    audience: Audience,
    deps: CohortDeps,
  ) {
    this.level = level;
    this.#strangerTo = strangerTo;
    this.#channel = channel;
    this.audience = audience;
    this.#deps = deps;
  }

  /** What happened on the board, in order. Excerpts that come during an execution go together in the next. */
  changed(excerpt: LogExcerpt): void {
    this.#replays.clear();
    this.#waiting = this.#waiting ? joinExcerpts(this.#waiting, excerpt) : excerpt;
    if (this.#waiting.events.length > MAX_EVENTS_BEHIND) {
      this.#waiting = undefined;
      for (const member of this.members) member.startAgain('OUT_OF_REACH');
    }
    if (!this.#rendering) void this.#renderWaiting();
  }

  async beat(): Promise<void> {
    try {
      const beat = await this.#render(
        signAt(this.level, 'HEARTBEAT', this.#channel.place, this.#channel.head),
      );
      await this.#each((member) => member.beat(beat));
    } catch (error) {
      this.#deps.log.warn({ err: error, board: this.#channel.id }, 'a heartbeat could not be made');
    }
  }

  /** Those who come back with the same cursor, as after a restart, share one read and one execution. */
  catchUp(after: number): Promise<Delivery | 'reset'> {
    const known = this.#replays.get(after);
    if (known && known.until > performance.now()) {
      this.#deps.counts.replaysShared += 1;
      return known.delivery;
    }
    const isSign = after === this.#channel.place.revision;
    const kept: Kept = {
      delivery: isSign ? this.#nothingMissed(after) : this.#replay(after),
      until: isSign ? performance.now() + KEEP_SIGN_MS : Infinity,
    };
    if (this.#replays.size >= MAX_KEPT) this.#replays.clear();
    this.#replays.set(after, kept);
    kept.delivery.catch(() => {
      if (this.#replays.get(after) === kept) this.#replays.delete(after);
    });
    return kept.delivery;
  }

  startAgain(why: ResetReason): Promise<Delivery> {
    const { revision } = this.#channel.place;
    const known = this.#startingAgain.get(why);
    if (known?.revision === revision && known.until > performance.now()) return known.delivery;
    const delivery = this.#render(signAt(this.level, why, this.#channel.place, revision)).then((message) => ({
      previous: revision,
      revision,
      message,
    }));
    const mine = { revision, delivery, until: performance.now() + KEEP_SIGN_MS };
    this.#startingAgain.set(why, mine);
    delivery.catch(() => {
      if (this.#startingAgain.get(why) === mine) this.#startingAgain.delete(why);
    });
    return delivery;
  }

  /** What follows comes live. Saying so tells the client that it is up to date. */
  async #nothingMissed(after: number): Promise<Delivery> {
    const { place, head } = this.#channel;
    const message = await this.#render(signAt(this.level, 'HEARTBEAT', place, head));
    return { previous: after, revision: after, message };
  }

  async #replay(after: number): Promise<Delivery | 'reset'> {
    const { epoch } = this.#channel.place;
    const excerpt = await this.#channel.replay(after);
    if (excerpt && excerpt !== 'reset') this.#channel.wake(excerpt.revision);
    if (excerpt === null || excerpt === 'reset' || excerpt.epoch !== epoch) return 'reset';
    if (!mayReadAt(this.level, excerpt.campaignSensitivity)) return 'reset';
    const change =
      excerpt.revision === after
        ? signAt(this.level, 'HEARTBEAT', excerpt, after)
        : changesAt(this.level, excerpt);
    return { previous: after, revision: excerpt.revision, message: await this.#render(change) };
  }

  async #renderWaiting(): Promise<void> {
    this.#rendering = true;
    try {
      for (let excerpt = this.#take(); excerpt && this.members.size > 0; excerpt = this.#take()) {
        this.#deps.counts.changeExecutions += 1;
        const message = await this.#render(changesAt(this.level, excerpt));
        const delivery = { previous: excerpt.after, revision: excerpt.revision, message };
        const startedAt = performance.now();
        await this.#each((member) => member.deliver(delivery));
        this.#channel.rest(performance.now() - startedAt);
        const committedAt = excerpt.events.at(-1)?.at;
        if (committedAt) this.#deps.onDelivered?.(Date.now() - committedAt.getTime());
      }
    } catch (error) {
      this.#deps.log.error(
        { err: error, board: this.#channel.id },
        'a change could not be made ready for the stream',
      );
      this.#waiting = undefined;
      setTimeout(() => this.#readAgain(), READ_AGAIN_MS).unref();
    } finally {
      this.#rendering = false;
    }
  }

  /** Each member reads the log again from where it stands; whoever cannot hears of the fault. */
  #readAgain(): void {
    for (const member of this.members) member.readAgain();
  }

  #take(): LogExcerpt | undefined {
    const excerpt = this.#waiting;
    this.#waiting = undefined;
    return excerpt;
  }

  /** Writing to thousands takes a while: in between, everybody else has a turn. Who leaves meanwhile gets no more. */
  async #each(tell: (member: CohortMember) => void): Promise<void> {
    this.#deps.counts.deliveries += this.members.size;
    let turnEnds = performance.now() + TURN_MS;
    let told = 0;
    // A set goes on with who joins meanwhile; they are caught up to here already, and drop what they have.
    for (const member of this.members) {
      tell(member);
      told += 1;
      if (told % LOOK_EVERY !== 0 || performance.now() < turnEnds) continue;
      await nextTurn();
      turnEnds = performance.now() + TURN_MS;
    }
  }

  async #render(change: BoardChange): Promise<SharedMessage> {
    this.#deps.counts.executions += 1;
    const { organizationId } = this.#channel.place;
    return this.audience.render(change, readerAt(this.level, organizationId, this.#strangerTo));
  }
}
