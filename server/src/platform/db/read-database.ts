import type { Log } from '../log/log.ts';
import { answerWithin } from './give-up-after.ts';
import { limitsFrom } from './limits.ts';
import type { Em, Orm, OrmOptions } from './orm.ts';

/**
 * A copy of the database that may be behind, or away. Whoever reads there says in `read` whether what was found is
 * new enough, and asks the database itself where it was not.
 */
export interface ReadDatabase {
  /** What `read` finds in the copy; null when the copy is behind (`read` says so by null) or gives no answer. */
  ask<T>(read: (em: Em) => Promise<T | null>): Promise<T | null>;
  /** How often it had the answer, was behind, and was away. */
  readonly counts: Readonly<{ answered: number; behind: number; away: number }>;
  close(): Promise<void>;
}

/** Somebody waits, and the database itself would answer (ms). */
const ANSWER_LIMIT = 2_000;
/** How long a copy that gave no answer is left alone (ms). */
const PAUSE = 5_000;

/** The copy at `databaseUrl`. Makes no connection until it is first asked. */
export function createReadDatabase(options: {
  databaseUrl: string;
  open: (databaseUrl: string, options: OrmOptions) => Orm;
  log: Log;
  answerLimitMs?: number;
  pauseMs?: number;
}): ReadDatabase {
  const { databaseUrl, open, log, answerLimitMs = ANSWER_LIMIT, pauseMs = PAUSE } = options;
  const orm = open(databaseUrl, { limits: limitsOfCopy(answerLimitMs) });
  const counts = { answered: 0, behind: 0, away: 0 };
  let askAgainAt = -Infinity;
  return {
    counts,
    ask: async (read) => {
      if (performance.now() < askAgainAt) return null;
      try {
        const found = await answerWithin(answerLimitMs, read(orm.em.fork()), noAnswer);
        counts[found === null ? 'behind' : 'answered'] += 1;
        return found;
      } catch (error) {
        counts.away += 1;
        // Those who asked in the same moment have said it already.
        if (performance.now() >= askAgainAt) log.warn({ err: error }, 'the read database gave no answer');
        askAgainAt = performance.now() + pauseMs * (0.5 + Math.random() / 2);
        return null;
      }
    },
    close: () => orm.close(),
  };
}

/** A statement on a line that fell silent is not waited for any more; its connection ends a moment later. */
function limitsOfCopy(limit: number) {
  return limitsFrom({ connect: limit, statement: limit, lock: limit, idle: limit });
}

function noAnswer(): never {
  throw new Error('the read database does not answer');
}
