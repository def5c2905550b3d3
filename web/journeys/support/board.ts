import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

export type Column = 'DRAFT' | 'OPEN' | 'CLAIMED' | 'IN_REVIEW' | 'DONE';

const PATIENCE_MS = 12_000;

/** Opens a board and waits until it is live. */
export async function openBoard(visitor: Visitor, path: string): Promise<Board> {
  await visitor.page.goto(path);
  const board = new Board(visitor);
  await board.live();
  return board;
}

/** A board on somebody's screen, named as that person would name what is on it. */
export class Board {
  readonly visitor: Visitor;
  readonly page: Page;

  constructor(visitor: Visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
  }

  /** Waits until the board says that it shows the head of the log. */
  async live(): Promise<void> {
    await this.page.locator('search').getByText('Live', { exact: true }).waitFor();
  }

  /** Waits until what comes after the first paint is there: dragging, and all that opens over the board. */
  async complete(): Promise<void> {
    await this.page.locator('[data-card][draggable=true]').first().waitFor({ state: 'attached' });
  }

  column(column: Column): Locator {
    return this.page.locator(`[data-column="${column}"]`);
  }

  /** Leaves only the cards with these words. */
  async find(words: string): Promise<void> {
    await this.page.locator('[data-find]').fill(words);
  }

  card(title: string): Locator {
    return this.page
      .locator('[data-card]')
      .filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** Waits until a card is in a column, and shows all of these words. */
  async shows(title: string, column: Column, ...words: (string | RegExp)[]): Promise<void> {
    const card = this.column(column)
      .locator('[data-card]')
      .filter({ has: this.titleOf(title) });
    await card.waitFor();
    for (const word of words) await card.getByText(word).first().waitFor();
  }

  /** Waits until a card is nowhere on the board. */
  async lacks(title: string): Promise<void> {
    await expect.poll(() => this.card(title).count(), { timeout: PATIENCE_MS }).toBe(0);
  }

  titleOf(title: string): Locator {
    return this.page.getByRole('link', { name: title, exact: true });
  }

  /** The titles of a column from top to bottom. */
  titles(column: Column): Promise<string[]> {
    return this.column(column).locator('[data-card] h3').allInnerTexts();
  }

  /** Opens a card's dialog and waits until all of it is there. */
  async open(title: string): Promise<Locator> {
    await this.card(title).getByRole('link', { name: title, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('heading', { name: title }).waitFor();
    await dialog.getByText('Fetching the rest…').waitFor({ state: 'hidden' });
    return dialog;
  }

  async closeDialog(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** Waits until the server has answered all that was done here. */
  async settled(): Promise<void> {
    const busy = this.page.locator('[data-card][aria-busy=true]');
    await expect.poll(() => busy.count(), { timeout: PATIENCE_MS }).toBe(0);
  }

  /** Begins a move by the card's own menu. */
  async chooseMove(title: string, item: string | RegExp): Promise<void> {
    await this.card(title)
      .getByRole('button', { name: /^Move “/ })
      .click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Everything that stands on the cards, column by column in order. */
  read(page: Page = this.page): Promise<Record<string, string[]>> {
    return page.locator('[data-board]').evaluate((board) => {
      const columns = [...board.querySelectorAll<HTMLElement>('[data-column]')];
      // How long ago something was is written anew each minute, by each page at its own second.
      const words = (card: Element) =>
        (card.textContent ?? '')
          .replaceAll(/\s+/g, ' ')
          .replaceAll(/just now|\d+ min(utes?)? ago/g, 'lately');
      return Object.fromEntries(
        columns.map((column) => [
          column.dataset.column ?? '',
          [...column.querySelectorAll('[data-card]')].map(words),
        ]),
      );
    });
  }

  /** The promise of the board: what is on screen is what a fresh load shows. */
  async equalsFreshLoad(): Promise<void> {
    const page = await this.visitor.context.newPage();
    await page.goto(this.page.url());
    await page.locator('search').getByText('Live', { exact: true }).waitFor();
    // Either draws what is below the screen when it has nothing more urgent to do.
    await expect
      .poll(async () => [await this.read(), await this.read(page)], { timeout: PATIENCE_MS })
      .toSatisfy(([here, fresh]) => isDeepStrictEqual(here, fresh));
    await page.close();
  }
}
