import { createClient } from '@redis/client';
import { inPayloads, logOf } from './hint-news.ts';
import type { Interest, OpenWire } from './hint-wire.ts';

/** For what concerns every replica: people, notices, the desk. */
const EVERYBODY = 'strikeboard:all';
const BOARD = 'strikeboard:board:';
const EVERY_BOARD = `${BOARD}*`;
/** Redis would take far more; a batch of presence of one board stays below it. */
const MAX_PAYLOAD_BYTES = 64 * 1024;

/**
 * News over Redis or Valkey, on one connection (RESP3 lets it publish and listen). Each board has a channel, and
 * a replica subscribes to those it follows: what happens on other boards never reaches it.
 */
export function redisWire(redisUrl: string): OpenWire {
  return async ({ replica, receive, signal }) => {
    const client = createClient({
      url: redisUrl,
      RESP: 3,
      name: 'strikeboard-hints',
      disableOfflineQueue: true,
      socket: { connectTimeout: 5_000, reconnectStrategy: false },
    });
    const ended = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', resolve);
    });
    const close = () => {
      if (client.isOpen) client.destroy();
    };
    signal.addEventListener('abort', close, { once: true });
    try {
      await client.connect();
      await client.subscribe(EVERYBODY, receive);
    } catch (error) {
      close();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
    }
    const boards = new Set<string>();
    let everyBoard = false;

    /** What is wanted is asked for before what is not wanted any more is let go, so that nothing slips between. */
    const follow = async (interest: Interest) => {
      if (interest.everyBoard && !everyBoard) {
        await client.pSubscribe(EVERY_BOARD, receive);
        everyBoard = true;
      }
      // Both subscriptions would bring the same news twice.
      const wanted = interest.everyBoard ? new Set<string>() : interest.boards;
      const joined = [...wanted].filter((board) => !boards.has(board));
      const left = [...boards].filter((board) => !wanted.has(board));
      if (joined.length > 0) await client.subscribe(joined.map(channelOf), receive);
      for (const board of joined) boards.add(board);
      if (left.length > 0) await client.unsubscribe(left.map(channelOf));
      for (const board of left) boards.delete(board);
      if (!interest.everyBoard && everyBoard) {
        await client.pUnsubscribe(EVERY_BOARD);
        everyBoard = false;
      }
    };

    return {
      send: async (news) => {
        const channels = Map.groupBy(news, (each) => {
          const log = logOf(each);
          return log === null ? EVERYBODY : channelOf(log);
        });
        const publishing = [...channels].flatMap(([channel, list]) =>
          inPayloads(replica, list, MAX_PAYLOAD_BYTES).map((payload) => client.publish(channel, payload)),
        );
        await Promise.all(publishing);
        return publishing.length;
      },
      follow,
      check: async () => void (await client.ping()),
      ended,
      close,
    };
  };
}

function channelOf(board: string): string {
  return `${BOARD}${board}`;
}
