import { CompiledQuery, sql } from 'kysely';
import type { Services } from '../../platform/services.ts';

/** Any fixed number: servers that start together take turns. */
const HISTORY_LOCK = 7241956;

/**
 * What changes when a database is not the one that wrote its content: the cluster (a dump restored elsewhere), its
 * timeline (a replica promoted, a recovery to a moment), the database (a copy), the table (a dump restored in place).
 * A copy of the disk changes none of them; for that there is `--restored`, and `npm run restore` does it by itself.
 */
const MARK = sql<string>`(select concat_ws('/', (select system_identifier from pg_control_system()),
  left(pg_walfile_name(pg_current_wal_lsn()), 8), (select oid from pg_database where datname = current_database()),
  'board'::regclass::oid))`;

/**
 * Compares the database with the one that wrote the boards' logs, and when it is another one, or `restored` says so,
 * gives every board a new epoch. The lost revisions will be given out again with another content: without it a screen
 * that saw them would take the new ones for what it has. Returns how many boards begin anew. Call it before anybody
 * can read. Every other write to a board is a change with a revision; this one says that the revisions are others.
 */
export async function keepHistory(
  { orm, log }: Pick<Services, 'orm' | 'log'>,
  { restored = false }: { restored?: boolean } = {},
): Promise<number> {
  return orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await sql`select pg_advisory_xact_lock(${HISTORY_LOCK})`.execute(db);
    const { rows } = await sql<{ now: string; before: string | null }>`
      select ${MARK} as now, (select mark from history where id = 1) as before`.execute(db);
    const { now, before } = rows[0]!;
    if (now === before && !restored) return 0;
    await sql`insert into history (id, mark) values (1, ${now})
      on conflict (id) do update set mark = excluded.mark, since = clock_timestamp()`.execute(db);
    const boards = await renewEpochs(async (text) => {
      const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text));
      return { rowCount: Number(numAffectedRows ?? 0) };
    });
    if (boards > 0)
      log.warn({ boards }, 'the database has another history than before: every board begins anew');
    return boards;
  });
}

/** The other logs that are followed as boards are: whatever table has these three columns is the head of some. */
const OTHER_LOGS = `do $$ declare log record; begin
  for log in select table_name from information_schema.columns
    where table_schema = current_schema() and column_name in ('epoch', 'revision', 'pruned_to') and table_name <> 'board'
    group by table_name having count(*) = 3
  loop execute format('update %I set epoch = gen_random_uuid()', log.table_name); end loop; end $$`;

/** Gives every board, and every other log, a new epoch, by any connection. Returns how many boards there are. */
export async function renewEpochs(
  ask: (text: string) => Promise<{ rowCount: number | null }>,
): Promise<number> {
  await ask(OTHER_LOGS);
  const { rowCount } = await ask('update board set epoch = gen_random_uuid()');
  return rowCount ?? 0;
}
