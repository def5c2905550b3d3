import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The least a reader takes, while something waits for them: as patient as with sockets. */
export interface ReadingPace {
  withinMs: number;
  bytes: number;
}

const USUAL_PACE: ReadingPace = { withinMs: 10_000, bytes: 10_000 };
const ROUNDS = 4;

/**
 * Cuts those who take less of their answers than a slow line would: what waits for them is held in memory or in a file,
 * and a few hundred such readers would hold it all. Returns what ends it.
 */
export function cutSlowReaders(
  running: ReadonlySet<ServerResponse>,
  pace: ReadingPace = USUAL_PACE,
): () => void {
  /** How far each was when they last had taken enough. */
  const marks = new WeakMap<ServerResponse, { at: number; taken: number }>();
  const makeRound = () => {
    const now = performance.now();
    for (const response of running) {
      const { socket } = response;
      if (!socket) continue;
      const mark = marks.get(response);
      const taken = bytesTaken(socket);
      if (!mark || socket.writableLength === 0 || taken - mark.taken >= pace.bytes)
        marks.set(response, { at: now, taken });
      else if (now - mark.at > pace.withinMs) socket.destroy();
    }
  };
  const rounds = setInterval(makeRound, pace.withinMs / ROUNDS).unref();
  return () => clearInterval(rounds);
}

/**
 * What has left this process. A large answer is one write, which counts as written when its last byte has gone; only
 * the handle below knows how much of it still waits (Node's own time limit of sockets asks it too).
 */
function bytesTaken(socket: Socket): number {
  const { _handle: handle } = socket as Socket & {
    _handle?: { bytesWritten?: number; writeQueueSize?: number };
  };
  if (handle?.bytesWritten === undefined || handle.writeQueueSize === undefined)
    return socket.bytesWritten - socket.writableLength;
  return handle.bytesWritten - handle.writeQueueSize;
}
