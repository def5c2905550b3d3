import type { ErrorWordsFragment } from '#web/gql/graphql.ts';
import type { Sending } from './sending.svelte.ts';

/**
 * A box that is saved as it is ticked. Whoever ticks it again while it is on its way is sent behind, so that what stands
 * on the screen in the end is what the server has; where it is not taken, it goes back to that.
 */
export class SavedSwitch {
  on = $state(false);
  #saved: boolean;
  readonly #sending: Sending;
  readonly #ask: (on: boolean) => Promise<readonly ErrorWordsFragment[]>;

  constructor(
    sending: Sending,
    saved: boolean,
    ask: (on: boolean) => Promise<readonly ErrorWordsFragment[]>,
  ) {
    this.#sending = sending;
    this.#ask = ask;
    this.#saved = saved;
    this.on = saved;
  }

  /** To be called when it was ticked. */
  save = async (): Promise<void> => {
    if (this.#sending.step === 'sending') return;
    while (this.on !== this.#saved) {
      const wanted = this.on;
      if (!(await this.#sending.send(() => this.#ask(wanted)))) {
        this.on = this.#saved;
        return;
      }
      this.#saved = wanted;
    }
  };

  /** The server has changed it by itself. */
  became(on: boolean): void {
    this.#saved = on;
    this.on = on;
  }
}
