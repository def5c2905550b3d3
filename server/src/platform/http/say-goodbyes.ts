import { setTimeout as delay } from 'node:timers/promises';
import type { ServerSocket } from '../socket/server-socket.ts';

/** How long a browser may take to answer a goodbye (ms). */
const GOODBYE_LIMIT_MS = 500;
const GOING_AWAY = 1001;

/**
 * Lets all go, evenly and by chance within `spreadMs`: those who come back at once to the next server come one
 * after the other. Resolves when all have gone, half a second later at most.
 */
export async function sayGoodbyes(sockets: readonly ServerSocket[], spreadMs: number): Promise<void> {
  await Promise.all(
    sockets.map(async (socket, index) => {
      const turn = ((index + Math.random()) / sockets.length) * spreadMs;
      if (turn > 1) await Promise.race([delay(turn), closing(socket)]);
      await sayGoodbye(socket);
    }),
  );
}

function sayGoodbye(socket: ServerSocket): Promise<void> {
  const impatience = setTimeout(() => socket.terminate(), GOODBYE_LIMIT_MS);
  socket.close(GOING_AWAY, 'The server is going away');
  return closing(socket).finally(() => clearTimeout(impatience));
}

async function closing(socket: ServerSocket): Promise<void> {
  await new Promise<void>((resolve) => socket.onceClosed(resolve));
}
