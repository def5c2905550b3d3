import { keep, readKept } from '#web/browser/storage.ts';

/**
 * A text being typed, kept in this browser until it is sent: it outlives a reload, a crash and a lost line.
 * The key holds the person, the card and the form, so that nobody finds another's words on a shared device.
 */
export class KeptText {
  #value = $state('');
  readonly #key: string;

  constructor(parts: readonly (string | undefined)[], initial = '') {
    this.#key = ['strikeboard:text', ...parts.map((part) => part ?? 'visitor')].join(':');
    this.#value = readKept(this.#key) ?? initial;
  }

  get value(): string {
    return this.#value;
  }

  set value(text: string) {
    this.#value = text;
    // Where it is full or forbidden the text stays on screen, only a reload would lose it.
    keep(this.#key, text || null);
  }

  /** Sent: nothing to keep any more. */
  forget(): void {
    this.value = '';
  }
}
