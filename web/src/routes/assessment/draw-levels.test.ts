import { expect, test } from 'vitest';
import { drawLevels } from './draw-levels.server.ts';

const levels = (level: number, of = 3) => ({ of, areas: [{ area: 'ACCOUNTS' as const, level }] });

test('rounds are drawn from the first to the last, higher for more, and in one measure', () => {
  const { areas, rounds } = drawLevels(
    [
      { number: 3, levels: levels(100) },
      { number: 2, levels: null },
      { number: 1, levels: levels(0, 1) },
    ],
    ['ACCOUNTS', 'VOICE'],
  );
  expect(rounds.map(({ number, of }) => [number, of])).toEqual([
    [1, 1],
    [3, 3],
  ]);
  const [accounts, voice] = areas;
  const [first, last] = accounts!.dots;
  expect([first!.level, last!.level]).toEqual([0, 100]);
  expect(last!.x).toBeGreaterThan(first!.x);
  expect(last!.y).toBeLessThan(first!.y);
  // As a step: across at the height of the first, then up.
  expect(accounts!.edge).toBe(`M${first!.x},${first!.y}L${last!.x},${first!.y}L${last!.x},${last!.y}`);
  expect(voice).toMatchObject({ dots: [], edge: '' });
});
