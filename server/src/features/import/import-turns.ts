import { Refusal } from '../../platform/refusal/refusal.ts';

/** Who wait behind the one whose file is read: a file of twenty megabytes takes a second of everybody's processor. */
const MOST_WAITING = 20;

/** Files are read one after the other, and of each person one at a time. */
export class ImportTurns {
  readonly #people = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  async take<T>(personId: string, run: () => Promise<T>): Promise<T> {
    if (this.#people.has(personId) || this.#people.size > MOST_WAITING) throw busy();
    this.#people.add(personId);
    const mine = this.#last.then(run).finally(() => this.#people.delete(personId));
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

export const busy = () =>
  new Refusal('TOO_MANY_REQUESTS', 'Another file is being read just now. Try again in a few seconds.');

declare module '../../platform/services.ts' {
  interface Services {
    importTurns: ImportTurns;
  }
}
