import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * Statements kept ready on one connection. The hot ones are few; beyond the limit (lists of many lengths, say)
 * a statement is planned each time, as without this.
 */
const MOST_STATEMENTS = 200;

/**
 * A connection on which PostgreSQL parses and plans each parameterised statement once, and not each time: for
 * the statements of a claim that is most of their cost.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

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
