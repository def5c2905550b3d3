import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fontsFolder } from './fit-words.ts';
import { pictureSvg } from './picture-svg.ts';
import type { PictureWords } from './shared-things.ts';

export interface Picture {
  png: Uint8Array;
  /** Of what is on it: the same words make the same picture, on every server. */
  tag: string;
}

/** About 40 kB each. */
const KEPT = 200;
/** How many may wait to be drawn; one takes about 30 ms of another thread. */
const WAITING = 20;
/** Raised when the drawing changes, so that tags do. */
const EDITION = 1;

/** Draws pictures, one after the other, and keeps the last ones. What they say is read anew each time by who asks. */
export class Pictures {
  readonly #kept = new Map<string, Promise<Picture>>();
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  readonly #draw: (svg: string) => Promise<Uint8Array>;

  constructor(draw = drawPng) {
    this.#draw = draw;
  }

  tagOf(words: PictureWords): string {
    const { over, title, instead, under } = words;
    const text = JSON.stringify([EDITION, over, title, instead, under]);
    return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  }

  /** Null when too many are waited for already. */
  async of(words: PictureWords): Promise<Picture | null> {
    const tag = this.tagOf(words);
    const known = this.#kept.get(tag);
    if (known) {
      // The last one that was asked for goes last.
      this.#kept.delete(tag);
      this.#kept.set(tag, known);
      return known;
    }
    if (this.#waiting >= WAITING) return null;
    this.#waiting += 1;
    const drawn = this.#last
      .then(async () => ({ tag, png: await this.#draw(pictureSvg(words)) }))
      .finally(() => (this.#waiting -= 1));
    this.#last = drawn.catch(() => undefined);
    this.#kept.set(tag, drawn);
    drawn.catch(() => this.#kept.delete(tag));
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return drawn;
  }
}

/** Loaded at the first picture: a server that nobody shares does not carry it. Draws in a thread of its own. */
async function drawPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const fontFiles = ['sign.ttf', 'text.ttf'].map((file) => join(fontsFolder(), file));
  const image = await renderAsync(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Strikeboard Sign' },
  });
  return image.asPng();
}
