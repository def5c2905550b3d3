import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';

/** A mail that was kept for a person to open goes after so many days. */
export const OUTBOX_DAYS = 7;
/** What a restore moved aside goes after so many days. */
export const BEFORE_DAYS = 7;
/** A message that was sent or given up; a session that ended; a link that ended and was not used. */
export const TRACE_DAYS = 30;
/** A notice, read or not. */
export const NOTICE_DAYS = 180;

/** How often each server looks. */
const LOOK_MS = 6 * 3_600_000;

const older = (column: string, days: number) =>
  sql<boolean>`${sql.ref(column)} < clock_timestamp() - make_interval(days => ${days})`;

/** Deletes the rows that are of no use any more. Several servers may do it at once. */
export async function ageOutRows({ orm }: Pick<Services, 'orm'>): Promise<void> {
  const db = orm.em.fork().getKysely();
  for (const statement of [
    sql`delete from delivery where ${older('sent_at', TRACE_DAYS)} or ${older('gave_up_at', TRACE_DAYS)}`,
    sql`delete from notification where ${older('at', NOTICE_DAYS)}`,
    sql`delete from session where ${older('expires_at', TRACE_DAYS)}`,
    sql`delete from watch_link where ${older('expires_at', TRACE_DAYS)}`,
    // One that was used stays with the work that it let through.
    sql`delete from approval_link where used_at is null and ${older('expires_at', TRACE_DAYS)}`,
    sql`delete from entry_count where full_at < clock_timestamp()`,
    sql`delete from code_brake where ${older('since', 1)}`,
  ])
    await statement.execute(db);
}

/** Deletes files of the data folder that are of no use any more: mails in `outbox/`, and what restores moved aside. */
export async function ageOutFiles(dataDir: string, now = Date.now()): Promise<void> {
  const outbox = join(dataDir, 'outbox');
  for (const name of await namesIn(outbox))
    if (name.endsWith('.eml')) await removeOlder(join(outbox, name), OUTBOX_DAYS, now);
  for (const name of await namesIn(dataDir))
    if (/^before-\d{4}-\d\d-\d\dT/.test(name)) await removeOlder(join(dataDir, name), BEFORE_DAYS, now);
}

async function removeOlder(path: string, days: number, now: number): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && now - found.mtimeMs > days * 86_400_000) await rm(path, { recursive: true, force: true });
}

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);

/** Looks now and then, for as long as a server runs. `stop` waits for what is under way. */
export function keepAgingOut(services: Pick<Services, 'orm' | 'config' | 'log'>): {
  stop(): Promise<void>;
} {
  const look = async () => {
    try {
      await ageOutFiles(services.config.dataDir);
      await ageOutRows(services);
    } catch (error) {
      services.log.warn({ err: error }, 'what is out of date could not be erased');
    }
  };
  let looking = look();
  const timer = setInterval(() => (looking = looking.then(look)), LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
