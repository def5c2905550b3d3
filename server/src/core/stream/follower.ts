import type { ResetReason } from './followed-log.ts';
import type { Outbox } from '../../platform/live/outbox.ts';
import type { SharedMessage } from '../../platform/live/shared-message.ts';

/** A rendered message that takes a reader from one revision to another. */
export interface Delivery {
  previous: number;
  revision: number;
  message: SharedMessage;
}

/** Where a follower gets what it missed. */
export interface FollowerSource {
  /** Everything after a revision as one delivery, or 'reset' when that cannot be had. Never nothing. */
  catchUp(after: number): Promise<Delivery | 'reset'>;
  /** The message that makes the client begin anew and says why, and the revision from which the stream goes on. */
  startAgain(why: ResetReason): Promise<Delivery>;
}

/** Live deliveries kept while the replay is on its way; beyond it the oldest go, and are read again. */
const MAX_HELD = 200;

/**
 * One subscription to a log: knows what was sent and makes what follows fit (rules 3 and 4). It is live
 * from its first moment, so that nothing falls between the replay and the stream.
 */
export class Follower implements CohortMember {
  readonly #outbox: Outbox;
  #source: FollowerSource | undefined;
  #sent: number;
  #held: Delivery[] | undefined;
  #catchingUp = true;
  /** Raised by each start, so that the answer to an earlier one is left aside. */
  #turn = 0;

  constructor(outbox: Outbox, after: number) {
    this.#outbox = outbox;
    this.#sent = after;
  }

  /** Call after it was registered for live. Replays what came after the cursor, or starts again. */
  start(source: FollowerSource, how: 'afterCursor' | ResetReason): void {
    this.#source = source;
    void this.#catchUp(how);
  }

  /** The rights or the board changed: nothing of before is sent any more. */
  startAgain(why: ResetReason, source?: FollowerSource): void {
    if (source) this.#source = source;
    this.#held = undefined;
    void this.#catchUp(why);
  }

  /** What came after what was sent is read from the log, unless that is under way. */
  readAgain(): void {
    if (!this.#catchingUp) void this.#catchUp('afterCursor');
  }

  /** A live delivery: held while catching up, dropped when already sent, read again when something is missing. */
  deliver(delivery: Delivery): void {
    if (this.#catchingUp) {
      const held = this.#hold(delivery);
      if (held.length > MAX_HELD) held.shift();
      return;
    }
    if (delivery.revision <= this.#sent) return;
    if (delivery.previous > this.#sent) {
      this.#hold(delivery);
      void this.#catchUp('afterCursor');
      return;
    }
    this.#send(delivery);
  }

  /** A sign of life; not sent while the replay will be one. */
  beat(message: SharedMessage): void {
    if (!this.#catchingUp) this.#outbox.put(message);
  }

  #hold(delivery: Delivery): Delivery[] {
    const held = (this.#held ??= []);
    held.push(delivery);
    return held;
  }

  async #catchUp(how: 'afterCursor' | ResetReason): Promise<void> {
    const turn = ++this.#turn;
    const source = this.#source;
    if (!source) return;
    this.#catchingUp = true;
    try {
      const replay = how === 'afterCursor' ? await source.catchUp(this.#sent) : 'reset';
      const why = how === 'afterCursor' ? 'OUT_OF_REACH' : how;
      const delivery = replay === 'reset' ? await source.startAgain(why) : replay;
      if (turn !== this.#turn) return;
      this.#send(delivery);
    } catch (error) {
      if (turn === this.#turn) this.#outbox.fail(error);
      return;
    }
    this.#catchingUp = false;
    const held = this.#held;
    this.#held = undefined;
    for (const delivery of held ?? []) this.deliver(delivery);
  }

  #send({ revision, message }: Delivery): void {
    this.#outbox.put(message, revision);
    this.#sent = revision;
  }
}

/** Somebody who gets what the cohort gets. None of these may throw. */
export interface CohortMember {
  deliver(delivery: Delivery): void;
  beat(message: SharedMessage): void;
  startAgain(why: ResetReason): void;
  /** Something was not delivered. */
  readAgain(): void;
}
