import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useStage } from './support/stage.ts';

const stage = useStage();

test('a choice of Spanish changes every word of ours, on every page, and stays', async () => {
  const visitor = await stage.visitor();
  const { page } = visitor;
  const english = phrasesOf('en');
  const spanish = phrasesOf('es');
  await page.goto('/');
  await page.getByRole('group', { name: 'Language' }).getByRole('link', { name: 'Español' }).click();
  await page.locator('html[lang=es]').waitFor({ state: 'attached' });

  for (const path of ['/', '/c/hold-the-line', '/c/hold-the-line/board', '/join', '/sign-in', '/need-help']) {
    await page.goto(path);
    if (path.endsWith('/board')) await page.locator('search').getByText('En vivo', { exact: true }).waitFor();
    await expectOnly(page, spanish, english, path);
  }
  await page.goto('/c/hold-the-line/board');
  await page.locator('[data-column=DONE] h3 a').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Comentarios' }).waitFor();
  await expectOnly(page, spanish, english, 'the dialog of a card');

  // As somebody who runs the board, with all that only they see.
  await visitor.tryAs('ORGANIZER');
  for (const path of ['/me', '/me/sessions', '/c/hold-the-line/settings', '/c/hold-the-line/board?card=1']) {
    await page.goto(path);
    if (path.includes('card=')) await dialog.getByRole('heading', { name: 'Comentarios' }).waitFor();
    await expectOnly(page, spanish, english, path);
  }
});

test('a browser that asks for Spanish gets it at the first visit', async () => {
  const visitor = await stage.visitor({ language: 'es-MX' });
  await visitor.page.goto('/');
  await visitor.page.locator('html[lang=es]').waitFor({ state: 'attached' });
  await visitor.page.getByRole('group', { name: 'Idioma' }).getByRole('link', { name: 'English' }).click();
  await visitor.page.locator('html[lang=en]').waitFor({ state: 'attached' });
  await visitor.page.goto('/join');
  await visitor.page.locator('html[lang=en]').waitFor({ state: 'attached' });
});

/** Every text of a catalogue that has no gap to fill. */
function phrasesOf(language: 'en' | 'es'): Set<string> {
  const phrases = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node === 'string') {
      if (!node.includes('{{')) phrases.add(node);
    } else {
      for (const child of Object.values(node as Record<string, unknown>)) collect(child);
    }
  };
  for (const namespace of ['site', 'board', 'errors', 'desk']) {
    const file = new URL(`../src/messages/${language}/${namespace}.json`, import.meta.url);
    collect(JSON.parse(readFileSync(file, 'utf8')));
  }
  return phrases;
}

/** Nothing that is read or heard is a phrase of the English catalogue that Spanish says otherwise. */
async function expectOnly(
  page: Page,
  spanish: Set<string>,
  english: Set<string>,
  where: string,
): Promise<void> {
  const said = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      // What people wrote stays in their language.
      if (holder && !holder.closest('script, style, noscript, [lang]:not(html), [data-card] h3, .text')) {
        found.push(node.textContent ?? '');
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
  });
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  expect(
    said.filter((text) => english.has(text) && !spanish.has(text)),
    where,
  ).toEqual([]);
  expect(said.filter((text) => spanish.has(text)).length, where).toBeGreaterThan(5);
}
