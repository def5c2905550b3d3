import { scaleLinear, scalePoint } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { LevelPartsFragment } from '#web/gql/graphql.ts';

const width = 200;
const height = 84;
const floor = height - 20;
const ceiling = 10;
const left = 30;

type Area = LevelPartsFragment['areas'][number]['area'];

interface Round {
  number: number;
  levels?: LevelPartsFragment | null;
}

/** One area over the rounds, as steps. */
export interface DrawnArea {
  area: Area;
  edge: string;
  dots: { x: number; y: number; number: number; level: number; of: number }[];
}

/** The pictures of all areas, in the same measure: drawn here, so that no page carries what draws them. */
export type DrawnLevels = ReturnType<typeof drawLevels>;

/** Rounds as they come, last first; those of which nothing may be told leave a gap. */
export function drawLevels(rounds: readonly Round[], areas: readonly Area[]) {
  const told = rounds.filter(({ levels }) => levels).toReversed();
  const across = scalePoint<number>()
    .domain(told.map(({ number }) => number))
    .range([left + 8, width - 14]);
  const up = scaleLinear().domain([0, 100]).range([floor, ceiling]);
  const drawn = areas.map((area): DrawnArea => {
    const dots = told.flatMap(({ number, levels }) => {
      const level = levels?.areas.find((each) => each.area === area)?.level;
      if (level === undefined) return [];
      return [{ x: across(number) ?? left, y: up(level), number, level, of: levels!.of }];
    });
    const edge = line<(typeof dots)[number]>()
      .x(({ x }) => x)
      .y(({ y }) => y)
      .curve(curveStepAfter);
    return { area, dots, edge: edge(dots) ?? '' };
  });
  return {
    ...{ width, height, left, areas: drawn },
    rounds: told.map(({ number, levels }) => ({ number, of: levels!.of, x: across(number) ?? left })),
    ticks: [0, 50, 100].map((value) => ({ value, y: up(value) })),
  };
}
