import { createClient } from '@redis/client';
import { type SharedSpending, WINDOW_MS } from '../budget/spending.ts';
import type { EntryLedger } from './entry-ledger.ts';

/** Atomic, as every script; by the clock of Redis, so that all servers agree on the time. */
const TAKE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local step, window = tonumber(ARGV[1]), tonumber(ARGV[2])
  local full_at = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now) + step
  if full_at > now + window then return 0 end
  redis.call('SET', KEYS[1], string.format('%d', full_at), 'PX', string.format('%d', math.max(1, full_at - now)))
  return 1`;

/** What many spent, at once, and no longer ahead than twice a window. Gives how far each is ahead. */
const ADD = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local furthest = now + 2 * tonumber(ARGV[1])
  local debts = {}
  for at, key in ipairs(KEYS) do
    local full_at = math.max(tonumber(redis.call('GET', key) or 0), now) + tonumber(ARGV[at + 1])
    full_at = math.ceil(math.min(full_at, furthest))
    redis.call('SET', key, string.format('%d', full_at), 'PX', string.format('%d', math.max(1, full_at - now)))
    debts[at] = full_at - now
  end
  return debts`;

/** A ledger, what is spent beside it, and its end. */
export interface RedisLedger extends EntryLedger, SharedSpending {
  close(): void;
}

/**
 * Counts for all servers on one Redis or Valkey. Begins to connect and does not wait; while it is away, and it
 * comes back by itself, `take` rejects.
 */
export function redisLedger(redisUrl: string): RedisLedger {
  const client = createClient({
    url: redisUrl,
    name: 'strikeboard-entries',
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (retries) =>
        Math.min(5_000, 100 * 2 ** Math.min(retries, 10)) * (0.5 + Math.random() / 2),
    },
  });
  // The bus, on the same Redis, says that it is away.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return {
    take: async (key, { entries, windowMs }) => {
      const step = Math.ceil(windowMs / entries);
      const keys = [`strikeboard:entry:${key}`];
      return (await client.eval(TAKE, { keys, arguments: [String(step), String(windowMs)] })) === 1;
    },
    add: async (spendings) => {
      const keys = spendings.map(({ key }) => `strikeboard:entry:${key}`);
      const amounts = spendings.map(({ ms }) => ms.toFixed(3));
      return (await client.eval(ADD, { keys, arguments: [String(WINDOW_MS), ...amounts] })) as number[];
    },
    close: () => {
      if (client.isOpen) client.destroy();
    },
  };
}
