import type { LogExcerpt } from '../board/read-board.ts';
import { mayReadAt, type Sensitivity } from '../board/sensitivity.ts';
import type { Log } from '../log.ts';
import { readerAt } from '../person/viewer.ts';
import type { Audience } from './audience.ts';
import { type BoardChange, changesAt, joinExcerpts, signAt } from './board-change.ts';
import type { BoardChannel, LiveCounts } from './board-channel.ts';
import type { Delivery, FollowerSource } from './board-follower.ts';

/** Somebody who gets what the cohort gets. None of these may throw. */
export interface CohortMember {
  deliver(delivery: Delivery): void;
  beat(result: object): void;
  startAgain(): void;
}

/** An audience this far behind starts again: its operation takes longer than the board moves. */
const MAX_EVENTS_BEHIND = 1_000;

/**
 * Everybody who asks the same of a board and may read the same: each revision is executed once for all of
 * them. A slow operation only makes its own cohort's batches larger.
 */
export class Cohort implements FollowerSource {
  readonly level: Sensitivity;
  readonly members = new Set<CohortMember>();
  readonly #channel: BoardChannel;
  readonly #audience: Audience;
  readonly #counts: LiveCounts;
  readonly #log: Log;
  readonly #replays = new Map<number, Promise<Delivery | 'reset'>>();
  #waiting: LogExcerpt | undefined;
  #rendering = false;
  #startingAgain: { revision: number; delivery: Promise<Delivery> } | undefined;

  constructor(
    channel: BoardChannel,
    level: Sensitivity,
    audience: Audience,
    deps: { counts: LiveCounts; log: Log },
  ) {
    this.level = level;
    this.#channel = channel;
    this.#audience = audience;
    this.#counts = deps.counts;
    this.#log = deps.log;
  }

  /** What happened on the board, in order. Excerpts that come during an execution go together in the next. */
  changed(excerpt: LogExcerpt): void {
    this.#waiting = this.#waiting ? joinExcerpts(this.#waiting, excerpt) : excerpt;
    if (this.#waiting.events.length > MAX_EVENTS_BEHIND) {
      this.#waiting = undefined;
      for (const member of this.members) member.startAgain();
    }
    if (!this.#rendering) void this.#renderWaiting();
  }

  async beat(): Promise<void> {
    try {
      const beat = await this.#render(
        signAt(this.level, 'HEARTBEAT', this.#channel.place, this.#channel.head),
      );
      for (const member of this.members) member.beat(beat);
    } catch (error) {
      this.#log.warn({ err: error, board: this.#channel.id }, 'a heartbeat could not be made');
    }
  }

  /** Those who come back with the same cursor at once, as after a restart, share one read and one execution. */
  catchUp(after: number): Promise<Delivery | 'reset'> {
    const running = this.#replays.get(after);
    if (running) return running;
    const replay = this.#replay(after).finally(() => this.#replays.delete(after));
    this.#replays.set(after, replay);
    return replay;
  }

  startAgain(): Promise<Delivery> {
    const { revision } = this.#channel.place;
    const running = this.#startingAgain;
    if (running?.revision === revision) return running.delivery;
    const delivery = this.#render(signAt(this.level, 'RESET', this.#channel.place, revision)).then(
      (result) => ({ previous: revision, revision, result }),
    );
    const mine = { revision, delivery };
    this.#startingAgain = mine;
    const forget = () => {
      if (this.#startingAgain === mine) this.#startingAgain = undefined;
    };
    delivery.then(forget, forget);
    return delivery;
  }

  async #replay(after: number): Promise<Delivery | 'reset'> {
    const { place, head } = this.#channel;
    if (after === place.revision) {
      // Nothing was missed, and what follows comes live. Saying so tells the client that it is up to date.
      const result = await this.#render(signAt(this.level, 'HEARTBEAT', place, head));
      return { previous: after, revision: after, result };
    }
    const excerpt = await this.#channel.replay(after);
    if (excerpt && excerpt !== 'reset') this.#channel.wake(excerpt.revision);
    if (excerpt === null || excerpt === 'reset' || excerpt.epoch !== place.epoch) return 'reset';
    if (!mayReadAt(this.level, excerpt.campaignSensitivity)) return 'reset';
    const message =
      excerpt.revision === after
        ? signAt(this.level, 'HEARTBEAT', excerpt, after)
        : changesAt(this.level, excerpt);
    return { previous: after, revision: excerpt.revision, result: await this.#render(message) };
  }

  async #renderWaiting(): Promise<void> {
    this.#rendering = true;
    try {
      for (let excerpt = this.#take(); excerpt && this.members.size > 0; excerpt = this.#take()) {
        const result = await this.#render(changesAt(this.level, excerpt));
        const delivery = { previous: excerpt.after, revision: excerpt.revision, result };
        for (const member of [...this.members]) member.deliver(delivery);
      }
    } catch (error) {
      // What follows does not fit what was sent, so each member reads the log again from where it stands.
      this.#log.error(
        { err: error, board: this.#channel.id },
        'a change could not be made ready for the stream',
      );
    } finally {
      this.#rendering = false;
    }
  }

  #take(): LogExcerpt | undefined {
    const excerpt = this.#waiting;
    this.#waiting = undefined;
    return excerpt;
  }

  #render(message: BoardChange): Promise<object> {
    this.#counts.executions += 1;
    return this.#audience.render(message, readerAt(this.level, this.#channel.place.organizationId));
  }
}
