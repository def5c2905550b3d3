import type { DatabaseLimits } from '../db/limits.ts';
import type { Log } from '../log/log.ts';
import { CollectingBus } from './collecting-bus.ts';
import type { HintBus } from './hints.ts';
import { notifyWire } from './notify-wire.ts';
import { redisWire } from './redis-wire.ts';

/** Hints over Redis or Valkey where there is one, else over PostgreSQL's NOTIFY. Begins to connect, and does not wait. */
export function createHintBus(options: {
  databaseUrl: string;
  /** How long PostgreSQL may take. */
  limits?: DatabaseLimits;
  redisUrl?: string | undefined;
  log: Log;
  /** How long news is collected before it is sent (ms). */
  collectMs?: number;
}): HintBus {
  const { databaseUrl, limits, redisUrl, log, collectMs = 4 } = options;
  const kind = redisUrl === undefined ? 'notify' : 'redis';
  const openWire = redisUrl === undefined ? notifyWire(databaseUrl, limits) : redisWire(redisUrl);
  return new CollectingBus({ kind, openWire, log, collectMs });
}
