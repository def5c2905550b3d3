import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { compress, textFrame } from '../src/platform/socket/frames.ts';
import { projectDir } from '../src/platform/startup/project-dir.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { FanOutReport, FanOutServer, Order, Rated, ServerName, Setting } from './fan-out-server.ts';
import type { Section, Stage } from './stage.ts';
import { startSubscribers, type Subscribers } from './subscribers.ts';

const MANY = 5_000;
const SIZES = [1_000, MANY, 10_000];
const CARDS = 200;
const ROUNDS = 3;
const EVENTS = 20;
/** After an event the board rests, so that none waits for another: telling of it takes an eighth of the time. */
const PAUSES_PER_EVENT = 8;
const LONGEST_PAUSE_MS = 600;
const RATE = 100;
const RATE_SECONDS = 10;
const STALLED = MANY / 20;

/** What it costs to tell thousands of one change, against `ws` that only writes the same bytes. */
export const fanOut: Section = { name: 'fan-out', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const ours = await startServer(stage, 'strikeboard', {
    databaseUrl: await stage.newDatabase(),
    message: '',
  });
  const base = await ours.report('memory');
  const sample = await sampleOf(stage, ours);
  const bytes: Figure[] = [
    { what: 'bytes of a message: one moved card', value: sample.length, unit: 'count' },
    {
      ...{ what: '  on the wire, where compression is agreed', unit: 'count', target: { atMost: 420 } },
      value: textFrame(compress(Buffer.from(sample)) ?? Buffer.from(sample)).length,
    },
  ];
  const raw = await startServer(stage, 'raw', { databaseUrl: '', message: sample });
  const floor = await startServer(stage, 'floor', { databaseUrl: '', message: sample });
  const node = await startServer(stage, 'nodeFloor', { databaseUrl: '', message: sample });
  const stock = await startServer(stage, 'stock', { databaseUrl: '', message: sample });

  const runs: Runs = { ours: [], floor: [], node: [], raw: [], stock: [], agreed: { ours: [], floor: [] } };
  const figures: Figure[] = [];
  const bySize = new Map<number, { ours: Run[]; raw: Run[] }>();
  for (const size of SIZES) {
    const ourPeople = await startSubscribers(stage, { ...ours, count: size });
    const rawPeople = await startSubscribers(stage, { ...raw, count: size });
    const floorPeople = size === MANY ? await startSubscribers(stage, { ...floor, count: size }) : undefined;
    const nodePeople = size === MANY ? await startSubscribers(stage, { ...node, count: size }) : undefined;
    const all = { ours: [] as Run[], raw: [] as Run[] };
    bySize.set(size, all);
    for (let round = 0; round < ROUNDS; round += 1) {
      all.ours.push(await tell(ours, ourPeople));
      all.raw.push(await tell(raw, rawPeople));
      if (floorPeople) runs.floor.push(await tell(floor, floorPeople));
      if (nodePeople) runs.node.push(await tell(node, nodePeople));
    }
    await rawPeople.stop();
    await nodePeople?.stop();
    if (size === MANY) {
      Object.assign(runs, all);
      figures.push(...(await memory(ours, base, size)));
      figures.push(...(await busy(ours, ourPeople)));
      figures.push(...(await storm(ours, ourPeople)));
      figures.push(...(await stalled(ours, ourPeople, all.ours)));
    }
    await ourPeople.stop();
    if (!floorPeople) continue;
    const agreeing = await startSubscribers(stage, { ...ours, compresses: true, count: size });
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.agreed.ours.push(await tell(ours, agreeing));
      runs.agreed.floor.push(await tell(floor, floorPeople));
    }
    await agreeing.stop();
    await floorPeople.stop();
  }
  const alone = await busyAlone(ours);
  const stockPeople = await startSubscribers(stage, { ...stock, count: MANY });
  runs.stock.push(await tell(stock, stockPeople));
  await stockPeople.stop();

  return [...bytes, ...deliveries(runs, floor.by ?? ''), ...latencies(bySize), ...figures, alone];
}

/** One round of events: what one delivery cost the server, and how long until the last had it. */
export interface Run {
  /** Microseconds of processor time for one message to one subscriber. */
  cpu: number;
  /** From the commit to the arrival at the last, the median over the events (ms). */
  last: number;
  /** Per event. */
  executions: number;
  logReads: number;
}

