import type { LateTexts } from './late-texts.ts';

/** A document of ours, as the code generator writes it. */
interface HashedDocument {
  toString(): string;
  readonly __meta__?: Record<string, unknown> | undefined;
}

interface Body {
  readonly query?: string;
  readonly operationName?: string;
}

/**
 * The server knows our documents by their hash: that is what goes over a phone's uplink, and not kilobytes of text. A
 * server of another version says that it does not know it; nothing was carried out then, and it gets the text, which the
 * browser's code does not have (`bundling/documents-apart.ts`).
 */
export class Hashes {
  readonly #texts: LateTexts | undefined;
  /** By name, of which each document of ours has its own. */
  readonly #known = new Map<string, string>();

  /** `texts` of documents whose code has only their first words: those of the browser. */
  constructor(texts?: LateTexts) {
    this.#texts = texts;
  }

  note(document: HashedDocument): void {
    const name = /(?:query|mutation)\s+(\w+)/.exec(document.toString())?.[1];
    const hash = document.__meta__?.['hash'];
    if (name !== undefined && typeof hash === 'string') this.#known.set(name, hash);
  }

  sending(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return async (input, init) => {
      const { query, ...rest } = typeof init?.body === 'string' ? (JSON.parse(init.body) as Body) : {};
      const hash = this.#known.get(rest.operationName ?? '');
      if (query === undefined || hash === undefined) return await fetch(input, init);
      const answer = await fetch(input, { ...init, body: JSON.stringify({ ...rest, documentId: hash }) });
      if (!(await isUnknown(answer))) return answer;
      const text = query.includes('{') ? query : await this.#texts?.of(hash).catch(() => undefined);
      return text ? await fetch(input, { ...init, body: JSON.stringify({ ...rest, query: text }) }) : answer;
    };
  }
}

/** By its own words: a 404 of something in between could come after a change was made. */
async function isUnknown(answer: Response): Promise<boolean> {
  return answer.status === 404 && (await answer.clone().text()).includes('"PERSISTED_QUERY_NOT_FOUND"');
}
