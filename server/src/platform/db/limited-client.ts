import pg from 'pg';
import { giveUpAfter } from './give-up-after.ts';

/** How long a connection may take to say goodbye (ms). On a line that fell silent it never would. */
const END_LIMIT = 1_000;

export interface LimitedClientConfig extends pg.ClientConfig {
  /** Pools have one limit for both kinds of waiting; this is that of the connection alone (ms). */
  connectLimitMs?: number;
  /** Told when the database does not let us in, as where our role was given another password. */
  onRefused?(): void;
}

/** How PostgreSQL says that it does not let somebody in (manual, appendix A). */
const REFUSED = /^28/;

/**
 * A connection that gives up where the other side says nothing for too long, which is measured here and not by `pg`: its
 * timers go off, too, where only this process did not listen. It is gone a moment after it was told to end, whatever
 * the other side does.
 */
export class LimitedClient extends pg.Client {
  readonly #connectMs: number;
  readonly #answerMs: number;

  constructor(config?: string | LimitedClientConfig) {
    const given: LimitedClientConfig = typeof config === 'object' ? config : {};
    const { connectLimitMs, connectionTimeoutMillis = 0, query_timeout: answerMs = 0, onRefused } = given;
    // A pool hides its password from whoever lists its settings, so a copy takes it along by name.
    super(
      typeof config !== 'object'
        ? config
        : { ...config, password: config.password, connectionTimeoutMillis: 0, query_timeout: 0 },
    );
    this.#connectMs = connectLimitMs ?? connectionTimeoutMillis;
    this.#answerMs = answerMs;
    if (onRefused)
      this.connection.on('errorMessage', ({ code }: { code?: string }) => {
        if (code !== undefined && REFUSED.test(code)) onRefused();
      });
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error) => void): void;
  override connect(...given: unknown[]): unknown {
    const { connection } = this;
    if (this.#connectMs > 0) {
      const giveUp = () => connection.stream.destroy(new Error('timeout expired'));
      const stop = giveUpAfter(this.#connectMs, giveUp);
      for (const event of ['readyForQuery', 'end']) connection.once(event, stop);
    }
    return Reflect.apply(super.connect, this, given);
  }

  /** Without an answer in time the line counts as dead, and whatever waits on it. */
  override query<Row extends pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
  override query(...given: unknown[]): never;
  override query(...given: unknown[]): unknown {
    const ask = () => Reflect.apply(super.query, this, given) as unknown;
    if (this.#answerMs === 0) return ask();
    const stop = giveUpAfter(this.#answerMs, () => this.connection.stream.destroy());
    const callback = given.at(-1);
    const hasCallback = typeof callback === 'function';
    if (hasCallback)
      given[given.length - 1] = (...told: unknown[]) => {
        stop();
        return Reflect.apply(callback, undefined, told) as unknown;
      };
    try {
      const answer = ask();
      if (answer instanceof Promise) return answer.finally(stop);
      // What is read bit by bit takes as long as its reader.
      if (!hasCallback) stop();
      return answer;
    } catch (error) {
      stop();
      throw error;
    }
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(...given: unknown[]): unknown {
    const { connection } = this;
    const impatience = setTimeout(() => connection.stream.destroy(), END_LIMIT);
    connection.once('end', () => clearTimeout(impatience));
    // One that never stood has nothing to end, and says so at once.
    const ended: unknown = Reflect.apply(super.end, this, given);
    if (connection.stream.destroyed) clearTimeout(impatience);
    return ended;
  }
}

/**
 * Lets the idle connections of a pool go when one of its connections broke: what took it (a machine that vanished, say)
 * has mostly taken them too, and each would cost somebody the whole wait for an answer. Returns what to call when a new
 * connection is refused: the pool then lets go what it has, as it comes back, until one stands again.
 */
export function dropIdleWithBroken(pool: pg.Pool): () => void {
  let isDropping = false;
  let isRefused = false;
  const drop = async () => {
    if (isDropping) return;
    isDropping = true;
    const idle = Array.from({ length: pool.idleCount }, () =>
      pool.connect().then((one) => one.release(true)),
    );
    await Promise.allSettled(idle);
    isDropping = false;
  };
  pool.on('connect', (client) => {
    isRefused = false;
    client.once('error', () => void drop());
  });
  pool.on('release', () => {
    if (isRefused) setImmediate(() => void drop());
  });
  return () => {
    isRefused = true;
    void drop();
  };
}
