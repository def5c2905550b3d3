/** All documents of our pages by their hash, as the code generator writes them. */
type Texts = Readonly<Record<string, string>>;

/**
 * The texts of our documents, which the pages' code does not carry: they are asked for once a page has come to rest,
 * and kept, since a server of another version, which alone wants them, has no files of this one.
 */
export class LateTexts {
  readonly #load: () => Promise<Blob>;
  #texts: Promise<Blob> | undefined;

  constructor(load: () => Promise<Blob>) {
    this.#load = load;
  }

  /** Fetches them, unless they are here; where that fails the next one tries again. */
  async fetch(): Promise<void> {
    await this.#asked().catch(() => undefined);
  }

  /** The text of one document, if there is one with this hash. */
  async of(hash: string): Promise<string | undefined> {
    const all = JSON.parse(await (await this.#asked()).text()) as Texts;
    return all[hash];
  }

  #asked(): Promise<Blob> {
    this.#texts ??= this.#load().catch((failure: unknown) => {
      this.#texts = undefined;
      throw failure;
    });
    return this.#texts;
  }
}
