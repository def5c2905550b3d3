import { type Server, startServer, tell } from './fan-out.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';
import { startSubscribers, type Subscribers } from './subscribers.ts';

const MANY = 5_000;
const ROUNDS = 7;
const MOST = 1.1;

/** What it costs to tell thousands who read server-sent events, against as many on sockets. */
export const sse: Section = { name: 'sse', measure };

interface Side {
  server: Server;
  people: Subscribers;
  cpu: number[];
  last: number[];
}

async function measure(stage: Stage): Promise<Figure[]> {
  const open = async (byEvents: boolean): Promise<Side> => {
    const server = await startServer(stage, 'strikeboard', {
      databaseUrl: await stage.newDatabase(),
      message: '',
    });
    const people = await startSubscribers(stage, { ...server, byEvents, count: MANY });
    return { server, people, cpu: [], last: [] };
  };
  const sides = { events: await open(true), sockets: await open(false), again: await open(false) };
  const all = Object.values(sides);
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turn who is first, so that what else the machine does meets all of them.
    for (const side of [...all.slice(round % all.length), ...all.slice(0, round % all.length)]) {
      const { cpu, last } = await tell(side.server, side.people);
      side.cpu.push(cpu);
      side.last.push(last);
    }
  }
  const figures = await Promise.all(
    [
      { what: 'server-sent events', side: sides.events },
      { what: 'sockets', side: sides.sockets },
    ].map(async ({ what, side }): Promise<Figure[]> => {
      const { gaps, open: stillOpen } = await side.people.report();
      return [
        figureOf(`${what}: processor time per delivery to ${MANY}`, side.cpu, 'µs'),
        figureOf('  commit → last', side.last, 'ms'),
        {
          what: '  gaps seen, and lines lost',
          value: gaps + MANY - stillOpen,
          unit: 'count',
          target: { atMost: 0 },
        },
      ];
    }),
  );
  const ratio = (what: string, one: number[], other: number[], isBound: boolean): Figure => ({
    ...figureOf(
      what,
      one.map((value, round) => value / (other[round] ?? NaN)),
      '×',
    ),
    ...(isBound && { target: { atMost: MOST } }),
  });
  return [
    ...figures.flat(),
    ratio('events against sockets: processor time per delivery', sides.events.cpu, sides.sockets.cpu, true),
    ratio('  commit → last', sides.events.last, sides.sockets.last, true),
    ratio('noise: sockets against sockets, processor', sides.again.cpu, sides.sockets.cpu, false),
    ratio('  commit → last', sides.again.last, sides.sockets.last, false),
  ];
}

const figureOf = (what: string, values: number[], unit: Figure['unit']): Figure => ({
  ...{ what, unit, value: median(values), spread: rangeOf(values) },
});
