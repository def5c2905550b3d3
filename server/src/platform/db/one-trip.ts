import type { CompiledQuery, QueryResult } from 'kysely';
import type { Kysely } from './orm.ts';

export type Results<Statements> = {
  [Index in keyof Statements]: Statements[Index] extends CompiledQuery<infer Row> ? QueryResult<Row> : never;
};

/**
 * Sends statements together, in their order, and returns what each returned: one way there and back instead of one
 * each. Each sees all that was committed before it began, as if it had been sent by itself. Of several that fail,
 * the first is thrown; in a transaction, those after it fail with it.
 */
export async function inOneTrip<const Statements extends readonly CompiledQuery[]>(
  db: Kysely,
  statements: Statements,
): Promise<Results<Statements>> {
  const settled = await db
    .getExecutor()
    .provideConnection((connection) =>
      Promise.allSettled(statements.map((statement) => connection.executeQuery(statement))),
    );
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  }) as Results<Statements>;
}
