import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { sumUp } from './log-sums.ts';

interface Line {
  level: number;
  msg: string;
  count: number;
  [name: string]: unknown;
}

function summing() {
  const lines: Line[] = [];
  const log = createLog({
    forPeople: false,
    write: { write: (line) => void lines.push(JSON.parse(line) as Line) },
  });
  return { lines, sums: sumUp(log, 1_000_000) };
}

test('five thousand of one kind are a line, and each kind has its own', () => {
  const { lines, sums } = summing();
  for (let time = 0; time < 5_000; time += 1) sums.add('sockets answered', { status: 101 });
  sums.add('sockets answered', { status: 503 });
  expect(lines).toEqual([]);
  sums.flush();
  expect(lines.map(({ status, count }) => [status, count])).toEqual([
    [101, 5_000],
    [503, 1],
  ]);
  sums.flush();
  expect(lines).toHaveLength(2);
});

test('what went wrong is a warning, with the first error', () => {
  const { lines, sums } = summing();
  sums.add('no answer', {}, new Error('the first'));
  sums.add('no answer', {}, new Error('the second'));
  sums.flush();
  expect(lines).toMatchObject([{ level: 40, count: 2, err: { message: 'the first' } }]);
});
