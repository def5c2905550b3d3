import { sql } from 'kysely';
import { readerOf } from '../../core/access/viewer.ts';
import type { Audience } from '../../core/stream/audience.ts';
import type { Line } from '../../core/stream/lines.ts';
import type { LiveCounts } from '../../core/stream/log-channel.ts';
import type { Subscriber } from '../../core/stream/subscriber.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { Outbox } from '../../platform/live/outbox.ts';
import type { Log } from '../../platform/log/log.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { hires, notHiring } from './hiring.ts';
import { type OpeningRow, readOpenings } from './read-openings.ts';

/** A message of `applicationsChanged` before it is rendered. */
export interface ApplicationsMessage {
  /** Grows by one with each message of this replica. */
  revision: number;
}

interface Watcher {
  audience: Audience;
  outbox: Outbox;
}

/**
 * Tells those who hire that what was sent to an opening changed: nothing of what, which they ask for themselves, with
 * the rights they have then. It looks at hints alone, reads nothing for them, and says at most one thing in `pauseMs`.
 * Hints may be lost: every `renewMs` all lists are stale.
 */
export class HiringChanges {
  readonly #em: Em;
  readonly #bus: HintBus;
  readonly #log: Log;
  readonly #counts: LiveCounts;
  readonly #pauseMs: number;
  readonly #renewMs: number;
  /** Who follows, by the row id of the opening. */
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #stale = new Set<string>();
  #revision = 0;
  #saidAt = -Infinity;
  #stopListening: (() => void) | undefined;
  #pause: NodeJS.Timeout | undefined;
  #renewal: NodeJS.Timeout | undefined;

  constructor(options: {
    em: Em;
    bus: HintBus;
    log: Log;
    counts: LiveCounts;
    pauseMs: number;
    renewMs: number;
  }) {
    this.#em = options.em;
    this.#bus = options.bus;
    this.#log = options.log;
    this.#counts = options.counts;
    this.#pauseMs = options.pauseMs;
    this.#renewMs = options.renewMs;
  }

  /**
   * Follows what is sent to an opening for as long as the viewer hires for it. The first message comes at once: what
   * changed between the page and the stream is in nobody's list. Refuses everybody else, and an opening that is not there.
   */
  async follow({ line, audience, outbox }: Subscriber, openingId: string): Promise<void> {
    const [opening] = await readOpenings(this.#em.fork(), sql`opening.id = ${openingId}`);
    if (!opening) throw notFound('opening');
    if (!hiresStill(line, opening)) throw notHiring();
    const leave = this.#join(openingId, { audience, outbox });
    const stopMoving = line.onMoved(() => {
      if (!hiresStill(line, opening)) outbox.fail(notHiring());
    });
    outbox.onEnd(() => {
      stopMoving();
      leave();
    });
    await this.#say({ revision: this.#revision }, [{ audience, outbox }]);
  }

  stop(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    clearTimeout(this.#pause);
    clearInterval(this.#renewal);
    this.#pause = undefined;
    this.#renewal = undefined;
    this.#stale.clear();
  }

  #join(openingId: string, watcher: Watcher): () => void {
    const watchers = this.#watchers.get(openingId) ?? new Set();
    this.#watchers.set(openingId, watchers.add(watcher));
    if (!this.#stopListening) this.#start();
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.#watchers.get(openingId) === watchers) this.#watchers.delete(openingId);
      if (this.#watchers.size === 0) this.stop();
    };
  }

  #start(): void {
    this.#stopListening = this.#bus.listen({
      hint: (hint) => {
        if ('applications' in hint && this.#watchers.has(hint.applications)) this.#mark([hint.applications]);
      },
      lost: () => this.#mark(this.#watchers.keys()),
    });
    this.#renewal = setInterval(() => this.#mark(this.#watchers.keys()), this.#renewMs);
  }

  #mark(openingIds: Iterable<string>): void {
    for (const id of openingIds) this.#stale.add(id);
    const wait = Math.max(0, this.#saidAt + this.#pauseMs - Date.now());
    this.#pause ??= setTimeout(() => this.#tellAll(), wait);
  }

  #tellAll(): void {
    this.#pause = undefined;
    this.#saidAt = Date.now();
    this.#revision += 1;
    const told = [...this.#stale].flatMap((id) => [...(this.#watchers.get(id) ?? [])]);
    this.#stale.clear();
    this.#say({ revision: this.#revision }, told).catch((error: unknown) => {
      this.#log.error({ err: error }, 'a change of applications could not be told');
    });
  }

  /** One execution for all who ask the same. */
  async #say(message: ApplicationsMessage, watchers: readonly Watcher[]): Promise<void> {
    for (const alike of Map.groupBy(watchers, ({ audience }) => audience.key).values()) {
      this.#counts.executions += 1;
      const rendered = await alike[0]!.audience.render(message, readerOf(null));
      for (const { outbox } of alike) outbox.put(rendered);
    }
  }
}

const hiresStill = ({ viewer }: Line, opening: OpeningRow) => hires(viewer, opening);

declare module '../../core/stream/live.ts' {
  interface Live {
    hiring: HiringChanges;
  }
  interface LiveTiming {
    /** The least between two messages of what was sent to openings. */
    hiringPause: number;
    /** Hints may be lost: all lists of what was sent to openings are stale after it. */
    hiringRenewal: number;
  }
}

declare module '../../platform/live/hints.ts' {
  interface HintKinds {
    /** What was sent to an opening changed: sent, taken back, answered. By its row id. */
    applications: { applications: string };
  }
}
