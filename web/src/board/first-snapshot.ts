/** More characters of cards than that do not travel in the page. */
const MOST_IN_PAGE = 250_000;

/**
 * The cards with which a page begins, as JSON. Few travel in the page itself; many come beside it, as bytes that the server
 * makes and packs once for everybody who may read the same.
 */
export class FirstSnapshot {
  /** Null in a browser whose page they come beside. */
  readonly text: string | null;

  constructor(text: string | null) {
    this.text = text;
  }

  /** What of them travels in the page. */
  get inPage(): string | null {
    return this.text !== null && this.text.length <= MOST_IN_PAGE ? this.text : null;
  }
}
