import type { ExecutionResult } from 'graphql';
import { writeAnswer } from '../graphql/answer-bytes.ts';
import type { Shared } from './gzip-stream.ts';
import { compress, compressedFrame, textFrame } from '../socket/frames.ts';

const END = Buffer.from('}');
const END_OF_EVENT = Buffer.from('\n\n');

/**
 * A message as a whole cohort gets it: executed once, written as JSON once, and framed once for all who gave their
 * operation the same id. Our pages all give the same; others cost one copy of the bytes each.
 */
export class SharedMessage {
  readonly result: ExecutionResult;
  #json: Buffer | undefined;
  #framed: { id: string; frame: Buffer } | undefined;
  #compressedFramed: { id: string; frame: Buffer } | undefined;
  /** What follows the id, compressed; null where that is not worth it. */
  #compressed: Buffer | null | undefined;
  #event: ({ at: number | undefined } & Shared) | undefined;
  #epoch: string | undefined;
  #isOfMany = false;

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

  /** It is what a cohort gets, and renders that message of a log: takes over which history it is of. */
  of(message: object): this {
    this.#isOfMany = true;
    const { epoch } = message as { epoch?: unknown };
    if (typeof epoch === 'string') this.#epoch = epoch;
    return this;
  }

  /** The bytes of the answer alone, for whoever frames them elsewhere. */
  get json(): Buffer {
    return this.#bytes();
  }

  /** Which history it is of; undefined for what is of none. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  /**
   * The bytes for a stream of server-sent events, which have no id of an operation, so that all share them. With a
   * revision at which the reader stands afterwards, `id` is the cursor: what browsers send back as `Last-Event-ID`.
   */
  event(at?: number): Shared {
    if (this.#event && this.#event.at === at) return this.#event;
    const id = at === undefined || this.#epoch === undefined ? '' : `id: ${this.#epoch}:${at}\n`;
    const plain = Buffer.concat([Buffer.from(`${id}event: next\ndata: `), this.#bytes(), END_OF_EVENT]);
    // What is one person's is never compressed: see `frame`.
    const event = { at, plain, ...(!this.#isOfMany && { packed: null }) };
    this.#event = event;
    return event;
  }

  /**
   * The bytes for an operation of this id: a whole frame of graphql-transport-ws. Whoever agreed to compression gets
   * what a cohort gets compressed, once for all of them whatever their ids. What is one person's is not: its length
   * would tell of it.
   */
  frame(id: string, compresses = false): Buffer {
    if (compresses && this.#isOfMany) {
      const compressed = (this.#compressed ??= compress(Buffer.concat([this.#bytes(), END])));
      if (compressed !== null) {
        const framed = this.#compressedFramed;
        if (framed?.id === id) return framed.frame;
        const frame = compressedFrame(before(id), compressed);
        this.#compressedFramed ??= { id, frame };
        return frame;
      }
    }
    const framed = this.#framed;
    if (framed?.id === id) return framed.frame;
    const frame = textFrame(before(id), this.#bytes(), END);
    // The first id stays: most have the same, and those who have not would only push it out in turn.
    this.#framed ??= { id, frame };
    return frame;
  }

  #bytes(): Buffer {
    return (this.#json ??= Buffer.from(JSON.stringify(this.result)));
  }
}

const before = (id: string) => Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
