import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';

const width = 360;
const height = 170;
const floor = height - 24;
const oneDay = 86_400_000;

/** The picture of a sum that grows day by day: drawn here, so that no page carries what draws it. */
export type Steps = ReturnType<typeof drawSteps>;

/** One step a day, oldest first. Days are `2026-11-25`. */
export function drawSteps(days: readonly { day: string; value: number }[]) {
  let total = 0;
  const steps = days.map(({ day, value }) => ({
    at: Date.parse(`${day}T00:00:00Z`),
    day,
    value,
    total: (total += value),
  }));
  const first = steps[0]?.at ?? 0;
  const lastDay = steps.at(-1)?.at ?? 0;
  // The last step runs to the end of its day.
  const points = [...steps, { at: lastDay + oneDay, total }];
  const across = scaleLinear()
    .domain([first, lastDay + oneDay])
    .range([30, width - 6]);
  const up = scaleLinear()
    .domain([0, total || 1])
    .nice(3)
    .range([floor, 12]);
  const left = ({ at }: { at: number }) => across(at);
  const top = (point: { total: number }) => up(point.total);
  return {
    width,
    height,
    steps,
    first,
    lastDay,
    ticks: up
      .ticks(3)
      .filter((tick) => Number.isInteger(tick))
      .map((value) => ({ value, y: up(value) })),
    filled: area<(typeof points)[number]>().x(left).y0(floor).y1(top).curve(curveStepAfter)(points) ?? '',
    edge: line<(typeof points)[number]>().x(left).y(top).curve(curveStepAfter)(points) ?? '',
  };
}
