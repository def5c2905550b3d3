import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const components = globSync('web/src/**/*.svelte').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

/** The opening tags of forms, whose attributes hold arrows and braces. */
const forms = components.flatMap(({ file, text }) =>
  [...text.matchAll(/<form\b(?:[^>{]|\{(?:[^{}]|\{[^{}]*\})*\})*>/g)].map(([tag]) => ({ file, tag })),
);

/** What hears that somebody typed, apart from what only takes "saved" away. */
const hears = /\boninput=\{(\w+)\}/;

test('a form that keeps what is typed keeps what is chosen too: a choice is known at its change, after its input', () => {
  const typed = forms.filter(({ tag }) => hears.test(tag));
  expect(typed.length).toBeGreaterThan(20);
  const deaf = typed.filter(({ tag }) => !tag.includes(`onchange={${hears.exec(tag)![1]}}`));
  expect(deaf).toEqual([]);
});
