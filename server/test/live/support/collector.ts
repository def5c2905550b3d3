import type { ExecutionResult } from 'graphql';
import type { Audience } from '../../../src/core/stream/audience.ts';
import type { LiveCounts } from '../../../src/core/stream/log-channel.ts';
import { Outbox } from '../../../src/platform/live/outbox.ts';
import { SharedMessage } from '../../../src/platform/live/shared-message.ts';

/** A message that carries anything, as it is. */
export const shared = (message: object) => new SharedMessage(message as ExecutionResult);

/** Messages as they are, without an execution. */
export const asTheyAre: Audience = { key: 'all', render: async (message) => shared(message) };

export const noCounts = (): LiveCounts => ({
  logReads: 0,
  replays: 0,
  replaysShared: 0,
  headReads: 0,
  executions: 0,
  changeExecutions: 0,
  deliveries: 0,
  cuts: 0,
});

/** An outbox whose messages are kept, and how it ended. */
export function collect<Message extends object>(messages: Message[] = []) {
  /** When each came (ms). */
  const at: number[] = [];
  let end: unknown;
  const outbox = new Outbox({
    next: ({ result }) => {
      messages.push(result as Message);
      at.push(Date.now());
    },
    complete: () => (end = 'complete'),
    fail: (error) => (end = error),
  });
  return { outbox, messages, at, end: () => end };
}
