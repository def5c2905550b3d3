import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DeskView, kinds, readView, sections, variablesOf, writeView } from './desk-view.ts';

const views: fc.Arbitrary<DeskView> = fc.record({
  section: fc.constantFrom(...sections),
  text: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  campaign: fc.option(fc.stringMatching(/^[a-z][a-z-]{1,20}$/)),
  kind: fc.option(fc.constantFrom(...kinds)),
  mine: fc.boolean(),
  late: fc.boolean(),
  after: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{4,40}$/)),
});

test('a view that was written to an address is read back', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
    }),
  );
});

test('an address with anything in it opens', () => {
  const params = new URLSearchParams({ show: 'no-such', kind: 'party', q: 'x'.repeat(500) });
  expect(readView(params)).toMatchObject({ section: 'asks', kind: null, text: 'x'.repeat(100) });
  expect(writeView(readView(new URLSearchParams()))).toBe('');
});

test('only the rows of the list shown are asked for, and none while they are fresh', () => {
  for (const section of sections) {
    const view = { ...readView(new URLSearchParams()), section };
    expect(sections.filter((each) => variablesOf(view)[each])).toEqual([section]);
    expect(sections.filter((each) => variablesOf(view, false)[each])).toEqual([]);
  }
});
