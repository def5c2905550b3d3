import type { Em } from '../../platform/db/orm.ts';
import type { Log } from '../../platform/log/log.ts';
import { type NotificationRow, readNews } from './read-notifications.ts';
import { readerOf } from '../../core/access/viewer.ts';
import { notSignedIn } from '../../platform/refusal/refusal.ts';
import type { HintBus } from '../../platform/live/hints.ts';
import type { Subscriber } from '../../core/stream/subscriber.ts';

/** A message of `notificationsChanged` before it is rendered. */
export interface NoticesMessage {
  unread: number;
  latest: NotificationRow | null;
}

interface Watcher extends Subscriber {
  /** What it was last told, so that nothing is told twice. */
  told: string;
}

const NOTHING: NoticesMessage = { unread: 0, latest: null };

/**
 * What people have to be told, on their open pages. A hint names a person; all who were named in one moment are
 * read by one query, however many pages each has open, and a slow look covers hints that were lost.
 */
export class Notices {
  readonly #em: Em;
  readonly #log: Log;
  readonly #lookMs: number;
  readonly #stopListening: () => void;
  readonly #people = new Map<string, Set<Watcher>>();
  readonly #hinted = new Set<string>();
  #reading = false;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: { em: Em; bus: HintBus; log: Log; lookMs: number }) {
    this.#em = options.em;
    this.#log = options.log;
    this.#lookMs = options.lookMs;
    this.#stopListening = options.bus.listen({
      hint: (hint) => {
        if ('notify' in hint && this.#people.has(hint.notify)) this.#read([hint.notify]);
      },
      lost: () => this.#read(this.#people.keys()),
    });
  }

  /** Where the person on the line stands, now and after each change. Ends with their session. */
  follow(subscriber: Subscriber): void {
    const { line, outbox } = subscriber;
    if (!line.viewer) throw notSignedIn();
    const { personId } = line.viewer;
    const watcher: Watcher = { ...subscriber, told: '' };
    const watchers = this.#people.get(personId) ?? new Set();
    this.#people.set(personId, watchers.add(watcher));
    // What they may read of it may be another now.
    const stopMoving = line.onMoved(() => {
      watcher.told = '';
      this.#read([personId]);
    });
    outbox.onEnd(() => {
      stopMoving();
      watchers.delete(watcher);
      if (watchers.size === 0 && this.#people.get(personId) === watchers) this.#people.delete(personId);
    });
    this.#read([personId]);
    this.#timer ??= setTimeout(() => this.#look(), this.#lookMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  #look(): void {
    this.#timer = undefined;
    if (this.#stopped || this.#people.size === 0) return;
    this.#read(this.#people.keys());
    this.#timer = setTimeout(() => this.#look(), this.#lookMs);
  }

  /** Whoever is named during a read is read after it, together with all others. */
  #read(personIds: Iterable<string>): void {
    for (const personId of personIds) this.#hinted.add(personId);
    if (!this.#reading && this.#hinted.size > 0) void this.#readAll();
  }

  async #readAll(): Promise<void> {
    this.#reading = true;
    // Hints of one moment go together.
    await Promise.resolve();
    try {
      while (this.#hinted.size > 0 && !this.#stopped) {
        const people = [...this.#hinted];
        this.#hinted.clear();
        const news = await readNews(this.#em.fork(), people);
        for (const personId of people) await this.#tell(personId, news.get(personId) ?? NOTHING);
      }
    } catch (error) {
      if (!this.#stopped) this.#log.warn({ err: error }, 'notices could not be told');
    } finally {
      this.#reading = false;
    }
  }

  /** One execution for all pages of a person that ask the same. */
  async #tell(personId: string, message: NoticesMessage): Promise<void> {
    const text = JSON.stringify(message);
    const due = [...(this.#people.get(personId) ?? [])].filter(({ told }) => told !== text);
    for (const alike of Map.groupBy(due, ({ audience }) => audience.key).values()) {
      const [{ audience, line }] = alike as [Watcher];
      const rendered = await audience.render(message, readerOf(line.viewer));
      for (const watcher of alike) {
        watcher.told = text;
        watcher.outbox.put(rendered);
      }
    }
  }
}

declare module '../../core/stream/live.ts' {
  interface Live {
    notices: Notices;
  }
  interface LiveTiming {
    /** Notices are told by a hint; this finds those whose hint was lost. */
    lookForNotices: number;
  }
}

declare module '../../platform/live/hints.ts' {
  interface HintKinds {
    /** There is something new for this person to be told. */
    notify: { notify: string };
  }
}
