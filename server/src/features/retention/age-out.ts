import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services } from '../../platform/services.ts';
import type { Feature } from '../../platform/feature.ts';

/** A mail that was kept for a person to open goes after so many days. */
export const OUTBOX_DAYS = 7;
/** What a restore moved aside goes after so many days. */
export const BEFORE_DAYS = 7;

/** How often each server looks. */
const LOOK_MS = 6 * 3_600_000;

/** Deletes the rows that are of no use any more, as their nouns say. Several servers may do it at once. */
export async function ageOutRows(
  { orm }: Pick<Services, 'orm'>,
  features: readonly Feature[],
): Promise<void> {
  const db = orm.em.fork().getKysely();
  for (const { agesOut = [] } of features) for (const statement of agesOut) await statement.execute(db);
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
export function keepAgingOut(
  services: Pick<Services, 'orm' | 'config' | 'log'>,
  features: readonly Feature[],
): {
  stop(): Promise<void>;
} {
  const look = async () => {
    try {
      await ageOutFiles(services.config.dataDir);
      await ageOutRows(services, features);
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
