import { CompiledQuery } from 'kysely';
import { inOneTrip, type Results } from './one-trip.ts';
import { type Em, type Kysely, type Orm, outsideTransactions } from './orm.ts';

/** An open transaction. */
export interface Transaction {
  db: Kysely;
  /** A unit of work in it, made when somebody asks for one. */
  readonly em: Em;
  /** Writes what the unit of work has not written yet. */
  flush(): Promise<void>;
}

/**
 * Runs a transaction in as few trips as it can have. The statements in `first` go out with the begin, and what `run`
 * leaves in `last` goes out with the commit. What `run` throws, or the database, rolls everything back.
 */
export async function transact<
  const First extends readonly CompiledQuery[],
  Made extends { last: CompiledQuery[] },
>(
  orm: Orm,
  first: First,
  run: (transaction: Transaction, opened: Results<First>) => Promise<Made>,
): Promise<Omit<Made, 'last'>> {
  return outsideTransactions(orm)
    .connection()
    .execute(async (db) => {
      let em: Em | undefined;
      const transaction: Transaction = {
        db,
        get em() {
          if (!em) {
            em = orm.em.fork();
            em.setTransactionContext(db);
          }
          return em;
        },
        flush: async () => em?.flush(),
      };
      try {
        const [, ...opened] = await inOneTrip(db, [BEGIN, ...first]);
        const { last, ...made } = await run(transaction, opened as Results<First>);
        await inOneTrip(db, [...last, COMMIT]);
        return made;
      } catch (error) {
        await inOneTrip(db, [ROLLBACK]).catch(() => undefined);
        throw error;
      }
    });
}

const BEGIN = CompiledQuery.raw('begin');
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');
