import { sql } from 'kysely';
import type { Orm } from '../db/orm.ts';
import { type SharedSpending, WINDOW_MS } from './spending.ts';

/** Adds up over all servers on one database, in the table of the entry ledger: one statement for all that is told. */
export function postgresSpending(orm: Orm): SharedSpending {
  return {
    add: async (spendings) => {
      const keys = spendings.map(({ key }) => key);
      const amounts = spendings.map(({ ms }) => ms);
      // No longer ahead than twice a window: what is refused here was spent elsewhere meanwhile, and nothing more is.
      const { rows } = await sql<{ key: string; debt: number }>`
        with over as (
          select key from entry_count where full_at < clock_timestamp() and key <> all(${keys}::text[])
          limit 50 for update skip locked),
        gone as (delete from entry_count using over where entry_count.key = over.key),
        spent as (select key, ms * interval '1 millisecond' as step
          from unnest(${keys}::text[], ${amounts}::float8[]) as told (key, ms))
        insert into entry_count as known (key, full_at)
        select key, clock_timestamp() + step from spent
        on conflict (key) do update set full_at = least(
          greatest(known.full_at, clock_timestamp()) + (excluded.full_at - clock_timestamp()),
          clock_timestamp() + ${2 * WINDOW_MS} * interval '1 millisecond')
        returning key, (extract(epoch from full_at - clock_timestamp()) * 1000)::float8 as debt`.execute(
        orm.em.fork().getKysely(),
      );
      const debts = new Map(rows.map(({ key, debt }) => [key, debt]));
      return keys.map((key) => debts.get(key) ?? 0);
    },
  };
}
