import type { LineEvents, LiveSocket } from '#web/live/live-socket.ts';
import { WallChangesDocument, type WallChangesSubscription } from '#web/gql/graphql.ts';

type Message = WallChangesSubscription['wallChanges'];

export interface WallLineOptions {
  open(on: LineEvents): LiveSocket;
  slug: string;
  /** What stood behind the # of the address. */
  token: string | null;
  onMessage(message: Message): void;
  /** It is not known any more whether what is shown is so. */
  onUnsure(): void;
  /** The link, or the visitor, opens nothing (any more). */
  onClosed(): void;
  /** Milliseconds of the device, which may jump: it sleeps, and its clock is set. */
  now?: () => number;
}

/** Milliseconds. The server gives a sign of life every ten seconds. */
const LOOK_EVERY = 5_000;
const UNSURE_AFTER = 25_000;
/** A line that is known to be cut is no reason to wait for the silence. */
const UNSURE_AFTER_LOSS = 4_000;
/** A line that stands and says nothing is given up. */
const GIVEN_UP_AFTER = 60_000;
/** A line that is being mended is let alone for so long. */
const MENDING = 5 * 60_000;
/** Before a stream that ended is begun again, and as much again by chance. */
const BEGIN_AGAIN_AFTER = 10_000;
/** What is closed may be opened again: by an organizer who gets the role back, or a new sign-in. */
const KNOCK_EVERY = 10 * 60_000;

const CLOSED: ReadonlySet<string | undefined> = new Set(['LINK_INVALID', 'NOT_FOUND']);

/**
 * Keeps one screen at its wall for as long as it hangs: through restarts, cuts, sleep and a clock that is set. At most
 * one socket, one watch and one pause exist at a time. Every message is the whole wall, so there is nothing to mend.
 */
export class WallLine {
  readonly #options: WallLineOptions;
  readonly #now: () => number;
  #socket: LiveSocket | undefined;
  #stop: (() => void) | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #heardAt = 0;
  #openedAt = 0;
  #lostAt: number | undefined;
  #closedAt: number | undefined;
  /** Raised by each socket, so that the last words of one before are left aside. */
  #turn = 0;

  constructor(options: WallLineOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  start(): void {
    this.#open();
    this.#watch = setInterval(() => this.#look(), LOOK_EVERY);
  }

  /** After sleep, `online`, or a return to the page: never trust the silence. */
  check(): void {
    this.#look();
    this.#socket?.check();
  }

  stop(): void {
    clearInterval(this.#watch);
    this.#leave();
  }

  #leave(): void {
    this.#turn += 1;
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#stop?.();
    this.#stop = undefined;
    this.#socket?.close();
    this.#socket = undefined;
  }

  #open(): void {
    this.#leave();
    const turn = this.#turn;
    this.#heardAt = this.#openedAt = this.#now();
    this.#lostAt = this.#closedAt = undefined;
    this.#socket = this.#options.open({
      connected: () => {
        if (turn === this.#turn) this.#lostAt = undefined;
      },
      lost: () => {
        if (turn === this.#turn) this.#lostAt ??= this.#now();
      },
      // A session that ended takes nothing from a link; without one, the next answer says so.
      signedOut: () => {
        if (turn === this.#turn) this.#beginAgain(() => this.#open());
      },
    });
    this.#subscribe();
  }

  #subscribe(): void {
    const turn = this.#turn;
    const { slug, token } = this.#options;
    this.#stop?.();
    this.#stop = this.#socket?.subscribe<WallChangesSubscription>(
      { query: WallChangesDocument.toString(), operationName: 'WallChanges', variables: { slug, token } },
      {
        next: ({ wallChanges }) => {
          if (turn !== this.#turn) return;
          this.#heardAt = this.#now();
          this.#options.onMessage(wallChanges);
        },
        ended: (refused, code) => {
          if (turn !== this.#turn) return;
          this.#stop = undefined;
          if (refused && CLOSED.has(code)) this.#close();
          else this.#beginAgain(() => this.#subscribe());
        },
      },
    );
  }

  #close(): void {
    this.#leave();
    this.#closedAt = this.#now();
    this.#options.onClosed();
  }

  #beginAgain(begin: () => void): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(begin, BEGIN_AGAIN_AFTER * (1 + Math.random()));
  }

  #look(): void {
    if (this.#closedAt !== undefined) {
      if (this.#passed(this.#closedAt, KNOCK_EVERY)) this.#open();
      return;
    }
    const silent = this.#passed(this.#heardAt, UNSURE_AFTER);
    const lost = this.#lostAt !== undefined && this.#passed(this.#lostAt, UNSURE_AFTER_LOSS);
    if (!silent && !lost) return;
    this.#options.onUnsure();
    const mended = this.#lostAt !== undefined && !this.#passed(this.#lostAt, MENDING);
    if (
      !mended &&
      this.#passed(this.#heardAt, GIVEN_UP_AFTER) &&
      this.#passed(this.#openedAt, GIVEN_UP_AFTER)
    )
      this.#open();
    else if (this.#lostAt === undefined) this.#socket?.check();
  }

  /** A clock that was set back has not told how much time passed: better to look once too often. */
  #passed(since: number, ms: number): boolean {
    return Math.abs(this.#now() - since) > ms;
  }
}
