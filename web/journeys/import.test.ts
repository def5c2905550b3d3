import axe from 'axe-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// An organizer brings a board along from elsewhere, on a phone: sees it first, makes it, takes it back, makes it again.

const stage = useStage();

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}
/** What is wider than the page; nothing, where nobody has to scroll sideways. */
const tooWide = ({ page }: Visitor) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 120));
  });
const small = { size: { width: 320, height: 640 }, touch: true } as const;

const trello = {
  name: 'Strike kitchen',
  lists: [
    { id: 'l1', name: 'To do', pos: 1 },
    { id: 'l2', name: 'Done', pos: 2 },
  ],
  labels: [],
  cards: [
    {
      ...{
        id: 'c1',
        name: 'Flyer for Saturday',
        desc: 'One page',
        idList: 'l1',
        due: '2090-05-01T17:00:00.000Z',
      },
      labels: [{ name: 'design', color: 'green' }],
      checklists: [{ id: 'k', checkItems: [{ name: 'Draft', state: 'complete' }, { name: 'Print' }] }],
      actions: [
        {
          ...{ type: 'commentCard', date: '2026-01-02T00:00:00Z', data: { text: 'Use the big logo' } },
          memberCreator: { fullName: 'Ana of the kitchen' },
        },
      ],
    },
    { id: 'c2', name: 'Soup', idList: 'l2', labels: [] },
  ],
};

test('a board of Trello on a phone: seen, imported, undone, imported as open', async () => {
  const visitor = await looked(small);
  await visitor.join('kitchen');
  const strike = await callStrike(visitor, 'kitchen', 'import-kitchen');
  const { page } = visitor;
  await page.goto(`/c/${strike.slug}/settings`);
  await page.getByRole('link', { name: 'Import and export' }).click();
  await visitor.sees('Choose what to import');
  await expectNothing(visitor, 'the page of imports');
  expect(await tooWide(visitor)).toEqual([]);

  // What is no board is said in words.
  await expect.poll(() => page.getByLabel('A file').isEnabled()).toBe(true);
  await page.getByLabel('A file').setInputFiles({
    ...{ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"cards":[') },
  });
  await visitor.sees('We can not read this.');

  await page.getByLabel('A file').setInputFiles({
    ...{ name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(trello)) },
  });
  await visitor.sees('One card would be made');
  await visitor.sees('One card of a list that is left out');
  await visitor.sees('Flyer for Saturday');
  await expectNothing(visitor, 'what would be made');
  expect(await tooWide(visitor)).toEqual([]);

  await visitor.button('Import one card').click();
  await visitor.sees('You imported one card');
  await expectNothing(visitor, 'what was made');
  await page.reload();
  await visitor.button('Undo the import').click();
  await visitor.sees('Undone. The cards are gone.');

  // The finished list too, and open.
  await page.getByLabel('A file').setInputFiles({
    ...{ name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(trello)) },
  });
  await visitor.sees('One card would be made');
  await visitor.field('To do').selectOption('OPEN');
  await visitor.field('Done').selectOption('DRAFT');
  await visitor.sees('2 cards would be made');
  await visitor.button('Import 2 cards').click();
  await visitor.sees('You imported 2 cards');

  await page.getByRole('link', { name: 'See the board' }).click();
  await visitor.sees('Flyer for Saturday');
  await page.getByText('Flyer for Saturday').first().click();
  await visitor.sees('Ana of the kitchen, elsewhere');
  await visitor.sees('Use the big logo');
});

test('a list that is pasted, in Spanish; who is no organizer is told whom to ask', async () => {
  const visitor = await looked({ ...small, language: 'es-MX' });
  await visitor.join('lista');
  const strike = await callStrike(visitor, 'lista', 'import-lista');
  const { page } = visitor;
  await page.goto(`/c/${strike.slug}/import`);
  await visitor.field('O pega una lista').fill('- Imprimir volantes\n   - Contarlos\n- Llamar a la prensa');
  await visitor.button('Verla').click();
  await visitor.sees('Se harían 2 tarjetas');
  await visitor.sees('Viene todo.');
  await expectNothing(visitor, 'lo que se haría');
  const other = await looked();
  await other.join('no-organizer');
  await other.page.goto(`/c/${strike.slug}/import`);
  await other.sees('Only organizers of this campaign fill its board.');
});
