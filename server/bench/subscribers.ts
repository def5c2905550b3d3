import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';

/** What the process of the subscribers is told to do. */
export interface SubscribersOrder {
  url: string;
  count: number;
  /** Sessions taken in turn; null for nobody. */
  tokens: (string | null)[];
  /** The board, as outsiders name it; null opens bare sockets that only count what they get. */
  board: string | null;
}

export interface Subscribers {
  /** Messages that all of them together have got since the start. */
  received(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts subscribers in a process of their own, and waits until each has got its first message. */
export async function startSubscribers(stage: Stage, order: SubscribersOrder): Promise<Subscribers> {
  const child = fork(fileURLToPath(new URL('./subscribers-process.ts', import.meta.url)));
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
  };
  stage.onEnd(stop);
  const answer = async <Answer>(message: object): Promise<Answer> => {
    child.send(message);
    const [given] = (await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`The subscribers ended with ${String(code)}.`);
      }),
    ])) as [Answer];
    return given;
  };
  await answer(order);
  return { received: async () => (await answer<{ received: number }>({})).received, stop };
}
