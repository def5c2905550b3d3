/** Events closer together than this (ms) are said in one breath. */
const breath = 1_200;
/** More sentences than this in one breath are summed up. */
const mostSentences = 2;

/**
 * What a screen reader hears of a live page: who did what, in one polite region. A busy minute becomes a few
 * sentences and a number, never a stream of interruptions.
 */
export class Announcer {
  said = $state('');
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #more: (count: number) => string;

  /** `more` gives the words for "and 4 more moves". */
  constructor(more: (count: number) => string) {
    this.#more = more;
  }

  say(sentence: string): void {
    this.#waiting.push(sentence);
    this.#timer ??= setTimeout(() => this.#speak(), breath);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #speak(): void {
    const sentences = this.#waiting.slice(-mostSentences);
    const rest = this.#waiting.length - sentences.length;
    this.said = rest > 0 ? `${sentences.join(' ')} ${this.#more(rest)}` : sentences.join(' ');
    this.#waiting = [];
    this.#timer = undefined;
  }
}
