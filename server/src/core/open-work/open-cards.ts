import { setTimeout as delay } from 'node:timers/promises';
import type { OpenCardsFilter } from './list-open-cards.ts';
import type { Cursor } from '../board/read-board.ts';
import { isOfHistory, type OpenWorkRead, readerKey } from './read-open-work.ts';
import type { Log } from '../../platform/log/log.ts';
import { type Reader, readerOf } from '../access/viewer.ts';
import type { Audience } from '../stream/audience.ts';
import type { ResetReason } from '../stream/followed-log.ts';
import type { LiveCounts } from '../stream/log-channel.ts';
import { Follower } from '../stream/follower.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { Following } from '../../platform/live/hints.ts';
import { OpenCardsCohort } from './open-cards-cohort.ts';
import { OpenWork } from './open-work.ts';
import type { Outbox } from '../../platform/live/outbox.ts';
import type { Subscriber } from '../stream/subscriber.ts';

/*
 * The protocol of `openCardsChanged`: the rules of `boardChanges` (log-hub.ts), with these differences.
 *
 *  1. One read. All boards are read together, from one moment of the database to the next, however many follow. The
 *     revision is the sum of what the boards counted that the reader sees something of (read-open-work.ts), so it means
 *     the same at every server, and in the answer of `openCards`.
 *  2. What tells a cohort nothing is no message. The next one begins where the last one ended, and a HEARTBEAT too:
 *     whoever stands at or beyond its `previousRevision` has everything up to its `revision`.
 *  3. A card is closed for whoever could have claimed it, and for nobody else.
 *  4. A cursor reaches back as far as this server remembers, at most a thousand reads. Beyond: RESET.
 *  5. A change of rights is a RESET. What was in the making for the rights before is not sent.
 */

/** The board that is busiest must not make everybody else wait: rests between two reads (ms). */
const MAX_REST_MS = 100;
const RESTS_PER_READ = 2;
const MIN_REST_MS = 2;

/** A hold on all boards, from the first follower until the last has left. What was begun for an earlier one is void. */
interface Session {
  readonly following: Following;
  readonly work: OpenWork;
  readonly begun: Promise<void>;
  /** One read at a time: those who ask during one share the next. */
  reading: Promise<void> | undefined;
  next: Promise<void> | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Claimable work over all campaigns, for everybody who follows it at this replica. */
export class OpenCards {
  readonly #read: (known: ReadonlyMap<string, number>) => Promise<OpenWorkRead>;
  readonly #bus: HintBus;
  readonly #counts: LiveCounts;
  readonly #log: Log;
  readonly #pollMs: number;
  readonly #heartbeatMs: number;
  readonly #lingerMs: number;
  readonly #stopListening: () => void;
  readonly #cohorts = new Map<string, OpenCardsCohort>();
  #session: Session | undefined;
  /** How many wait for it to begin. */
  #arriving = 0;
  #stopped = false;
  #beating: NodeJS.Timeout | undefined;
  #lingering: NodeJS.Timeout | undefined;

