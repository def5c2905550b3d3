import type { Logger } from 'pino';
import type { Turns } from '../core/board/turns.ts';
import type { Budgets } from './budget/budgets.ts';
import type { Exports } from '../features/closing/exports.ts';
import type { Config } from './config/config.ts';
import type { Orm } from './db/orm.ts';
import type { ReadDatabase } from './db/read-database.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Hints } from './live/hints.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { EntryLimits } from './entries/entry-limit.ts';
import type { NetworkShare } from './entries/network-share.ts';
import type { Tracing } from './tracing/tracing.ts';
import type { Vault } from './vault/vault.ts';

/** What use cases work with: one of each for a running server. */
export interface Services {
  config: Config;
  orm: Orm;
  /** A copy of the database, for reads that are large and say how new they need to be. */
  readDatabase?: ReadDatabase;
  /** What people take away, on connections of its own. */
  exports: Exports;
  jobs: Jobs;
  /** Who may change a board, one after the other. */
  turns: Turns;
  /** Tells every replica, after a commit, that something changed. */
  hints: Hints;
  /** How often one address may join, sign in and ask for help. */
  entryLimits: EntryLimits;
  /** How much one address, person or token may ask for in a minute. */
  budgets: Budgets;
  /** How many requests for help one network may send before the next are held back. */
  askShare: NetworkShare;
  /** How many codes one network may have sent to addresses. */
  codeShare: NetworkShare;
  /** Seals what must not be readable in a copy of the database. */
  vault: Vault;
  log: Logger;
  /** Undefined where nobody asked for figures. */
  metrics?: Metrics | undefined;
  /** Undefined where nobody asked for traces. */
  tracing?: Tracing | undefined;
}
