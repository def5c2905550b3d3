import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ClaimCardDocument, HandBackCardDocument } from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

/**
 * A translator as browsers have it: it puts an element in the place of each text, now and whenever one is added, and
 * leaves out what says `translate="no"`. Into capitals, since every reader here can tell those. `moves` is for one that
 * takes the page's own text along into its element.
 */
async function translate(page: Page, { moves }: { moves: boolean }): Promise<void> {
  await page.evaluate((takesAlong) => {
    const isOurs = (text: Node) =>
      text.nodeValue?.trim() && !text.parentElement?.closest('font, script, style, [translate=no]');
    const wrap = (text: Text) => {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      const words = text.data.toUpperCase();
      if (takesAlong) {
        text.replaceWith(outer);
        text.data = words;
        inner.append(text);
      } else {
        inner.append(words);
        text.parentNode?.insertBefore(outer, text);
        text.remove();
      }
    };
    const all = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.currentNode; node; node = walker.nextNode() as Node) {
        if (node instanceof Text && isOurs(node)) texts.push(node);
      }
      for (const text of texts) wrap(text);
    };
    all(document.body);
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') all(target);
        for (const node of addedNodes) if (node.isConnected) all(node);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, moves);
}

test.each([
  ['puts its own words in the place of ours', false],
  ['takes our texts along into its elements', true],
])('under a translator that %s the board is as true as without', async (_, moves) => {
  const name = moves ? 'taken-along' : 'put-in-place';
  const organizer = await stage.visitor();
  await organizer.join(`guide-${name}`);
  const strike = await callStrike(organizer, `guide-${name}`, `said-otherwise-${name}`);
  const leaflet = await strike.card('Leaflet');
  await strike.card('Poster');
  const other = await stage.visitor();
  await other.join(`Other-${name}`);
  const reader = await stage.visitor();
  await reader.join(`reader-${name}`);
  await openBoard(reader, strike.board);
  await translate(reader.page, { moves });
  const { page } = reader;
  const capital = (title: string) => page.locator('[data-card]').filter({ hasText: title });
  await capital('LEAFLET').waitFor();

  /** What the page says, whatever stands for it, beside what a fresh page says untranslated. */
  const isTrue = async () => {
    const fresh = await reader.context.newPage();
    await fresh.goto(strike.board);
    await fresh.locator('search').getByText('Live', { exact: true }).waitFor();
    const read = (of: Page) =>
      of.locator('[data-board]').evaluate((root) =>
        [...root.querySelectorAll('[data-column], h2')].map((each) =>
          (each.textContent ?? '')
            .toUpperCase()
            .replaceAll(/JUST NOW|\d+ MIN(UTES?)? AGO/g, 'LATELY')
            .replaceAll(/\s+/g, ''),
        ),
      );
    await expect.poll(async () => ({ here: await read(page) })).toEqual({ here: await read(fresh) });
    await fresh.close();
  };
  await isTrue();

  // Another takes one, gives it back, and a new one comes: columns, counts, names and buttons follow.
  await other.ask(ClaimCardDocument, { input: { cardId: leaflet.id } });
  await page.locator('[data-column="CLAIMED"]').getByText(`Other-${name}`).waitFor();
  await isTrue();
  await other.ask(HandBackCardDocument, { input: { cardId: leaflet.id, note: 'Out of ink' } });
  await page.locator('[data-column="OPEN"]').getByText('OUT OF INK').or(capital('LEAFLET')).first().waitFor();
  await isTrue();
  await strike.card('Song sheet');
  await capital('SONG SHEET').waitFor();
  await isTrue();

  // The reader's own: what a button says while it is at work does not stay behind.
  await capital('POSTER')
    .getByRole('button', { name: /take it/i })
    .click();
  await page.locator('[data-column="CLAIMED"]').getByText('YOU HAVE THIS CARD').waitFor();
  await isTrue();
  await reader.context.setOffline(true);
  reader.allow(/ERR_INTERNET_DISCONNECTED/);
  await page
    .locator('search')
    .getByText(/^OFFLINE SINCE/)
    .waitFor({ state: 'attached' });
  expect(await page.locator('search').getByText('LIVE', { exact: true }).count()).toBe(0);
  await reader.context.setOffline(false);
  await page.locator('search').getByText('LIVE', { exact: true }).waitFor();

  // Names, figures and codes are nobody's to translate.
  expect(await page.locator('header .handle').innerText()).toBe(`reader-${name}`);
  expect(await page.locator('h2 .count font').count()).toBe(0);
});

test('a translator that was there before our scripts leaves nothing old behind', async () => {
  const organizer = await stage.visitor();
  await organizer.join('early-guide');
  const strike = await callStrike(organizer, 'early-guide', 'early-words');
  await strike.card('Banner');
  const reader = await stage.visitor();
  await reader.join('early-reader');
  // As the page arrives, before any script of it runs.
  await reader.page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const each of document.querySelectorAll('h3 a, h2, .status')) {
        for (const text of [...each.childNodes].filter((node) => node instanceof Text && node.data.trim())) {
          const font = document.createElement('font');
          font.textContent = `old ${text.nodeValue ?? ''}`;
          text.replaceWith(font);
        }
      }
    });
  });
  const board = await openBoard(reader, strike.board);
  await board.shows('Banner', 'OPEN');
  expect(await reader.page.locator('[data-board] font').count()).toBe(0);
  await board.equalsFreshLoad();
});
