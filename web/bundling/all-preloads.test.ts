import { expect, test } from 'vitest';
import { namingAll } from './all-preloads.ts';

const page = '.svelte-kit/generated/build/client-optimized/nodes/3.js';

test('a page names what it begins with first, and nothing of what comes late', () => {
  const manifest = {
    [page]: { file: 'nodes/3.js', imports: ['early.ts', 'shared.ts'], dynamicImports: ['late.ts'] },
    'early.ts': { file: 'early.js', dynamicImports: ['late.ts'] },
    'late.ts': { file: 'late.js', imports: ['shared.ts', 'later.ts'] },
    'later.ts': { file: 'later.js' },
    // As modules may, these two know each other.
    'shared.ts': { file: 'shared.js', imports: ['deep.ts'] },
    'deep.ts': { file: 'deep.js', imports: ['shared.ts', page] },
  };
  const named = namingAll(manifest);
  const first = named[page]?.imports?.map((key) => named[key]?.file);
  expect(first).toEqual(['early.js', 'shared.js', 'deep.js', 'early.js', 'shared.js']);
  // By themselves: who goes through them meets nothing that comes late on the way.
  for (const key of named[page]?.imports?.slice(0, 3) ?? [])
    expect(Object.keys(named[key] ?? {})).toEqual(['file']);
  expect(named['early.ts']).toBe(manifest['early.ts']);
  expect(named[page]?.dynamicImports).toEqual(['late.ts']);
});

test('the layout names the page for errors too, which Kit waits for before it begins any page', () => {
  const node = (index: number) => `.svelte-kit/generated/build/client-optimized/nodes/${index}.js`;
  const named = namingAll({
    [node(0)]: { file: 'nodes/0.js', imports: ['base.ts'] },
    [node(1)]: { file: 'nodes/1.js', imports: ['sorry.ts'] },
    [node(2)]: { file: 'nodes/2.js' },
    'base.ts': { file: 'base.js' },
    'sorry.ts': { file: 'sorry.js' },
  });
  const filesOf = (index: number) => named[node(index)]?.imports?.map((key) => named[key]?.file);
  expect(filesOf(0)?.toSorted()).toEqual(['base.js', 'base.js', 'nodes/1.js', 'sorry.js']);
  expect(filesOf(2)).toEqual([]);
});