export async function tell(server: Server, people: Subscribers, stalled = 0): Promise<Run> {
  await oneEvent(server, people, stalled); // warm
  const start = await server.report('time');
  const startedAt = performance.now();
  const last: number[] = [];
  for (let event = 0; event < EVENTS; event += 1) {
    const took = await oneEvent(server, people, stalled);
    last.push(took);
    await delay(Math.min(LONGEST_PAUSE_MS, PAUSES_PER_EVENT * took));
  }
  const lasted = performance.now() - startedAt;
  const end = await server.report('time');
  // What the server does all the time is not what the events cost.
  await delay(lasted);
  const idle = await server.report('time');
  const spent = (of: (report: FanOutReport) => number) => of(end) - of(start) - (of(idle) - of(end));
  return {
    cpu: (spent(({ cpu }) => cpu) * 1_000) / EVENTS / people.size,
    last: median(last),
    executions: spent(({ executions = 0 }) => executions) / EVENTS,
    logReads: spent(({ logReads = 0 }) => logReads) / EVENTS,
  };
}

async function oneEvent(server: Server, people: Subscribers, stalled: number): Promise<number> {
  const { at, revision } = await server.event();
  return (await people.until(revision, stalled)) - at;
}

/** Rounds of each, of which those with the same number ran one after the other. */
interface Runs extends Record<'ours' | 'floor' | 'node' | 'raw' | 'stock', Run[]> {
  /** Where everybody agreed to compression; the floor beside it. */
  agreed: Record<'ours' | 'floor', Run[]>;
}

function deliveries(runs: Runs, floor: string): Figure[] {
  const micro = (what: string, of: Run[]): Figure => {
    const values = of.map(({ cpu }) => cpu);
    return { what, value: median(values), unit: 'µs', spread: rangeOf(values) };
  };
  const against = (these: Run[], those: Run[]) =>
    these.map(({ cpu }, round) => cpu / (those[round]?.cpu ?? NaN));
  const ratio = (what: string, ratios: number[]): Figure => ({
    ...{ what, value: median(ratios), unit: '×', target: { atMost: 1.25 }, spread: rangeOf(ratios) },
  });
  const [stock] = runs.stock;
  return [
    micro(`processor time per delivery, ${MANY} subscribers`, runs.ours),
    micro('  where they agreed to compression', runs.agreed.ours),
    micro(`  the floor, the same bytes: ${floor}`, runs.floor),
    micro('  sockets of Node, the same bytes', runs.node),
    micro('  raw ws, the same bytes', runs.raw),
    micro('  graphql-ws and the publisher of Yoga, as they are', runs.stock),
    ratio('  ours against raw ws', against(runs.ours, runs.raw)),
    ratio('  ours against the floor', against(runs.ours, runs.floor)),
    ratio('  ours with compression against the floor', against(runs.agreed.ours, runs.agreed.floor)),
    {
      what: '  graphql-ws and Yoga against raw ws',
      value: (stock?.cpu ?? NaN) / median(runs.raw.map(({ cpu }) => cpu)),
      unit: '×',
    },
    {
      ...{ what: `executions per event, ${MANY} subscribers of one class`, unit: 'count' },
      ...{ value: median(runs.ours.map(({ executions }) => executions)), target: { atMost: 1.05 } },
    },
    {
      ...{ what: `reads of the log per event, ${MANY} subscribers`, unit: 'count' },
      ...{ value: median(runs.ours.map(({ logReads }) => logReads)), target: { atMost: 1.05 } },
    },
  ];
}

function latencies(bySize: Map<number, { ours: Run[]; raw: Run[] }>): Figure[] {
  const medianLast = (runs: Run[]) => median(runs.map(({ last }) => last));
  const figures = [...bySize].flatMap(([size, { ours, raw }]): Figure[] => {
    const ratios = ours.map(({ last }, round) => last / (raw[round]?.last ?? NaN));
    return [
      {
        ...{ what: `commit → last of ${size}`, value: medianLast(ours), unit: 'ms' },
        spread: rangeOf(ours.map(({ last }) => last)),
      },
      {
        ...{ what: '  against raw ws', value: median(ratios), unit: '×', spread: rangeOf(ratios) },
        ...(size === MANY && { target: { atMost: 1.3 } }),
      },
    ];
  });
  const slope = (name: 'ours' | 'raw') => {
    const [few, , most] = SIZES.map((size) => medianLast(bySize.get(size)?.[name] ?? []));
    return (most ?? NaN) - (few ?? NaN);
  };
  figures.push({
    ...{ what: 'slope from 1,000 to 10,000 against that of raw ws', value: slope('ours') / slope('raw') },
    ...{ unit: '×', target: { atMost: 1.25 } },
  });
  return figures;
}

export async function memory(server: Server, base: FanOutReport, size: number): Promise<Figure[]> {
  const { heapUsed, rss } = await server.report('memory');
  const kB = (bytes: number) => bytes / 1_000 / size;
  return [
    {
      ...{
        what: `heap per subscriber, ${size} subscribers`,
        value: kB(heapUsed - base.heapUsed),
        unit: 'kB',
      },
      target: { atMost: 10 },
    },
    { what: '  resident memory', value: kB(rss - base.rss), unit: 'kB', target: { atMost: 25 } },
  ];
}

