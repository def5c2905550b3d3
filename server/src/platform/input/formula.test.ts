import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormulas, unguardFormulas } from './formula.ts';

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%', "'", ' ', '\u200b', '\u3000'),
      fc.constantFrom(',', ';', '\t', '\r', '\n', 'a', '1'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

// mutant: a guard at the beginning alone lets `a;=b` run where semicolons end cells.
test.each([',', ';', '\t', '|', '\n', '\r'])('no cell that %j would end begins as a formula', (sign) => {
  fc.assert(
    fc.property(typed, (text) => {
      for (const cell of guardFormulas(text).split(sign))
        expect(cell.replace(/^(?:(?![\t\r\n])[\s\p{Cf}])*/u, '')).not.toMatch(/^[=+\-@＝＋－＠|%]/u);
    }),
  );
});

test('what was guarded comes back as it was', () => {
  fc.assert(fc.property(typed, (text) => unguardFormulas(guardFormulas(text)) === text));
  expect(guardFormulas('Draft, then print')).toBe('Draft, then print');
  expect(guardFormulas('=A1;-B2')).toBe("'=A1;'-B2");
});

test('a long text takes no longer than it is', () => {
  const startedAt = performance.now();
  for (const text of [' '.repeat(200_000), "'".repeat(200_000), ', '.repeat(100_000), '\n'.repeat(200_000)])
    guardFormulas(text);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
