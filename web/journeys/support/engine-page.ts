import { until } from '../../../server/test/support/until.ts';
import { type Engine, ESCAPE, type Point, pressAt, typing } from './engine.ts';

const text = (value: unknown) => JSON.stringify(value);
/** In capitals or not: what a style makes of words is what engines say they are. */
const pattern = ({ source }: RegExp) => `new RegExp(${text(source)}, 'i')`;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A page of another engine, by what is on it. Everything waits until it is there. */
export class EnginePage {
  readonly #engine: Engine;
  readonly #patience: number;

  constructor(engine: Engine, patience: number) {
    this.#engine = engine;
    this.#patience = patience;
  }

  goto(url: string): Promise<void> {
    return this.#engine.goto(url);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.#engine.evaluate<T>(expression);
  }

  step(by: -1 | 1): Promise<void> {
    return this.#engine.step(by);
  }

  /** Whether something that matches the selector, and can be seen, says these words. */
  says(selector: string, words: RegExp): Promise<boolean> {
    return this.evaluate(
      `[...document.querySelectorAll(${text(selector)})].some((each) =>
        each.getClientRects().length > 0 && ${pattern(words)}.test(each.innerText.trim()))`,
    );
  }

  sees(selector: string, words: RegExp): Promise<boolean> {
    return this.#until(`${selector} to say ${words.source}`, () => this.says(selector, words));
  }

  async lacks(selector: string): Promise<void> {
    const isGone = `!document.querySelector(${text(selector)})`;
    await this.#until(`${selector} to go`, () => this.evaluate<boolean>(isGone));
  }

  async press(selector: string): Promise<void> {
    await this.#engine.act([pressAt(await this.#at(selector, /(?:)/, ''))]);
  }

  /** Presses the first element that says these words, in the card of this title if one is given. */
  async pressWords(selector: string, words: RegExp, card = ''): Promise<void> {
    await this.#engine.act([pressAt(await this.#at(selector, words, card))]);
  }

  async fill(selector: string, value: string): Promise<void> {
    await this.type(selector, value);
    const holds = `document.querySelector(${text(selector)}).value === ${text(value)}`;
    await this.#until(`${selector} to hold ${value}`, () => this.evaluate<boolean>(holds));
  }

  /** Types into a field from its beginning on: in one of several parts, the middle is some other part. */
  async type(selector: string, keys: string): Promise<void> {
    await this.#at(selector, /(?:)/, '');
    await this.evaluate(`document.querySelector(${text(selector)}).focus()`);
    await this.#engine.act([typing(keys)]);
  }

  /** The screen as a PNG in base64, and where on it an element is. */
  async picture(selector: string): Promise<{ png: string; box: Box }> {
    await this.#at(selector, /(?:)/, '');
    const box = await this.evaluate<Box>(`(() => {
      const { left, top, width, height } = document.querySelector(${text(selector)}).getBoundingClientRect();
      return { left, top, width, height };
    })()`);
    return { png: await this.#engine.picture(), box };
  }

  /**
   * Drags a card over a column, by the events in which a browser tells its page of a drag. The gesture itself belongs
   * to the screen: the drivers of these engines move no hand there, and a drag that they begin never arrives.
   */
  async drag(card: string, column: string): Promise<void> {
    await this.#at('[data-card]', /(?:)/, card);
    await this.evaluate(`(async () => {
      const card = [...document.querySelectorAll('[data-card]')].find((each) => each.innerText.includes(${text(card)}));
      const column = document.querySelector(${text(column)});
      const dataTransfer = new DataTransfer();
      const tell = (type, element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const at = { clientX: left + width / 2, clientY: top + height / 2 };
        element.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer, ...at }),
        );
      };
      const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      tell('dragstart', card);
      await drawn();
      tell('dragenter', column);
      tell('dragover', column);
      await drawn();
      tell('drop', column);
      tell('dragend', card);
    })()`);
  }

  /** Closes whatever is open over the page. */
  async leaveDialog(): Promise<void> {
    // By the key: the cross moves while what the dialog shows comes.
    await this.#engine.act([typing(ESCAPE)]);
    await this.lacks('dialog[open]');
  }

  /** The middle of an element that can be pressed, brought onto the screen. */
  async #at(selector: string, words: RegExp, card: string): Promise<Point> {
    const find = `(() => {
      const title = ${text(card)};
      const found = [...document.querySelectorAll(${text(selector)})].find((each) =>
        each.getClientRects().length > 0 && !each.disabled && ${pattern(words)}.test(each.innerText.trim()) &&
        (title === '' || each.closest('[data-card]')?.innerText.includes(title)));
      if (!found) return null;
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = found.getBoundingClientRect();
      return { x: Math.round(left + width / 2), y: Math.round(top + Math.min(height / 2, 200)) };
    })()`;
    return this.#until(`${selector} ${words.source} ${card}`, () => this.evaluate<Point | null>(find));
  }

  /** Waits for it, or says what stood there in its place. */
  async #until<T>(waitedFor: string, ask: () => Promise<T>): Promise<NonNullable<T>> {
    // A page that is just being left has nothing yet.
    const quietly = <Answer>(answer: Promise<Answer>) => answer.catch(() => null);
    try {
      return await until(waitedFor, () => quietly(ask()), this.#patience);
    } catch (error) {
      const here = await quietly(this.evaluate<string>('`${location.href}\\n${document.body.innerText}`'));
      throw new Error(`${(error as Error).message}\nThe page was ${here ?? 'one without an answer'}`, {
        cause: error,
      });
    }
  }
}
