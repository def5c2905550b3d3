import { expect, test } from 'vitest';
import { drawColumns } from './draw-columns.server.ts';
import { drawSteps } from './draw-steps.server.ts';

test('a sum steps up day by day, and its last step runs to the edge', () => {
  const drawn = drawSteps([
    { day: '2026-11-25', value: 2 },
    { day: '2026-11-26', value: 0 },
    { day: '2026-11-27', value: 1 },
  ]);
  expect(drawn.steps.map(({ total }) => total)).toEqual([2, 2, 3]);
  expect(new Date(drawn.lastDay).toISOString()).toBe('2026-11-27T00:00:00.000Z');
  expect(drawn.ticks.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
  expect(drawn.edge).toMatch(/^M30,.*L354,12$/);
  expect(drawn.filled.endsWith('Z')).toBe(true);
});

test('columns stand on the floor, the highest reaches up, and nothing is drawn of nothing', () => {
  const drawn = drawColumns([
    { key: '2026-10', label: 'Oct', value: 2 },
    { key: '2026-11', label: 'Nov', value: 6 },
  ]);
  const floor = drawn.height - 24;
  for (const { top, tall } of drawn.columns) expect(top + tall).toBeCloseTo(floor);
  expect(drawn.columns[1]?.tall).toBeCloseTo(3 * (drawn.columns[0]?.tall ?? 0));
  expect(drawn.ticks[0]).toEqual({ value: 0, y: floor });
  expect(drawColumns([]).columns).toEqual([]);
});
