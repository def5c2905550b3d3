import { sql } from 'kysely';
import type { Em } from './orm.ts';

/** This moment by the database's clock, which all servers share; a server's own may be wrong. */
export async function readNow(em: Em): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(em.getKysely());
  return rows[0]!.now;
}
