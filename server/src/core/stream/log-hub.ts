import { epochAt, type Cursor, type LogExcerpt } from '../board/read-board.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import type { Log } from '../../platform/log/log.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Audience } from './audience.ts';
import type { BoardPlace } from './board-change.ts';
import type { LogPlace, LogStep, ResetReason } from './followed-log.ts';
import type { LogChannel, LogChannels } from './log-channel.ts';
import { Follower } from './follower.ts';
import { readerOf } from '../access/viewer.ts';
import { Cohort, type Readership } from './cohort.ts';
import type { Presence } from './presence.ts';
import { type Seat, takeSeat } from './seat.ts';
import type { Subscriber } from './subscriber.ts';

/*
 * The protocol of `boardChanges`, and of every other log that is followed (`followed-log.ts`). Tests are named after
 * these rules.
 *
 *  1. One read. A hint, or the poll that covers lost ones, makes a replica read the log of a board once from
 *     where it stands, whatever the number of viewers. Hints that come during a read make one more read.
 *  2. One execution. Those who ask the same (operation, variables other than the cursor) and may read the same
 *     (PUBLIC, VETTED or TEAM of this campaign, as strangers to the same others) are a cohort: each batch is executed
 *     once and all get the result.
 *  3. Live first. A subscriber is registered before the log is replayed from its cursor. The replay is one batch.
 *     What comes live meanwhile is held, and sent after it. With nothing to replay it gets a HEARTBEAT at once.
 *  4. In order. A batch goes from `previousRevision` to `revision`. What ends at or before the revision already
 *     sent is dropped; what begins after it makes the follower read the log again from there. So revisions only
 *     grow and nothing between them is missing.
 *  5. The part one may see. A batch without anything visible still moves the revision. A card that leaves what one
 *     may read is a removal, without content; of one that one never could have read nothing is told.
 *  6. Start again. RESET tells to take a fresh snapshot, and why: the cursor is too old or of another epoch, or what
 *     the viewer may read changed. Other changes of the campaign are events in the log. The epoch a client knows names the level of rights too, so that a cursor from
 *     before a change of rights is foreign. The stream then goes on from the revision of the RESET.
 *  7. Rights. Who may not read the campaign is refused as NOT_FOUND, at the start or, within a second, later. A
 *     socket whose session ended is closed with 4403.
 *  8. Heartbeats carry the head revision, so that a client that lost something sees it.
 *  9. Bounds. A socket keeps a bounded number of bytes, for a bounded time. Beyond, it is closed with 1013 and
 *     resumes by its cursor. Others do not notice.
 * 10. Pace. The first change after a silence goes out at once. While a board is busy it rests after each sending for
 *     about twice as long as the sending took, and what happens meanwhile goes together: at most 100 ms later.
 */
interface OpenCohort<Place extends LogPlace, Step extends LogStep> {
  readonly key: string;
  readonly cohort: Cohort<Place, Step>;
  leave(): void;
}

/** Tells a cursor that says its history by a mark, by the epochs that there are here. */
export type FindPlace = (epochs: readonly string[]) => Cursor | null;

