import { createHash } from 'node:crypto';
import type pg from 'pg';
import { LimitedClient } from './limited-client.ts';

/**
 * Statements kept ready on one connection. The hot ones are few; beyond the limit (lists of many lengths, say)
 * a statement is planned each time, as without this.
 */
const MOST_STATEMENTS = 200;

type GiveBack = (broken?: Error | boolean) => void;

/**
 * A connection on which PostgreSQL parses and plans each parameterised statement once, and not each time: for
 * the statements of a claim that is most of their cost.
 */
export class PreparingClient extends LimitedClient {
  readonly #names = new Map<string, string>();
  #giveBack: GiveBack | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // A transaction whose begin or rollback met a broken connection is not given back by who holds it (kysely's
    // controlled transactions wait for the rollback first), and the pool would be one smaller for ever.
    this.once('end', () => this.#giveBack?.(true));
  }

  /** How a holder gives it back to the pool, which sets this each time it gives it out. Later calls do nothing. */
  get release(): GiveBack | undefined {
    return this.#giveBack;
  }

  set release(giveBack: GiveBack) {
    let isHeld = true;
    this.#giveBack = (broken) => {
      if (!isHeld) return;
      isHeld = false;
      giveBack(broken);
    };
  }

  // The driver below us calls with text and values; every other shape goes through as it is.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#nameOf(text) : null;
    const query = name === null ? given : [{ name, text, values }, ...rest];
    this.#gatherWrites();
    return Reflect.apply(super.query, this, query) as never;
  }

  /** What is sent within one turn of the event loop goes to the operating system at once: a write costs more than a query. */
  #gatherWrites(): void {
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  #nameOf(text: string): string | null {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_STATEMENTS) return known ?? null;
    const name = createHash('sha1').update(text).digest('base64url');
    this.#names.set(text, name);
    return name;
  }
}
