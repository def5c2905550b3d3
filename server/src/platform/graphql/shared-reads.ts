/**
 * Reads for which it makes no difference who asks: those who ask the same before it began have one execution. It begins
 * in the next turn of the loop, when all that came in this one were read, so whoever joins reads nothing older than
 * their own asking.
 */
export class SharedReads<Answer> {
  /** Executions that were saved so far. */
  shared = 0;
  readonly #waiting = new Map<string, Promise<Answer | undefined>>();

  /**
   * What `carryOut` gives, of whoever asked first; it says whether it is for everybody. For whom it turns out to be not,
   * `alone` gives theirs.
   */
  async read(
    key: string,
    carryOut: () => Promise<{ answer: Answer; isForAll: boolean }>,
    alone: () => Promise<Answer>,
  ): Promise<Answer> {
    const waiting = this.#waiting.get(key);
    if (waiting) {
      // A first one that failed says nothing of the others.
      const answer = await waiting.catch(() => undefined);
      if (answer === undefined) return alone();
      this.shared += 1;
      return answer;
    }
    const begun = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#waiting.delete(key);
      return carryOut();
    });
    const forAll = begun.then(({ answer, isForAll }) => (isForAll ? answer : undefined));
    forAll.catch(() => undefined);
    this.#waiting.set(key, forAll);
    return (await begun).answer;
  }
}
