import { DeskSection } from './desk-sections.ts';
import type { Log } from '../../platform/log/log.ts';
import { type Reader, readerOf } from '../../core/access/viewer.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Audience } from '../../core/stream/audience.ts';
import type { LiveCounts } from '../../core/stream/log-channel.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { Following } from '../../platform/live/hints.ts';
import type { Hint } from '../../platform/live/hints.ts';
import type { Line } from '../../core/stream/lines.ts';
import type { Outbox } from '../../platform/live/outbox.ts';
import type { Subscriber } from '../../core/stream/subscriber.ts';

/** A message of `deskChanged` before it is rendered. */
export interface DeskMessage {
  /** Grows by one with each message of this replica. */
  revision: number;
  /** What has to be asked for again. */
  stale: DeskSection[];
}

const EVERYTHING = Object.values(DeskSection);
/** A hint tells no more than where something changed. */
const OF_BOARDS: readonly DeskSection[] = [
  'CAMPAIGNS',
  'QUIET_CARDS',
  'QUIET_PEOPLE',
  'NEWCOMERS',
  'HAND_INS',
];
const OF_PEOPLE: readonly DeskSection[] = ['QUIET_PEOPLE', 'NEWCOMERS'];
/** An ask that is accepted becomes a campaign. */
const OF_DESK: readonly DeskSection[] = ['ASKS', 'HELD_ASKS', 'CAMPAIGNS', 'SUGGESTIONS', 'DELIVERIES'];

/** All coordinators read the same. */
const COORDINATORS: Reader = { base: 'VETTED', vettedOf: new Set(), teamOf: 'EVERY', strangerTo: new Set() };

/**
 * Tells coordinators which lists of their desk are stale. It looks at hints alone, reads nothing, and says at most
 * one thing in `pauseMs`. Cards grow quiet by time alone, and hints may be lost: every `renewMs` everything is stale.
 */
export class DeskChanges {
  readonly #bus: HintBus;
  readonly #log: Log;
  readonly #counts: LiveCounts;
  readonly #pauseMs: number;
  readonly #renewMs: number;
  /** Those who ask the same way, by the key of their audience. */
  readonly #cohorts = new Map<string, { audience: Audience; outboxes: Set<Outbox> }>();
  readonly #stale = new Set<DeskSection>();
  #revision = 0;
  #saidAt = -Infinity;
  #stopListening: (() => void) | undefined;
  /** While somebody follows the desk, every board is of interest. */
  #boards: Following | undefined;
  #pause: NodeJS.Timeout | undefined;
  #renewal: NodeJS.Timeout | undefined;

  constructor(options: { bus: HintBus; log: Log; counts: LiveCounts; pauseMs: number; renewMs: number }) {
    this.#bus = options.bus;
    this.#log = options.log;
    this.#counts = options.counts;
    this.#pauseMs = options.pauseMs;
    this.#renewMs = options.renewMs;
  }

  /**
   * Follows the desk for as long as the viewer coordinates. The first message comes at once and calls everything
   * stale: what changed between the page and the stream is in nobody's list. Refuses whoever is no coordinator.
   */
  async follow({ line, audience, outbox }: Subscriber): Promise<void> {
    if (!coordinates(line)) throw forCoordinators();
    const leave = this.#join(outbox, audience);
    const stopMoving = line.onMoved(() => {
      if (!coordinates(line)) outbox.fail(forCoordinators());
    });
    outbox.onEnd(() => {
      stopMoving();
      leave();
    });
    await this.#boards?.ready;
    await this.#say({ revision: this.#revision, stale: EVERYTHING }, audience, [outbox]);
  }

  stop(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#boards?.leave();
    this.#boards = undefined;
    clearTimeout(this.#pause);
    clearTimeout(this.#renewal);
    this.#pause = undefined;
    this.#renewal = undefined;
    this.#stale.clear();
  }

  #join(outbox: Outbox, audience: Audience): () => void {
    const { key } = audience;
    const cohort = this.#cohorts.get(key) ?? { audience, outboxes: new Set() };
    this.#cohorts.set(key, cohort);
    cohort.outboxes.add(outbox);
    if (!this.#stopListening) this.#start();
    return () => {
      cohort.outboxes.delete(outbox);
      if (cohort.outboxes.size === 0 && this.#cohorts.get(key) === cohort) this.#cohorts.delete(key);
      if (this.#cohorts.size === 0) this.stop();
    };
  }

  #start(): void {
    this.#boards = this.#bus.followAll();
    this.#stopListening = this.#bus.listen({
      hint: (hint) => this.#mark(staleAfter(hint)),
      lost: () => this.#mark(EVERYTHING),
    });
    this.#renewal = setInterval(() => this.#mark(EVERYTHING), this.#renewMs);
  }

  #mark(sections: readonly DeskSection[]): void {
    if (sections.length === 0) return;
    for (const section of sections) this.#stale.add(section);
    const wait = Math.max(0, this.#saidAt + this.#pauseMs - Date.now());
    this.#pause ??= setTimeout(() => this.#tellAll(), wait);
  }

  #tellAll(): void {
    this.#pause = undefined;
    this.#saidAt = Date.now();
    this.#revision += 1;
    const message = { revision: this.#revision, stale: EVERYTHING.filter((each) => this.#stale.has(each)) };
    this.#stale.clear();
    for (const { audience, outboxes } of this.#cohorts.values()) {
      this.#say(message, audience, outboxes).catch((error: unknown) => {
        this.#log.error({ err: error }, 'a change of the desk could not be told');
      });
    }
  }

  /** One execution for all who ask the same. */
  async #say(message: DeskMessage, audience: Audience, outboxes: Iterable<Outbox>): Promise<void> {
    this.#counts.executions += 1;
    const rendered = await audience.render(message, COORDINATORS);
    for (const outbox of outboxes) outbox.put(rendered);
  }
}

function staleAfter(hint: Hint): readonly DeskSection[] {
  if ('board' in hint) return OF_BOARDS;
  if ('person' in hint) return OF_PEOPLE;
  if ('desk' in hint) return OF_DESK;
  return [];
}

const coordinates = ({ viewer }: Line) => readerOf(viewer).teamOf === 'EVERY';

const forCoordinators = () => notAllowed('COORDINATORS_ONLY', 'The desk is for coordinators.');

declare module '../../core/stream/live.ts' {
  interface Live {
    desk: DeskChanges;
  }
  interface LiveTiming {
    /** The least between two messages of the desk. */
    deskPause: number;
    /** Cards grow quiet by time alone: all lists of the desk are stale after it. */
    deskRenewal: number;
  }
}

declare module '../../platform/live/hints.ts' {
  interface HintKinds {
    /** What the coordinators' desk shows changed, beyond boards and people: asks, plans, invitations, deliveries. */
    desk: { desk: true };
  }
}
