import pg from 'pg';
import { limitSettings, limitsFrom } from '../db/limits.ts';
import { StartupError } from '../startup/startup-error.ts';
import { createVault } from './vault.ts';

/** A sealed value, and where it opens. */
export interface SealedRow {
  sealed: Buffer;
  place: string;
}

/** One sealed value of each kind there is in the database; none where nothing was ever sealed. */
export async function sampleSealedRows(databaseUrl: string): Promise<SealedRow[]> {
  const client = new pg.Client({ connectionString: databaseUrl, ...limitSettings(limitsFrom()) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<SealedRow>(`
      (select private_sealed as sealed, 'push_key.private' as place from push_key limit 1) union all
      (select address_sealed, 'contact.address:' || person_id from contact where address_sealed is not null limit 1)
      union all (select contact_sealed, 'ask.contact:' || id from ask where contact_sealed is not null limit 1)
      union all (select contact_sealed, 'application.contact:' || id from application
        where contact_sealed is not null limit 1)
      union all (select sealed, 'push_subscription.sealed:' || id from push_subscription limit 1)
      union all (select sealed_secret, 'webhook.sealed_secret:' || id from webhook limit 1)`);
    return rows;
  } finally {
    await client.end();
  }
}

/** Refuses, with a StartupError, a secret that opens nothing of what was sealed before. */
export function checkSecret(appSecret: string, sealed: readonly SealedRow[]): void {
  if (sealed.length === 0 || sealed.some((row) => opens(appSecret, row))) return;
  throw new StartupError(
    'APP_SECRET is not the one that sealed the addresses in this database: set the one from before, or take away what it sealed as docker/runbook.md says under “Secrets”.',
  );
}

function opens(appSecret: string, { sealed, place }: SealedRow): boolean {
  try {
    createVault(appSecret).open(sealed, place);
    return true;
  } catch {
    return false;
  }
}
