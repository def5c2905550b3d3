import type { Em } from '../../platform/db/orm.ts';
import type { Audience } from '../../core/stream/audience.ts';
import type { LogChannel, LogChannels, LiveCounts } from '../../core/stream/log-channel.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { Outbox } from '../../platform/live/outbox.ts';
import { takeSeat } from '../../core/stream/seat.ts';
import type { Subscriber } from '../../core/stream/subscriber.ts';
import type { Log } from '../../platform/log/log.ts';
import { readerAt } from '../../core/access/viewer.ts';
import { asMissing, notFound } from '../../platform/refusal/refusal.ts';
import { findWatchLink, type OpenedLink, stillOpen, watchLinkInvalid } from './find-watch-link.ts';
import { readWall, type WallView } from './read-wall.ts';
import { WallCohort } from './wall-cohort.ts';

/** A screen that shows by a link. */
interface LinkedScreen {
  link: OpenedLink;
  outbox: Outbox;
}

/**
 * The walls that somebody at this replica looks at. They follow boards by the same channels as everybody else. A
 * screen is no viewer: it is not counted among those who are there.
 */
export class Walls {
  readonly #em: Em;
  readonly #channels: LogChannels;
  readonly #counts: LiveCounts;
  readonly #log: Log;
  readonly #checkMs: number;
  readonly #beatMs: number;
  readonly #pauseMs: number;
  readonly #stopListening: () => void;
  readonly #cohorts = new Map<string, { cohort: WallCohort; leave(): void }>();
  readonly #linked = new Set<LinkedScreen>();
  #checking: NodeJS.Timeout | undefined;
  #beating: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: {
    em: Em;
    channels: LogChannels;
    bus: HintBus;
    log: Log;
    /** Between two queries for all links in use: short enough to be through in a second. */
    checkMs: number;
    beatMs: number;
    /** The least between two messages of a wall. */
    pauseMs: number;
  }) {
    this.#em = options.em;
    this.#channels = options.channels;
    this.#counts = options.channels.counts;
    this.#log = options.log;
    this.#checkMs = options.checkMs;
    this.#beatMs = options.beatMs;
    this.#pauseMs = options.pauseMs;
    this.#stopListening = options.bus.listen({
      hint: (hint) => {
        if ('person' in hint) void this.#check((link) => link.createdById === hint.person);
      },
      lost: () => void this.#check(),
    });
  }

  /** How many sorts of walls are shown now. */
  get cohortCount(): number {
    return this.#cohorts.size;
  }

  /**
   * Follows the wall at an address: by a link, as far as it opens; without, for whoever may read the campaign, with
   * cards that anyone may read and no names, since whoever passes reads a wall. Ends when the link or the right does.
   */
  follow(subscriber: Subscriber, { slug, token }: { slug: string; token: string | null }): Promise<void> {
    return token === null
      ? this.#followAsReader(subscriber, slug)
      : this.#followByLink(subscriber, { slug, token });
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#checking);
    clearTimeout(this.#beating);
    for (const { cohort, leave } of this.#cohorts.values()) {
      cohort.stop();
      leave();
    }
    this.#cohorts.clear();
  }

  async #followByLink(
    { audience, outbox }: Subscriber,
    given: { slug: string; token: string },
  ): Promise<void> {
    const link = await findWatchLink(this.#em.fork(), given);
    const screen = { link, outbox };
    const opened = await this.#channels.open(link.boardId, {
      changed: () => undefined,
      reset: () => undefined,
      gone: () => outbox.fail(watchLinkInvalid()),
    });
    if (!opened) throw watchLinkInvalid();
    this.#linked.add(screen);
    const leaveCohort = this.#join(opened.channel, link, audience, outbox);
    outbox.onEnd(() => {
      this.#linked.delete(screen);
      leaveCohort();
      opened.leave();
    });
    this.#checking ??= setTimeout(() => void this.#checkAgain(), this.#checkMs);
    // It may have been taken back since it was looked up, when nobody knew of this screen yet.
    void this.#check((each) => each === link);
  }

  async #followAsReader({ line, audience, outbox }: Subscriber, slug: string): Promise<void> {
    const board = await this.#em
      .fork()
      .getKysely()
      .selectFrom('board')
      .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
      .select('board.id')
      .where('campaign.slug', '=', slug)
      .executeTakeFirst();
    if (!board) throw notFound('campaign');
    const seat = await takeSeat(this.#channels, line, board.id).catch(asMissing('campaign'));
    const view = {
      boardId: board.id,
      sensitivity: 'PUBLIC',
      showsHandles: false,
      showsThanks: false,
    } as const;
    const leaveCohort = this.#join(seat.channel, view, audience, outbox);
    outbox.onEnd(() => {
      leaveCohort();
      seat.leave();
    });
    seat.listen({
      // Whatever more they may read now is not for a wall.
      moved: () => undefined,
      refused: () => outbox.fail(notFound('campaign')),
    });
  }

  #join(channel: LogChannel, view: WallView, audience: Audience, outbox: Outbox): () => void {
    const { boardId, sensitivity, showsHandles, showsThanks } = view;
    const key = JSON.stringify([boardId, sensitivity, showsHandles, showsThanks, audience.key]);
    const entry = this.#cohorts.get(key) ?? this.#open(key, channel, view, audience);
    entry.cohort.join(outbox);
    return () => {
      entry.cohort.leave(outbox);
      if (entry.cohort.size > 0 || this.#cohorts.get(key) !== entry) return;
      this.#cohorts.delete(key);
      entry.leave();
    };
  }

  #open(key: string, channel: LogChannel, view: WallView, audience: Audience) {
    const cohort = new WallCohort({
      read: () => readWall(this.#em.fork(), view),
      audience,
      reader: readerAt(view.sensitivity, channel.place.organizationId),
      log: this.#log,
      counts: this.#counts,
      pauseMs: this.#pauseMs,
    });
    const leave = channel.listen({
      changed: () => cohort.wake(),
      reset: () => cohort.wake(),
      // Its screens hold seats of their own, which end them.
      gone: () => undefined,
    });
    const entry = { cohort, leave };
    this.#cohorts.set(key, entry);
    this.#beating ??= setTimeout(() => this.#beat(), this.#beatMs);
    return entry;
  }

  #beat(): void {
    this.#beating = undefined;
    if (this.#stopped || this.#cohorts.size === 0) return;
    for (const { cohort } of this.#cohorts.values()) cohort.beat();
    this.#beating = setTimeout(() => this.#beat(), this.#beatMs);
  }

  async #checkAgain(): Promise<void> {
    await this.#check();
    this.#checking = undefined;
    if (!this.#stopped && this.#linked.size > 0)
      this.#checking = setTimeout(() => void this.#checkAgain(), this.#checkMs);
  }

  /** Ends the screens whose link does not open anything any more; one query for all that are asked about. */
  async #check(which: (link: OpenedLink) => boolean = () => true): Promise<void> {
    const asked = [...this.#linked].filter(({ link }) => which(link));
    if (asked.length === 0) return;
    try {
      const open = await stillOpen(this.#em.fork(), [...new Set(asked.map(({ link }) => link.id))]);
      for (const { link, outbox } of asked) if (!open.has(link.id)) outbox.fail(watchLinkInvalid());
    } catch (error) {
      // Asked again within a second; until then nothing is known to have ended.
      if (!this.#stopped) this.#log.warn({ err: error }, 'watch links could not be checked');
    }
  }
}

declare module '../../core/stream/live.ts' {
  interface Live {
    walls: Walls;
  }
  interface LiveTiming {
    /** The least between two messages of a wall. */
    wallPause: number;
  }
}