/** Changes as fast as a strike vote makes them, everything in one process: commit, log, execution, sockets. */
async function busy(server: Server, people: Subscribers): Promise<Figure[]> {
  const start = await server.report('time');
  const { revision, wallMs, failed } = await server.rate(RATE, RATE_SECONDS);
  await people.until(revision);
  const end = await server.report('time');
  const { gaps } = await people.report();
  const cores = (end.cpu - start.cpu) / wallMs;
  const perSecond = ((end.logReads ?? 0) - (start.logReads ?? 0)) / (wallMs / 1_000);
  return [
    {
      ...{ what: `${RATE} changes a second to ${people.size}: processor`, value: cores, unit: 'cores' },
      target: { atMost: 0.7 },
      spread: `${perSecond.toFixed(1)} messages a second to each, done in ${(wallMs / 1_000).toFixed(1)} s`,
    },
    { what: '  changes that were not done', value: failed, unit: 'count', target: { atMost: 0 } },
    { what: '  gaps seen by subscribers', value: gaps, unit: 'count', target: { atMost: 0 } },
  ];
}

/** What of it the changes themselves take: the same with nobody watching. */
async function busyAlone(server: Server): Promise<Figure> {
  const start = await server.report('time');
  const { wallMs } = await server.rate(RATE, RATE_SECONDS);
  const end = await server.report('time');
  return {
    ...{ what: `${RATE} changes a second to nobody: processor`, value: (end.cpu - start.cpu) / wallMs },
    unit: 'cores',
  };
}

/** Every line breaks at once while the board moves on, and all come back where they stopped. */
export async function storm(
  server: Server,
  people: Pick<Subscribers, 'size' | 'until' | 'reconnect' | 'report'>,
): Promise<Figure[]> {
  const before = await server.report('time');
  await server.cutAll();
  const { at, revision } = await server.event();
  await people.reconnect();
  const took = (await people.until(revision)) - at;
  const after = await server.report('time');
  const { gaps, open } = await people.report();
  const count = (name: 'replays' | 'executions' | 'headReads') => (after[name] ?? 0) - (before[name] ?? 0);
  return [
    {
      ...{ what: `${people.size} reconnect at once: until the last has what it missed`, value: took },
      ...{ unit: 'ms', target: { atMost: people.size }, spread: `${open} are back` },
    },
    { what: '  gaps seen by subscribers', value: gaps, unit: 'count', target: { atMost: 0 } },
    { what: '  reads of the log for them', value: count('replays'), unit: 'count', target: { atMost: 1 } },
    { what: '  executions meanwhile', value: count('executions'), unit: 'count' },
  ];
}

/** One in twenty stops reading: what the others notice. */
async function stalled(server: Server, people: Subscribers, without: Run[]): Promise<Figure[]> {
  await people.stall(STALLED);
  const cutsBefore = (await server.report('time')).cuts ?? 0;
  const runs: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await tell(server, people, STALLED));
  const cuts = ((await server.report('time')).cuts ?? 0) - cutsBefore;
  const ratios = runs.map(({ last }, round) => last / (without[round]?.last ?? NaN));
  return [
    {
      ...{ what: `${STALLED} of ${people.size} stop reading: commit → last of the others, against before` },
      ...{ value: median(ratios), unit: '×', spread: `${rangeOf(ratios)}; ${cuts} were cut off so far` },
    },
  ];
}

/** The bytes of a real message. */
async function sampleOf(stage: Stage, server: Server): Promise<string> {
  const people = await startSubscribers(stage, { ...server, count: 1 });
  const { revision } = await server.event();
  await people.until(revision);
  const { sample } = await people.report();
  await people.stop();
  return sample;
}

export type Server = Awaited<ReturnType<typeof startServer>>;

export async function startServer(
  stage: Stage,
  name: ServerName,
  setting: Omit<Setting, 'cards'>,
  folder: string = projectDir(),
) {
  const child = stage.child(join(folder, 'server/bench/fan-out-process.ts'), folder);
  const order = <Answer>(message: Order) => child.ask<Answer>(message);
  const opened = await order<Pick<FanOutServer, 'url' | 'board' | 'resultKey' | 'by'>>({
    ...{ open: name, setting: { ...setting, cards: CARDS } },
  });
  return {
    ...opened,
    event: () => order<{ at: number; revision: number }>({ event: true }),
    rate: (rate: number, seconds: number) => order<Rated>({ rate, seconds }),
    cutAll: () => order<{ cut: number }>({ cutAll: true }),
    report: (report: 'time' | 'memory') => order<FanOutReport>({ report }),
  };
}
