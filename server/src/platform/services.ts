import type { Logger } from 'pino';
import type { Budgets } from './budget/budgets.ts';
import type { Config } from './config/config.ts';
import type { Exports } from './db/exports.ts';
import type { Orm } from './db/orm.ts';
import type { ReadDatabase } from './db/read-database.ts';
import type { EntryLimits } from './entries/entry-limit.ts';
import type { NetworkShare, Shares } from './entries/network-share.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Languages } from './languages/languages.ts';
import type { Hints } from './live/hints.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Tracing } from './tracing/tracing.ts';
import type { Vault } from './vault/vault.ts';

/** What a running server has one of each, whatever nouns live in it. */
export interface PlatformServices {
  config: Config;
  orm: Orm;
  /** A copy of the database, for reads that are large and say how new they need to be. */
  readDatabase?: ReadDatabase;
  /** What people take away, on connections of its own. */
  exports: Exports;
  jobs: Jobs;
  /** What the product speaks. */
  languages: Languages;
  /** Tells every replica, after a commit, that something changed. */
  hints: Hints;
  /** How often one address may join, sign in and ask for help. */
  entryLimits: EntryLimits;
  /** The room that networks have for something in a day; servers with the same `purpose` share it. */
  shareOf(shares: Shares, purpose: string): NetworkShare;
  /** How much one address, person or token may ask for in a minute. */
  budgets: Budgets;
  /** Seals what must not be readable in a copy of the database. */
  vault: Vault;
  log: Logger;
  /** How people reach this server, without a slash at the end; once it listens. */
  address(): string;
  /** Undefined where nobody asked for figures. */
  metrics?: Metrics | undefined;
  /** Undefined where nobody asked for traces. */
  tracing?: Tracing | undefined;
}

/** What use cases work with: what the platform gives, and what nouns add by their `feature.ts`. */
export interface Services extends PlatformServices {}
