/**
 * Answers that overtake each other, or come when the page shows something else by now: only what was asked for last
 * is wanted. Every page that loads by what can change (a link, an id, a filter, a text that is searched for) asks it
 * before it shows an answer.
 */
export class Latest {
  #turn = 0;

  /** Begins another, and calls off those before. The returned function says whether this one is still wanted. */
  begin(): () => boolean {
    const turn = ++this.#turn;
    return () => turn === this.#turn;
  }

  /** What was asked for is not wanted any more, and nothing is in its place yet. */
  callOff(): void {
    this.#turn += 1;
  }
}
