import pg from 'pg';

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

/** A connection that is gone a moment after it was told to end, whatever the other side does. */
export class LimitedClient extends pg.Client {
  constructor(config?: string | LimitedClientConfig) {
    const { connectLimitMs: limit, onRefused } = typeof config === 'object' ? config : {};
    // A pool hides its password from whoever lists its settings, so a copy takes it along by name.
    super(
      typeof config !== 'object' || limit === undefined
        ? config
        : { ...config, password: config.password, connectionTimeoutMillis: limit },
    );
    if (onRefused)
      this.connection.on('errorMessage', ({ code }: { code?: string }) => {
        if (code !== undefined && REFUSED.test(code)) onRefused();
      });
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
