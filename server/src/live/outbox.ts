/**
 * The end of one subscription: messages wait here until the socket takes them. Bounded: at the limit the
 * reader is cut off and everything is thrown away, for it resumes by its cursor.
 */
export class Outbox implements AsyncIterableIterator<object> {
  readonly #limit: number;
  readonly #tooSlow: () => void;
  #messages: object[] = [];
  #waiting: PromiseWithResolvers<IteratorResult<object>> | undefined;
  #end: { error?: unknown } | undefined;
  #onEnd: (() => void)[] = [];

  constructor(limit: number, tooSlow: () => void) {
    this.#limit = limit;
    this.#tooSlow = tooSlow;
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** Runs once, when the stream has ended for whatever reason. */
  onEnd(run: () => void): void {
    if (this.#end) run();
    else this.#onEnd.push(run);
  }

  put(message: object): void {
    if (this.#end) return;
    if (this.#waiting) {
      this.#waiting.resolve({ done: false, value: message });
      this.#waiting = undefined;
    } else if (this.#messages.push(message) > this.#limit) {
      this.#messages = [];
      this.#finish({});
      this.#tooSlow();
    }
  }

  /** What is waiting is still read, then the stream ends. */
  complete(): void {
    this.#finish({});
  }

  /** What is waiting is still read, then the stream fails. */
  fail(error: unknown): void {
    this.#finish({ error });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<object>> {
    const message = this.#messages.shift();
    if (message) return { done: false, value: message };
    if (this.#end) return this.#takeEnd();
    this.#waiting ??= Promise.withResolvers<IteratorResult<object>>();
    return this.#waiting.promise;
  }

  async return(): Promise<IteratorResult<object>> {
    this.#messages = [];
    this.#finish({});
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<object>> {
    this.#messages = [];
    this.#finish({});
    throw error;
  }

  #finish(end: { error?: unknown }): void {
    if (this.#end) return;
    this.#end = end;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) void this.#takeEnd().then(waiting.resolve, waiting.reject);
    for (const run of this.#onEnd.splice(0)) run();
  }

  async #takeEnd(): Promise<IteratorResult<object>> {
    const end = this.#end;
    if (end && 'error' in end) {
      this.#end = {};
      throw end.error;
    }
    return { done: true, value: undefined };
  }
}
