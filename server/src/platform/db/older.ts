import { type RawBuilder, sql } from 'kysely';

/** A message that was sent or given up; a session that ended; a link that ended and was not used: gone after so many days. */
export const TRACE_DAYS = 30;

/** Whether a moment lies more than so many days back. */
export const older = (column: string, days: number): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} < clock_timestamp() - make_interval(days => ${days})`;
