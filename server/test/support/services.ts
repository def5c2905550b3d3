import { pino } from 'pino';
import { Budgets } from '../../src/platform/budget/budgets.ts';
import { NetworkShare, type Shares } from '../../src/platform/entries/network-share.ts';
import { localLedger } from '../../src/platform/entries/entry-ledger.ts';
import { createExports } from '../../src/platform/db/exports.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { createServices } from '../../src/app/create-services.ts';
import { openOrm } from '../../src/app/open-orm.ts';
import { readLanguages } from '../../src/platform/languages/languages.ts';
import { openJobQueue } from '../../src/platform/jobs/jobs.ts';
import type { Hint } from '../../src/platform/live/hints.ts';
import { createEntryLimits } from '../../src/platform/entries/entry-limit.ts';
import type { Services } from '../../src/platform/services.ts';
import { createVault } from '../../src/platform/vault/vault.ts';

/** Services over a test database that keep what was hinted and run no jobs. */
export interface TestServices extends Services {
  /** Every hint that was sent, oldest first. */
  sent: Hint[];
  close(): Promise<void>;
}

/** Services for use cases under test: the real database and the real queue, and hints that stay here. */
export async function createTestServices(databaseUrl: string): Promise<TestServices> {
  const log = pino({ level: 'silent' });
  const orm = openOrm(databaseUrl);
  const exports = createExports(openOrm(databaseUrl, { poolSize: 2 }));
  const jobs = await openJobQueue(databaseUrl, log);
  const sent: Hint[] = [];
  const config = readConfig({ DATABASE_URL: databaseUrl }, 'none');
  return createServices({
    config,
    orm,
    exports,
    jobs,
    languages: readLanguages(),
    hints: { send: (hint: Hint) => void sent.push(hint) },
    entryLimits: createEntryLimits(),
    budgets: new Budgets({ settings: config.budgets, log }),
    shareOf: (shares: Shares) => new NetworkShare(shares, localLedger()),
    vault: createVault('a secret for tests, thirty-two characters'),
    log,
    address: () => '',
    sent,
    close: async () => {
      await jobs.stop();
      await exports.close();
      await orm.close();
    },
  });
}
