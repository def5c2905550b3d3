import { LimitedClient } from '../db/limited-client.ts';
import { type DatabaseLimits, limitSettings, limitsFrom } from '../db/limits.ts';
import { inPayloads } from './hint-news.ts';
import type { OpenWire } from './hint-wire.ts';

const CHANNEL = 'strikeboard';
/** PostgreSQL refuses a payload of 8000 bytes or more. */
const MAX_PAYLOAD_BYTES = 7_900;

/**
 * News over PostgreSQL: one connection per replica listens and notifies. NOTIFY takes a lock on the whole
 * cluster at commit, so it is sent outside the transactions it is about, and as few times as can be: all news
 * goes over one channel, and every replica hears of every board.
 */
export function notifyWire(databaseUrl: string, limits: DatabaseLimits = limitsFrom()): OpenWire {
  return async ({ replica, receive, signal }) => {
    const client = new LimitedClient({
      connectionString: databaseUrl,
      application_name: 'strikeboard-hints',
      ...limitSettings(limits),
    });
    const ended = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', resolve);
    });
    const close = () => void client.end().catch(() => undefined);
    client.on('notification', ({ payload }) => receive(payload ?? ''));
    signal.addEventListener('abort', close, { once: true });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      close();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
    }
    return {
      send: async (news) => {
        const payloads = inPayloads(replica, news, MAX_PAYLOAD_BYTES);
        for (const payload of payloads) await client.query('select pg_notify($1, $2)', [CHANNEL, payload]);
        return payloads.length;
      },
      follow: async () => undefined,
      check: async () => void (await client.query('select 1')),
      ended,
      close,
    };
  };
}
