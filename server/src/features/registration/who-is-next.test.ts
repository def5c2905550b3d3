import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whoIsNext } from './who-is-next.ts';

const line = fc
  .array(fc.integer({ min: 1, max: 10 }), { maxLength: 30 })
  .map((sizes) => sizes.map((people, index) => ({ id: String(index), people })));
const sum = (of: { people: number }[]) => of.reduce((all, { people }) => all + people, 0);

test('never more than fit, in order, and nobody who would still fit is left out', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: -5, max: 60 }), (waiting, free) => {
      const next = whoIsNext(waiting, free);
      expect(sum(next)).toBeLessThanOrEqual(Math.max(0, free));
      expect(next).toEqual(waiting.filter((each) => next.includes(each)));
      for (const left of waiting.filter((each) => !next.includes(each)))
        expect(left.people).toBeGreaterThan(free - sum(next));
    }),
  );
});

test('nobody is passed by somebody who needs as much or more', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 0, max: 60 }), (waiting, free) => {
      const next = new Set(whoIsNext(waiting, free));
      waiting.forEach((one, at) => {
        if (next.has(one)) return;
        for (const later of waiting.slice(at + 1).filter(({ people }) => people >= one.people))
          expect(next.has(later)).toBe(false);
      });
    }),
  );
});

test('without a limit everybody is next', () => {
  fc.assert(
    fc.property(line, (waiting) => {
      expect(whoIsNext(waiting, null)).toEqual(waiting);
    }),
  );
});
