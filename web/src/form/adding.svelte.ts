import type { ErrorWordsFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';
import { Sending } from './sending.svelte.ts';

/**
 * A form that adds one thing after the other: when one was added, its fields are empty again for the next. For what
 * exists, see `Editing`.
 */
export class Adding<T extends Record<string, string>> extends Sending {
  /** What stands in the fields. */
  typed = $state() as T;
  readonly #empty: T;

  /** `empty` is what stands in the fields of a new one; each has a place of its own for its refusal. */
  constructor(t: Translate, empty: T) {
    super(t, Object.keys(empty));
    this.#empty = empty;
    this.typed = { ...empty };
  }

  /** Sends what stands in the fields; returns whether the server did it. */
  async add(ask: (typed: T) => Promise<readonly ErrorWordsFragment[]>): Promise<boolean> {
    const sent = { ...this.typed };
    const done = await this.send(() => ask(sent));
    if (!done) return false;
    // What was typed while it was under way belongs to the next one.
    for (const field of Object.keys(sent) as (keyof T & string)[])
      if (this.typed[field] === sent[field]) this.typed[field] = this.#empty[field];
    return true;
  }
}
