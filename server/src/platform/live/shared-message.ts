import type { ExecutionResult } from 'graphql';
import { writeAnswer } from '../graphql/answer-bytes.ts';
import { textFrame } from './text-frame.ts';

const END = Buffer.from('}');

/**
 * A message as a whole cohort gets it: executed once, written as JSON once, and framed once for all who gave their
 * operation the same id. Our pages all give the same; others cost one copy of the bytes each.
 */
export class SharedMessage {
  readonly result: ExecutionResult;
  #json: Buffer | undefined;
  #framed: { id: string; frame: Buffer } | undefined;

  constructor(result: ExecutionResult) {
    this.result = result;
  }

  /** Null for one that weighs more than a message may. */
  static of(result: ExecutionResult): SharedMessage | null {
    const json = writeAnswer(result);
    if (json === null) return null;
    const message = new SharedMessage(result);
    message.#json = Buffer.from(json);
    return message;
  }

  /** The bytes for an operation of this id: a whole frame of graphql-transport-ws. */
  frame(id: string): Buffer {
    const framed = this.#framed;
    if (framed?.id === id) return framed.frame;
    this.#json ??= Buffer.from(JSON.stringify(this.result));
    const frame = textFrame(
      Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`),
      this.#json,
      END,
    );
    // The first id stays: most have the same, and those who have not would only push it out in turn.
    this.#framed ??= { id, frame };
    return frame;
  }
}