  constructor(options: {
    read: (known: ReadonlyMap<string, number>) => Promise<OpenWorkRead>;
    bus: HintBus;
    counts: LiveCounts;
    log: Log;
    pollMs: number;
    heartbeatMs: number;
    /** How long what is known is kept up after the last follower has left: who changes pages comes back at once. */
    lingerMs: number;
  }) {
    this.#read = options.read;
    this.#bus = options.bus;
    this.#counts = options.counts;
    this.#log = options.log;
    this.#pollMs = options.pollMs;
    this.#heartbeatMs = options.heartbeatMs;
    this.#lingerMs = options.lingerMs;
    this.#stopListening = options.bus.listen({
      hint: (hint) => {
        if ('board' in hint) this.#wake();
      },
      lost: () => this.#wake(),
    });
  }

  /** Follows open cards that fit a filter, after a cursor or from now, as far as the viewer may read them. */
  async follow(
    { line, audience, outbox, resumesAfter }: Subscriber,
    filter: OpenCardsFilter,
    given: Cursor | null,
  ): Promise<void> {
    const after = (resumesAfter === 'now' ? null : resumesAfter) ?? given;
    const session = await this.#arrive(outbox);
    if (!session) return this.#lingerIfIdle();
    const reader = readerOf(line.viewer);
    let cohort = this.#cohort(session, reader, filter, audience);
    const follower = new Follower(outbox, after?.revision ?? cohort.revision);
    cohort.members.add(follower);
    const stopMoving = line.onMoved(() => {
      const before = cohort;
      cohort = this.#cohort(session, readerOf(line.viewer), filter, audience);
      if (cohort === before) return;
      cohort.members.add(follower);
      this.#leave(before, follower);
      follower.startAgain('RIGHTS_CHANGED', cohort);
    });
    outbox.onEnd(() => {
      stopMoving();
      this.#leave(cohort, follower);
      this.#lingerIfIdle();
    });
    follower.start(cohort, after ? whereFrom(after.epoch, cohort.epoch) : 'afterCursor');
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#lingering);
    if (this.#session) this.#end(this.#session);
  }

  /** Waits for the session to begin; undefined when it, or the follower, is gone by then. */
  async #arrive(outbox: Outbox): Promise<Session | undefined> {
    if (outbox.ended || this.#stopped) return undefined;
    const session = (this.#session ??= this.#begin());
    this.#arriving += 1;
    try {
      await session.begun;
    } catch (error) {
      this.#end(session);
      throw error;
    } finally {
      this.#arriving -= 1;
    }
    if (this.#session === session) return outbox.ended ? undefined : session;
    // Another one that waited for it gave it up.
    return this.#arrive(outbox);
  }

  #cohort(session: Session, reader: Reader, filter: OpenCardsFilter, audience: Audience): OpenCardsCohort {
    const key = `${readerKey(reader)} ${audience.key}`;
    const known = this.#cohorts.get(key);
    if (known) return known;
    const { work } = session;
    const look = () => this.#look(session);
    const deps = { work, look, counts: this.#counts, log: this.#log };
    const cohort = new OpenCardsCohort(key, { reader, filter, audience }, deps);
    this.#cohorts.set(key, cohort);
    this.#beating ??= setInterval(() => {
      for (const each of this.#cohorts.values()) void each.beat();
    }, this.#heartbeatMs);
    return cohort;
  }

  #leave(cohort: OpenCardsCohort, follower: Follower): void {
    cohort.members.delete(follower);
    if (cohort.members.size === 0 && this.#cohorts.get(cohort.key) === cohort)
      this.#cohorts.delete(cohort.key);
  }

  #lingerIfIdle(): void {
    const session = this.#session;
    if (this.#cohorts.size > 0 || this.#arriving > 0 || !session) return;
    clearInterval(this.#beating);
    this.#beating = undefined;
    clearTimeout(this.#lingering);
    this.#lingering = setTimeout(() => {
      // Somebody may have come meanwhile, or wait for it to begin.
      if (this.#cohorts.size === 0 && this.#arriving === 0) this.#end(session);
    }, this.#lingerMs).unref();
  }

  #begin(): Session {
    const following = this.#bus.followAll();
    const session: Session = {
      following,
      work: new OpenWork(),
      // What is committed after the read is hinted, and the hint has to arrive.
      begun: following.ready.then(async () => {
        session.work.take(await this.#read(session.work.known));
        this.#lookLater(session);
      }),
      reading: undefined,
      next: undefined,
      timer: undefined,
    };
    return session;
  }

  #end(session: Session): void {
    clearTimeout(session.timer);
    if (this.#session !== session) return;
    session.following.leave();
    this.#session = undefined;
    this.#cohorts.clear();
    clearInterval(this.#beating);
    this.#beating = undefined;
  }

  #wake(): void {
    if (this.#session) void this.#look(this.#session);
  }

  /** Covers hints that were lost. */
  #lookLater(session: Session): void {
    if (this.#session !== session) return;
    session.timer = setTimeout(
      () => void this.#look(session).then(() => this.#lookLater(session)),
      this.#pollMs,
    );
  }

  /** Resolves when everything is read that was committed before the call. Never rejects. */
  #look(session: Session): Promise<void> {
    if (!session.reading) return (session.reading = this.#readOn(session));
    return (session.next ??= session.reading.then(() => {
      session.next = undefined;
      return this.#look(session);
    }));
  }

  async #readOn(session: Session): Promise<void> {
    try {
      await session.begun;
      if (this.#session !== session) return;
      const startedAt = performance.now();
      this.#counts.logReads += 1;
      const { work } = session;
      const read = await this.#read(work.known);
      if (this.#session !== session) return;
      if (read.history === work.history) this.#tell(work.take(read));
      else await this.#beginAnew(session);
      const rest = Math.min(MAX_REST_MS, RESTS_PER_READ * (performance.now() - startedAt));
      if (rest >= MIN_REST_MS && session.next) await delay(rest, undefined, { ref: false });
    } catch (error) {
      if (this.#session === session) this.#log.warn({ err: error }, 'open cards could not be read');
    } finally {
      session.reading = undefined;
    }
  }

  #tell(batch: ReturnType<OpenWork['take']>): void {
    if (batch) for (const cohort of this.#cohorts.values()) cohort.changed(batch);
  }

  /** The database was restored: nothing of what is known holds. */
  async #beginAnew({ work }: Session): Promise<void> {
    work.forget();
    work.take(await this.#read(work.known));
    for (const cohort of this.#cohorts.values()) cohort.beginAnew();
  }
}

/** Whether a cursor can be followed, by its epoch; else why not. */
function whereFrom(epoch: string, here: string): 'afterCursor' | ResetReason {
  if (epoch === here) return 'afterCursor';
  return isOfHistory(epoch, here) ? 'OTHER_RIGHTS' : 'OTHER_HISTORY';
}

declare module '../stream/live.ts' {
  interface Live {
    openCards: OpenCards;
  }
  interface LiveTiming {
    /** How long open cards are kept up after the last who followed them has left. */
    openCardsLinger: number;
  }
}
