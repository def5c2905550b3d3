import { sql } from 'kysely';
import { answerWithin } from '../db/give-up-after.ts';
import type { Orm } from '../db/orm.ts';
import type { Log } from '../log/log.ts';

/** How many entries may come at once, and in how long they are all there again. */
export interface EntryPace {
  entries: number;
  windowMs: number;
}

/**
 * Keeps count of entries. Of each key it keeps one moment, the one when all entries are there again: an entry moves
 * it on by `windowMs / entries`, and none is left while it is `windowMs` ahead. When it has passed, the key can go.
 */
export interface EntryLedger {
  /** Takes an entry of `key` where one is left, and says whether there was. */
  take(key: string, pace: EntryPace): Promise<boolean>;
}

/** Keys remembered at most in memory, about 1 MB; past it, those that were quiet longest are forgotten. */
const MAX_KEYS = 10_000;

/** Counts in this process alone. `now` gives milliseconds that never go back. */
export function localLedger(now: () => number = () => performance.now()): EntryLedger {
  const fullAt = new Map<string, number>();
  return {
    take: async (key, { entries, windowMs }) => {
      const next = Math.max(fullAt.get(key) ?? -Infinity, now()) + windowMs / entries;
      if (next > now() + windowMs) return false;
      fullAt.delete(key);
      fullAt.set(key, next);
      // A map keeps the order of insertion: the first is the one that has been quiet longest.
      if (fullAt.size > MAX_KEYS) fullAt.delete(fullAt.keys().next().value!);
      return true;
    },
  };
}

/** Counts for all servers on one database: one statement an entry, which also takes away some keys whose time is over. */
export function postgresLedger(orm: Orm): EntryLedger {
  return {
    take: async (key, { entries, windowMs }) => {
      const step = sql`${windowMs / entries} * interval '1 millisecond'`;
      const window = sql`${windowMs} * interval '1 millisecond'`;
      const { rows } = await sql`
        with over as (
          select key from entry_count where full_at < clock_timestamp() and key <> ${key}
          limit 20 for update skip locked),
        gone as (delete from entry_count using over where entry_count.key = over.key)
        insert into entry_count as known (key, full_at) values (${key}, clock_timestamp() + ${step})
        on conflict (key) do update set full_at = greatest(known.full_at, clock_timestamp()) + ${step}
          where greatest(known.full_at, clock_timestamp()) + ${step} <= clock_timestamp() + ${window}
        returning true`.execute(orm.em.fork().getKysely());
      return rows.length > 0;
    },
  };
}

/** A count that does not answer soon is no reason to keep people out (ms). */
const SHARED_LIMIT = 1_000;
const COMPLAIN_EVERY = 60_000;

function noAnswer(): never {
  throw new Error('the shared count does not answer');
}

/** Counts with the others, and alone while that does not work. */
export function withFallback(shared: EntryLedger, alone: EntryLedger, log: Log): EntryLedger {
  let complainedAt = -Infinity;
  return {
    take: async (key, pace) => {
      try {
        return await answerWithin(SHARED_LIMIT, shared.take(key, pace), noAnswer);
      } catch (error) {
        if (performance.now() - complainedAt > COMPLAIN_EVERY) {
          complainedAt = performance.now();
          log.warn({ err: error }, 'entries are counted by this server alone');
        }
        return await alone.take(key, pace);
      }
    },
  };
}
