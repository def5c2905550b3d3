import axe from 'axe-core';
import { expect, test } from 'vitest';
import { openBoard } from './support/board.ts';
import { expectNothing } from './support/axe.ts';
import { timeZone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('Tab goes through the cards of a column, on to the next one and back; the board says once that it has keys', async () => {
  const olga = await stage.visitor();
  await olga.context.addInitScript(axe.source);
  await olga.join('tab-olga');
  const strike = await callStrike(olga, 'tab-olga', 'tab-through');
  for (const title of ['First', 'Second', 'Third']) await strike.card(title);
  await strike.card('Sketch', { status: 'DRAFT' });
  await openBoard(olga, strike.board);
  const { page } = olga;
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.closest('[data-card]')?.querySelector('.title')?.textContent?.trim() ?? '',
    );
  /** Titles that the focus comes through until it leaves the cards. */
  const walk = async (key: 'Tab' | 'Shift+Tab') => {
    const seen: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      const title = await focused();
      if (!title) break;
      if (seen.at(-1) !== title) seen.push(title);
      await page.keyboard.press(key);
    }
    return seen;
  };
  expect(await page.getByText('This board has keys').count()).toBe(0);
  await olga.link('Sketch').focus();
  const order = await walk('Tab');
  expect(order[0]).toBe('Sketch');
  expect([...order].sort()).toEqual(['First', 'Second', 'Sketch', 'Third']);
  await olga.sees(/This board has keys: Tab and arrows/);
  await expectNothing(olga, 'a board that says it has keys');
  await olga.link(order.at(-1)!).focus();
  const back = await walk('Shift+Tab');
  expect(back.slice(0, 3)).toEqual(order.slice(1).reverse());
  await olga.link(order[1]!).focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(order[2]);
  await olga.button('Show the keys').click();
  await page.getByRole('dialog').getByText('through the cards of a column').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.getByText('This board has keys').count()).toBe(0);
});

test('zones are chosen by place, the device first, and the nights are its own before anybody chose', async () => {
  const ana = await stage.visitor({ language: 'es-MX' });
  await ana.join('zone-ana');
  await ana.page.goto('/me/contact');
  const zone = ana.page.locator('#quietZone');
  await expect.poll(() => zone.inputValue()).toBe(timeZone);
  await ana.sees(/Chicago/);
  expect(await zone.locator('option').first().textContent()).toContain('Este dispositivo: Chicago');
  await expect.poll(() => zone.locator('option', { hasText: 'Ciudad de México' }).count()).toBe(1);
  await zone.selectOption('America/Mexico_City');
  // What was chosen and not saved yet is kept like what was typed.
  await ana.page.reload();
  await expect.poll(() => zone.inputValue()).toBe('America/Mexico_City');
  await ana.page.locator('form', { has: zone }).getByRole('button', { name: 'Guardar' }).click();
  await ana.isTold('Guardado');
  await ana.page.reload();
  await expect.poll(() => zone.inputValue()).toBe('America/Mexico_City');
});
