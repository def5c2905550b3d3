import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaps } from './redeliver.ts';
import { MOST_CHANGES } from './webhook-message.ts';

const told = (...parts: [number, number][]) => parts.map(([readFrom, revision]) => ({ readFrom, revision }));

/** Revisions that a list of parts tells of, in the order of their ends. */
const revisionsOf = (parts: readonly { after: number; upTo: number }[]) =>
  parts.flatMap(({ after, upTo }) =>
    Array.from({ length: upTo - after }, (_each, index) => after + index + 1),
  );

test.each([
  ['all was told in one', 3, 9, told([3, 9]), []],
  ['nothing was kept', 3, 9, [], [{ after: 3, upTo: 9 }]],
  ['what was kept begins later', 3, 9, told([5, 9]), [{ after: 3, upTo: 5 }]],
  ['what was kept begins earlier: it comes whole', 3, 9, told([1, 5], [5, 9]), []],
  ['a part between is not kept', 0, 9, told([0, 2], [5, 9]), [{ after: 2, upTo: 5 }]],
  ['there is nothing after it', 9, 9, [], []],
])('%s', (_what, from, to, parts, expected) => expect(gaps(from, to, parts)).toEqual(expected));

/** Parts of a log that follow each other, some of which are kept. */
const history = fc.record({
  ends: fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }),
  kept: fc.infiniteStream(fc.boolean()),
  from: fc.nat({ max: 900 }),
});

test('with what is told again, every revision is told once, and no message holds more than it may', () => {
  fc.assert(
    fc.property(history, ({ ends, kept, from }) => {
      const sorted = ends.toSorted((one, other) => one - other);
      const to = Math.max(from, sorted.at(-1)!);
      const parts = sorted.map((revision, index) => ({ readFrom: sorted[index - 1] ?? 0, revision }));
      const again = parts.filter(({ revision }) => kept.next().value && revision > from);
      const made = gaps(from, to, again);
      for (const { after, upTo } of made) expect(upTo - after).toBeLessThanOrEqual(MOST_CHANGES);
      const all = [
        ...revisionsOf(made),
        ...revisionsOf(again.map((each) => ({ after: each.readFrom, upTo: each.revision }))),
      ];
      const after = all.filter((revision) => revision > from).toSorted((one, other) => one - other);
      expect(after).toEqual(Array.from({ length: to - from }, (_each, index) => from + index + 1));
    }),
  );
});

test('mutant: who tells all again under new ids tells what was kept twice', () => {
  const careless = (from: number, to: number) => [{ after: from, upTo: to }];
  const again = told([3, 9]);
  const twice = [...revisionsOf(careless(3, 9)), ...revisionsOf([{ after: 3, upTo: 9 }])];
  expect(new Set(twice).size).toBeLessThan(twice.length);
  expect(gaps(3, 9, again)).toEqual([]);
});
