import { sql } from 'kysely';
import type { Services } from '../../src/platform/services.ts';

/**
 * Every column of every table, of the job queue too, that holds one of these strings: as text, inside JSON or a list,
 * or as bytes. Named `table.column`, in order.
 */
export async function findInDatabase(services: Services, needles: readonly string[]): Promise<string[]> {
  const db = services.orm.em.fork().getKysely();
  const { rows: columns } = await sql<{ table: string; name: string; column: string }>`
    select format('%I.%I', table_schema, table_name) as "table", table_name as name, column_name as "column"
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(db);
  const wanted = needles.flatMap((needle) => [needle, Buffer.from(needle, 'utf8').toString('hex')]);
  const found = new Set<string>();
  for (const [table, itsColumns] of Map.groupBy(columns, (column) => column.table)) {
    const { rows } = await sql<Record<string, string | null>>`
      select ${sql.join(itsColumns.map(({ column }) => sql`${sql.ref(column)}::text as ${sql.ref(column)}`))}
      from ${sql.raw(table)}`.execute(db);
    for (const row of rows)
      for (const { name, column } of itsColumns)
        if (wanted.some((needle) => row[column]?.includes(needle))) found.add(`${name}.${column}`);
  }
  return [...found].sort();
}
