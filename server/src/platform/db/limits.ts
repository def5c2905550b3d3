import type pg from 'pg';

/** How long each kind of waiting for the database may take (ms). Whoever waits longer hears that it gives no answer. */
export interface DatabaseLimits {
  /** Until a new connection stands. */
  connect: number;
  /** For a connection of the pool, while others have them all. */
  turn: number;
  /** One statement, by the database's own clock. */
  statement: number;
  /** For a lock that somebody else holds. */
  lock: number;
  /** In a transaction in which nothing is asked. */
  idle: number;
  /** Until the answer to what was sent is here: later than the database's own end, for a line that fell silent. */
  answer: number;
}

/** What is left for the database's own refusal to arrive before the line counts as dead. */
const ANSWER_MARGIN = 1_000;

/** What settings may choose (ms). */
export type ChosenLimits = Pick<DatabaseLimits, 'connect' | 'statement' | 'lock' | 'idle'>;

/** So that what is under way on a line that fell silent ends within ten seconds, and boards go on. */
export const USUAL_LIMITS: ChosenLimits = { connect: 4_000, statement: 8_000, lock: 4_000, idle: 8_000 };

/** The limits of connections that people wait for. */
export function limitsFrom(chosen: ChosenLimits = USUAL_LIMITS): DatabaseLimits {
  return { ...chosen, turn: chosen.statement, answer: chosen.statement + ANSWER_MARGIN };
}

/**
 * Copying everything of a campaign, or changing tables, takes longer than what somebody waits for on a page. Neither
 * may wait long for a lock, since all who come after it wait behind.
 */
export function limitsForLongWork(chosen: ChosenLimits = USUAL_LIMITS): DatabaseLimits {
  return { ...limitsFrom({ ...chosen, statement: 120_000, idle: 30_000 }), turn: 30_000 };
}

/** The limits as `pg` takes them, for a client and for a pool. */
export function limitSettings(limits: DatabaseLimits) {
  return {
    // The database is told these three, so they also hold where this process hangs.
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idle,
    query_timeout: limits.answer,
    connectionTimeoutMillis: limits.connect,
    // Finds a database that vanished without a word while nobody sent it anything.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  } satisfies pg.ClientConfig;
}
