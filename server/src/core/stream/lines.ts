import type { Em } from '../../platform/db/orm.ts';
import type { Log } from '../../platform/log/log.ts';
import { loadTokenViewers, loadViewers, type Viewer } from '../access/viewer.ts';
import type { HintBus } from '../../platform/live/hints.ts';

/** One connection of somebody, with the rights they have now. */
export interface Line {
  /** Null for nobody. Renewed when the person changes; see `onMoved`. */
  readonly viewer: Viewer | null;
  /** How many it stands for, where it is not one. */
  readonly heads?: number;
  /** Calls back after rights may have changed. Returns what ends it. */
  onMoved(listener: () => void): () => void;
  /** The same after `heads` changed. */
  onCounted?(listener: () => void): () => void;
  close(): void;
}

/** What happens to a connection from our side. */
export interface LineEnds {
  /** The session or the token ended: nobody is behind the connection any more. */
  sessionEnded(): void;
}

class OpenLine implements Line {
  viewer: Viewer;
  readonly ends: LineEnds;
  /** The check whose answer it has: an older one that answers late is left aside. */
  check = 0;
  readonly #listeners = new Set<() => void>();
  readonly #closed: () => void;

  constructor(viewer: Viewer, ends: LineEnds, closed: () => void) {
    this.viewer = viewer;
    this.ends = ends;
    this.#closed = closed;
  }

  onMoved(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  moveTo(viewer: Viewer): void {
    this.viewer = viewer;
    for (const listener of [...this.#listeners]) listener();
  }

  close(): void {
    this.#closed();
    this.#listeners.clear();
  }
}

/** The rights of nobody never move. */
const stays = () => undefined;
class NobodysLine implements Line {
  readonly viewer = null;

  onMoved(): () => void {
    return stays;
  }

  close(): void {}
}

/** One connection behind which many stand who are nobody: those at an edge. */
export class CrowdsLine implements Line {
  readonly viewer = null;
  #heads = 0;
  readonly #listeners = new Set<() => void>();

  get heads(): number {
    return this.#heads;
  }

  set heads(heads: number) {
    if (heads === this.#heads) return;
    this.#heads = heads;
    for (const listener of [...this.#listeners]) listener();
  }

  onMoved(): () => void {
    return stays;
  }

  onCounted(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
  }
}

/**
 * All connections of this replica, and the watch over their rights: at once when a hint names a person, and
 * once per `checkMs` for all together, because hints may be lost.
 */
export class Lines {
  readonly #lines = new Map<string, Set<OpenLine>>();
  readonly #em: Em;
  readonly #log: Log;
  readonly #checkMs: number;
  readonly #stopListening: () => void;
  readonly #hinted = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #checks = 0;
  #stopped = false;

  constructor(options: { em: Em; bus: HintBus; log: Log; checkMs: number }) {
    this.#em = options.em;
    this.#log = options.log;
    this.#checkMs = options.checkMs;
    this.#stopListening = options.bus.listen({
      hint: (hint) => {
        if ('person' in hint) this.#hear(hint.person);
      },
      lost: () => void this.#checkAll(),
    });
  }

  /** A new connection of `viewer`. Close it when it has ended. */
  open(viewer: Viewer | null, ends: LineEnds): Line {
    if (!viewer) return new NobodysLine();
    const line = new OpenLine(viewer, ends, () => this.#remove(viewer.sessionId, line));
    const lines = this.#lines.get(viewer.sessionId);
    if (lines) lines.add(line);
    else this.#lines.set(viewer.sessionId, new Set([line]));
    this.#timer ??= setTimeout(() => void this.#tick(), this.#checkMs);
    return line;
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  #remove(sessionId: string, line: OpenLine): void {
    const lines = this.#lines.get(sessionId);
    lines?.delete(line);
    if (lines?.size === 0) this.#lines.delete(sessionId);
  }

  /** Hints of one moment are checked by one query. */
  #hear(personId: string): void {
    this.#hinted.add(personId);
    if (this.#hinted.size > 1) return;
    queueMicrotask(() => {
      const people = new Set(this.#hinted);
      this.#hinted.clear();
      const sessionIds = [...this.#lines].flatMap(([sessionId, lines]) => {
        const [line] = lines;
        return line && people.has(line.viewer.personId) ? [sessionId] : [];
      });
      void this.#checkSessions(sessionIds);
    });
  }

  async #tick(): Promise<void> {
    await this.#checkAll();
    this.#timer = undefined;
    // With nobody signed in there is nothing to ask; the next one who comes starts the clock again.
    if (!this.#stopped && this.#lines.size > 0)
      this.#timer = setTimeout(() => void this.#tick(), this.#checkMs);
  }

  #checkAll(): Promise<void> {
    return this.#checkSessions([...this.#lines.keys()]);
  }

  async #load(lines: readonly OpenLine[]): Promise<Viewer[]> {
    const em = this.#em.fork();
    const idsOf = (shown: 'session' | 'token') => [
      ...new Set(
        lines.flatMap(({ viewer }) =>
          (viewer.token ? 'token' : 'session') === shown ? [viewer.sessionId] : [],
        ),
      ),
    ];
    const [sessionIds, tokenIds] = [idsOf('session'), idsOf('token')];
    const found = sessionIds.length > 0 ? await loadViewers(em, { sessionIds }) : [];
    return tokenIds.length > 0 ? [...found, ...(await loadTokenViewers(em, tokenIds))] : found;
  }

  async #checkSessions(sessionIds: string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    const check = ++this.#checks;
    try {
      const asked = sessionIds.flatMap((id) => [...(this.#lines.get(id) ?? [])]);
      const found = await this.#load(asked);
      const viewers = new Map(found.map((viewer) => [viewer.sessionId, viewer]));
      for (const line of asked) {
        if (line.check > check) continue;
        line.check = check;
        const viewer = viewers.get(line.viewer.sessionId);
        if (!viewer) line.ends.sessionEnded();
        else if (rightsOf(viewer) !== rightsOf(line.viewer)) line.moveTo(viewer);
      }
    } catch (error) {
      // Asked again within a second; until then everybody keeps the rights they had.
      if (!this.#stopped) this.#log.warn({ err: error }, 'rights could not be checked');
    }
  }
}

function rightsOf({ standing, coordinator, roles, vouches, blocks, readsOf }: Viewer): string {
  const sets = [roles, vouches, blocks, readsOf ?? []].map((each) => [...each].sort());
  return JSON.stringify([standing, coordinator, ...sets]);
}
