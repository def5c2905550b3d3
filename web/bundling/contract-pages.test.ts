import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { partsOf } from './contract-pages.ts';

const schema = fileURLToPath(new URL('../../schema/', import.meta.url));
const none = { prefix: 'page-', fileAt: () => '' };

test('a page comes in parts, and what it names stands where our pages have it', () => {
  const parts = partsOf(
    '# The page\n\nFirst, see [`ERRORS.md`](ERRORS.md).\n\n## One & two\n\n### Three\n\n<!-- not for you -->\n',
    none,
  );
  expect(parts).toEqual([
    {
      id: 'page-about',
      title: '',
      blocks: [
        {
          kind: 'paragraph',
          runs: [
            { text: 'First, see ' },
            { text: 'ERRORS.md', isCode: true, href: '#errors' },
            { text: '.' },
          ],
        },
      ],
    },
    { id: 'page-one-two', title: 'One & two', blocks: [{ kind: 'heading', runs: [{ text: 'Three' }] }] },
  ]);
});

test('a paragraph that is one file shows what is in it, as text', () => {
  const [part] = partsOf('[it](recipes/a.html)\n', { ...none, fileAt: (path) => `<b>${path}</b>\n` });
  expect(part?.blocks).toEqual([{ kind: 'file', name: 'a.html', text: '<b>recipes/a.html</b>' }]);
});

test.each(['README.md', 'ERRORS.md', 'RECIPES.md', 'CHANGELOG.md'])(
  '%s: no two parts have one place',
  (page) => {
    const fileAt = (path: string) => readFileSync(schema + path, 'utf8');
    const ids = partsOf(readFileSync(schema + page, 'utf8'), { prefix: 'page-', fileAt }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1);
  },
);

test('mutant: what nothing would show is refused at the build', () => {
  expect(() => partsOf('> quoted\n', none)).toThrow('blockquote');
  expect(() => partsOf('![a picture](x.png)\n', none)).toThrow('image');
});

test('each recipe is shown', () => {
  const page = readFileSync(`${schema}RECIPES.md`, 'utf8');
  for (const name of readdirSync(`${schema}recipes`)) expect(page).toContain(`](recipes/${name})`);
});
