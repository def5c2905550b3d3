/**
 * A text being typed, kept in this browser until it is sent: it outlives a reload, a crash and a lost line.
 * The key holds the person, the card and the form, so that nobody finds another's words on a shared device.
 */
export class KeptText {
  #value = $state('');
  readonly #key: string;

  constructor(parts: readonly (string | undefined)[], initial = '') {
    this.#key = ['strikeboard:text', ...parts.map((part) => part ?? 'visitor')].join(':');
    this.#value = read(this.#key) ?? initial;
  }

  get value(): string {
    return this.#value;
  }

  set value(text: string) {
    this.#value = text;
    try {
      if (text) localStorage.setItem(this.#key, text);
      else localStorage.removeItem(this.#key);
    } catch {
      // Storage is full or forbidden: the text stays on screen, only a reload would lose it.
    }
  }

  /** Sent: nothing to keep any more. */
  forget(): void {
    this.value = '';
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
