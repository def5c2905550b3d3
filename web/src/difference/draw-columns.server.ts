import { scaleBand, scaleLinear } from 'd3-scale';

const width = 360;
const height = 170;
const floor = height - 24;

/** The picture of values over time: drawn here, so that no page carries what draws it. */
export type Columns = ReturnType<typeof drawColumns>;

/** One column for each point, oldest first; `label` is short, for below the columns. */
export function drawColumns(points: readonly { key: string; label: string; value: number }[]) {
  const across = scaleBand<string>()
    .domain(points.map(({ key }) => key))
    .range([30, width])
    .paddingInner(0.25)
    .paddingOuter(points.length < 4 ? 1 : 0.1);
  const most = Math.max(1, ...points.map(({ value }) => value));
  const up = scaleLinear().domain([0, most]).nice(3).range([floor, 12]);
  return {
    width,
    height,
    /** As many names as fit below the columns. */
    every: Math.max(1, Math.ceil(points.length / 5)),
    columnWidth: across.bandwidth(),
    columns: points.map((point) => ({
      ...point,
      left: across(point.key) ?? 0,
      top: up(point.value),
      tall: floor - up(point.value),
    })),
    ticks: up
      .ticks(3)
      .filter((tick) => Number.isInteger(tick) || most <= 1)
      .map((value) => ({ value, y: up(value) })),
  };
}
