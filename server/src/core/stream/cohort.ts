import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sensitivity } from '../access/sensitivity.ts';
import type { Log } from '../../platform/log/log.ts';
import { type Reader, readerAt, readerOf } from '../access/viewer.ts';
import type { Audience } from './audience.ts';
import type { LogExcerpt } from '../board/read-board.ts';
import type { BoardPlace } from './board-change.ts';
import type { FollowedLog, LogPlace, LogStep, ResetReason } from './followed-log.ts';
import type { LogChannel, LiveCounts } from './log-channel.ts';
import type { CohortMember, Delivery, FollowerSource } from './follower.ts';
import type { SharedMessage } from '../../platform/live/shared-message.ts';

/** What all members of a cohort may read, and to which campaigns they are strangers. */
export interface Readership {
  level: Sensitivity;
  strangerTo: ReadonlySet<string>;
  /** Whether they read as that level here alone, and nothing more of the neighbours: by a token limited to campaigns. */
  isLimited?: boolean;
}

export interface CohortDeps {
  counts: LiveCounts;
  log: Log;
  onDelivered?: ((lagMs: number) => void) | undefined;
}

/** An audience this far behind starts again: its operation takes longer than the log moves. */
const MAX_EVENTS_BEHIND = 1_000;
/** How long writing may keep everything else waiting (ms), and how often that is looked at (members). */
const TURN_MS = 8;
const LOOK_EVERY = 64;
/** Answers to cursors kept until the log moves on: those who lost one server come with the same few. */
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
 * Everybody who asks the same of a log and may read the same: each revision is executed once for all of
 * them. A slow operation only makes its own cohort's batches larger.
 */
export class Cohort<
  Place extends LogPlace = BoardPlace,
  Step extends LogStep = LogExcerpt,
> implements FollowerSource {
  readonly level: Sensitivity;
  readonly audience: Audience;
  readonly #readership: Readership;
  readonly members = new Set<CohortMember>();
  readonly #channel: LogChannel<Place, Step>;
  readonly #of: FollowedLog<Place, Step>;
  readonly #deps: CohortDeps;
  readonly #replays = new Map<number, Kept>();
  #waiting: Step | undefined;
  #rendering = false;
  readonly #startingAgain = new Map<
    ResetReason,
    { revision: number; delivery: Promise<Delivery>; until: number }
  >();

  constructor(
    channel: LogChannel<Place, Step>,
    readership: Readership,
    audience: Audience,
    deps: CohortDeps,
  ) {
    this.level = readership.level;
    this.#readership = readership;
    this.#channel = channel;
    this.#of = channel.of;
    this.audience = audience;
    this.#deps = deps;
  }

  /** What happened, in order. Steps that come during an execution go together in the next. */
  changed(step: Step): void {
    this.#replays.clear();
    this.#waiting = this.#waiting ? this.#of.join(this.#waiting, step) : step;
    if (this.#waiting.events.length > MAX_EVENTS_BEHIND) {
      this.#waiting = undefined;
      for (const member of this.members) member.startAgain('OUT_OF_REACH');
    }
    if (!this.#rendering) void this.#renderWaiting();
  }

  async beat(): Promise<void> {
    try {
      const beat = await this.#render(
        this.#of.signAt(this.level, 'HEARTBEAT', this.#channel.place, this.#channel.head),
      );
      await this.#each((member) => member.beat(beat));
    } catch (error) {
      this.#deps.log.warn({ err: error, [this.#of.noun]: this.#channel.id }, 'a heartbeat could not be made');
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
    const delivery = this.#render(this.#of.signAt(this.level, why, this.#channel.place, revision)).then(
      (message) => ({
        previous: revision,
        revision,
        message,
      }),
    );
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
    const message = await this.#render(this.#of.signAt(this.level, 'HEARTBEAT', place, head));
    return { previous: after, revision: after, message };
  }

  async #replay(after: number): Promise<Delivery | 'reset'> {
    const { epoch } = this.#channel.place;
    const step = await this.#channel.replay(after);
    if (step && step !== 'reset') this.#channel.wake(step.revision);
    if (step === null || step === 'reset' || step.epoch !== epoch) return 'reset';
    if (!this.#of.isReadableAt(this.level, step)) return 'reset';
    const change =
      step.revision === after
        ? this.#of.signAt(this.level, 'HEARTBEAT', step, after)
        : this.#of.changesAt(this.level, step);
    return { previous: after, revision: step.revision, message: await this.#render(change) };
  }

  async #renderWaiting(): Promise<void> {
    this.#rendering = true;
    try {
      for (let step = this.#take(); step && this.members.size > 0; step = this.#take()) {
        this.#deps.counts.changeExecutions += 1;
        const message = await this.#render(this.#of.changesAt(this.level, step));
        const delivery = { previous: step.after, revision: step.revision, message };
        const startedAt = performance.now();
        await this.#each((member) => member.deliver(delivery));
        this.#channel.rest(performance.now() - startedAt);
        // What happens meanwhile goes together.
        await this.audience.ready?.();
        const committedAt = step.events.at(-1)?.at;
        if (committedAt) this.#deps.onDelivered?.(Date.now() - committedAt.getTime());
      }
    } catch (error) {
      this.#deps.log.error(
        { err: error, [this.#of.noun]: this.#channel.id },
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

  #take(): Step | undefined {
    const step = this.#waiting;
    this.#waiting = undefined;
    return step;
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

  async #render(change: object): Promise<SharedMessage> {
    this.#deps.counts.executions += 1;
    return this.audience.render(change, this.#of.reader?.(this.level) ?? this.#reader());
  }

  #reader(): Reader {
    const { place } = this.#channel;
    const { level, strangerTo, isLimited } = this.#readership;
    if (!isLimited) return readerAt(level, place.organizationId, strangerTo);
    return this.#of.readerWithin?.(level, place) ?? readerOf(null);
  }
}