/** The fan-out: from each log of a kind, boards unless said otherwise, to everybody who watches it at this replica. */
export class LogHub<Place extends LogPlace = BoardPlace, Step extends LogStep = LogExcerpt> {
  readonly #channels: LogChannels<Place, Step>;
  readonly #presence: Pick<Presence, 'enter'>;
  readonly #log: Log;
  readonly #heartbeatMs: number;
  readonly #onDelivered: ((lagMs: number) => void) | undefined;
  readonly #cohorts = new Map<string, OpenCohort<Place, Step>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    channels: LogChannels<Place, Step>;
    presence: Pick<Presence, 'enter'>;
    log: Log;
    heartbeatMs: number;
    onDelivered?: ((lagMs: number) => void) | undefined;
  }) {
    this.#channels = options.channels;
    this.#presence = options.presence;
    this.#log = options.log;
    this.#heartbeatMs = options.heartbeatMs;
    this.#onDelivered = options.onDelivered;
  }

  /** How many cohorts there are now. */
  get cohortCount(): number {
    return this.#cohorts.size;
  }

  /**
   * Follows a log after a cursor, or from now. Refuses, as not found, one that is not there or may not be read.
   * The end of the outbox ends everything that was begun for it.
   */
  async follow(
    { line, audience, outbox, resumesAfter }: Subscriber,
    asked: { id: string; after: Cursor | null | FindPlace },
  ): Promise<void> {
    const seat = await takeSeat(this.#channels, line, asked.id);
    const given = typeof asked.after === 'function' ? asked.after(epochsOf(seat)) : asked.after;
    const after = (resumesAfter === 'now' ? null : (resumesAfter ?? given)) ?? hereOf(seat);
    const follower = new Follower(outbox, after.revision);
    let leaveCohort = () => {};
    let shared = audience;
    const join = (level: Sensitivity): Cohort<Place, Step> => {
      leaveCohort();
      const { strangerTo, readsOf } = readerOf(line.viewer);
      const limited = line.viewer?.token?.campaigns ?? null;
      const readership: Readership = { level, strangerTo, ...((readsOf ?? limited) && { isLimited: true }) };
      const { cohort, leave } = this.#join(seat.channel, readership, shared, follower);
      leaveCohort = leave;
      // One of its own for each of thousands would be kept for nothing.
      shared = cohort.audience;
      return cohort;
    };
    follower.start(join(seat.level), whereFrom(after.epoch, seat));
    const leaveBoard = this.#presence.enter(seat.channel.id, line);
    outbox.onEnd(() => {
      seat.leave();
      leaveCohort();
      leaveBoard();
    });
    seat.listen({
      moved: (level, why) => follower.startAgain(why, join(level)),
      refused: () => outbox.fail(notFound(this.#channels.of.noun)),
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #join(
    channel: LogChannel<Place, Step>,
    readership: Readership,
    audience: Audience,
    follower: Follower,
  ): { cohort: Cohort<Place, Step>; leave(): void } {
    const { level, strangerTo, isLimited = false } = readership;
    const reads = [isLimited ? `${level} here` : level, ...[...strangerTo].sort()].join(' not ');
    const key = `${channel.id} ${channel.generation} ${reads} ${audience.key}`;
    const open = this.#cohorts.get(key) ?? this.#open(key, channel, readership, audience);
    open.cohort.members.add(follower);
    return {
      cohort: open.cohort,
      leave: () => {
        open.cohort.members.delete(follower);
        if (open.cohort.members.size === 0 && this.#cohorts.get(open.key) === open) {
          this.#cohorts.delete(open.key);
          open.leave();
        }
      },
    };
  }

  #open(
    key: string,
    channel: LogChannel<Place, Step>,
    readership: Readership,
    audience: Audience,
  ): OpenCohort<Place, Step> {
    const cohort = new Cohort(channel, readership, audience, {
      counts: this.#channels.counts,
      log: this.#log,
      onDelivered: this.#onDelivered,
    });
    const leave = channel.listen({
      changed: (step) => cohort.changed(step),
      // Its members hold seats of their own, which move them on.
      reset: () => undefined,
      gone: () => undefined,
    });
    const open = { key, cohort, leave };
    this.#cohorts.set(key, open);
    this.#timer ??= setTimeout(() => this.#beat(), this.#heartbeatMs);
    return open;
  }

  #beat(): void {
    this.#timer = undefined;
    for (const { cohort } of this.#cohorts.values()) void cohort.beat();
    if (this.#cohorts.size > 0) this.#timer = setTimeout(() => this.#beat(), this.#heartbeatMs);
  }
}

/** Where a log stands, as far as this replica has read it. */
function hereOf({ channel, level }: Seat<LogPlace, LogStep>): Cursor {
  const { epoch, revision } = channel.place;
  return { epoch: epochAt(epoch, level), revision };
}

/** The history of a log as each level is told of it. */
function epochsOf({ channel }: Seat<LogPlace, LogStep>): string[] {
  return Object.values(Sensitivity).map((level) => epochAt(channel.place.epoch, level));
}

/** Whether a cursor can be followed, by its epoch; else why not. */
function whereFrom(epoch: string, seat: Seat<LogPlace, LogStep>): 'afterCursor' | ResetReason {
  if (epoch === epochAt(seat.channel.place.epoch, seat.level)) return 'afterCursor';
  return epochsOf(seat).includes(epoch) ? 'OTHER_RIGHTS' : 'OTHER_HISTORY';
}
