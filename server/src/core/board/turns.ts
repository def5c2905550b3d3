import { sql } from 'kysely';
import { NoAnswer } from '../../platform/db/no-answer.ts';
import { type Orm, outsideTransactions } from '../../platform/db/orm.ts';

/**
 * Changes of one board that may be under way at once: one that works, and one that waits in the database and goes on
 * the moment the first is committed. More would wait there too, each with a connection that others need.
 */
const AT_ONCE = 2;
/** How long somebody waits for their turn (ms). */
const WAIT_LIMIT_MS = 10_000;
/** Cards whose board is remembered; a card never changes its board. */
const MOST_REMEMBERED = 20_000;
const HEARD_AT_ONCE = 200;

/** Which board: its row id, or a card of it. */
export type WhichBoard = { id: string } | { ofCard: string };

/** Those who change one board. */
interface Line {
  busy: number;
  waiting: (() => void)[];
}

/**
 * Lets those who want to change the same board in one after the other, first come, first served, before they take a
 * connection. A crowd on one board, or a change of it that hangs, keeps nobody from the other boards.
 */
export class Turns {
  readonly #orm: Orm;
  readonly #atOnce: number;
  readonly #limitMs: number;
  readonly #lines = new Map<string, Line>();
  /** Boards by card. */
  readonly #boards = new Map<string, string>();
  #asking: Promise<unknown> | undefined;

  constructor(orm: Orm, { atOnce = AT_ONCE, limitMs = WAIT_LIMIT_MS } = {}) {
    this.#orm = orm;
    this.#atOnce = atOnce;
    this.#limitMs = limitMs;
  }

  /**
   * Runs a change of that board when it is its turn. One of a board that is not there has nobody to wait for. Throws
   * NoAnswer, with nothing done, when the turn does not come: those before it wait for a lock that is not given up.
   */
  async take<T>(which: WhichBoard, change: () => Promise<T>): Promise<T> {
    const boardId = 'id' in which ? which.id : await this.#boardOf(which.ofCard);
    if (boardId === undefined) return change();
    const line = this.#lines.get(boardId) ?? { busy: 0, waiting: [] };
    this.#lines.set(boardId, line);
    if (line.busy < this.#atOnce) line.busy += 1;
    else await this.#wait(line);
    try {
      return await change();
    } finally {
      const next = line.waiting.shift();
      // Whoever is next takes the place over: it is not free in between.
      if (next) next();
      else if (--line.busy === 0) this.#lines.delete(boardId);
    }
  }

  async #wait({ waiting }: Line): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(impatience);
        resolve();
      };
      const impatience = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(new NoAnswer('This board is busy for too long.'));
      }, this.#limitMs);
      waiting.push(begin);
    });
  }

  async #boardOf(cardId: string): Promise<string | undefined> {
    // Those who come together ask one after the other: what the first heard mostly answers the rest.
    while (this.#asking && !this.#boards.has(cardId)) await this.#asking;
    if (!this.#boards.has(cardId)) {
      const asked = this.#ask(cardId);
      this.#asking = asked.catch(() => undefined).finally(() => (this.#asking = undefined));
      await asked;
    }
    return this.#boards.get(cardId);
  }

  /** Asks for the board of a card, and for others that are open there: whoever wants one is not alone. */
  async #ask(cardId: string): Promise<void> {
    const { rows } = await sql<{ id: string; boardId: string }>`
      with asked as (select id, board_id as "boardId" from card where id = ${cardId})
      select * from asked union all (
        select id, board_id from card where board_id = (select "boardId" from asked) and status = 'OPEN'
        limit ${HEARD_AT_ONCE})`.execute(outsideTransactions(this.#orm));
    for (const { id, boardId } of rows) this.#boards.set(id, boardId);
    for (const id of this.#boards.keys()) {
      if (this.#boards.size <= MOST_REMEMBERED) break;
      this.#boards.delete(id);
    }
  }
}

declare module '../../platform/services.ts' {
  interface Services {
    /** Who may change a board, one after the other. */
    turns: Turns;
  }
}
