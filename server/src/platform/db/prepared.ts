import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Kysely } from './orm.ts';

/** Stands in a statement for a value that is known when it is sent. */
class Blank {
  constructor(readonly name: string) {}
}

/** Where the values of a statement go, by name. */
export type Blanks<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>;

type Compilable<Row> = { compile(db: Kysely): CompiledQuery<Row> };

/**
 * A statement that is written once, with blanks, and filled in each time. For what is sent under the lock of a board
 * and for wide rows: building such a statement and turning it into text costs more than sending it.
 */
export function prepared<Values extends object, Row>(
  write: (db: Kysely, blank: Blanks<Values>) => Compilable<Row>,
): (db: Kysely, values: Values) => CompiledQuery<Row> {
  let written: CompiledQuery<Row> | undefined;
  return (db, values) => {
    written ??= write(db, (name) => sql`${new Blank(name)}`).compile(db);
    const parameters = written.parameters.map((each) =>
      each instanceof Blank ? values[each.name as keyof Values] : each,
    );
    return CompiledQuery.raw(written.sql, parameters) as CompiledQuery<Row>;
  };
}
