import { hasNginx, planNginx } from '../test/support/edge.ts';
import { type Crowd, stays, toldBy } from './crowd.ts';
import { type Server, startServer, tell } from './fan-out.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';
import { startCrowd, startSubscribers } from './subscribers.ts';

const MANY = 5_000;
/** As many as one process of nginx holds open where it may hold 20,000 files, and what three of them are asked to. */
const MOST_OF_ONE = 19_000;
const MOST_OF_THREE = 50_000;
const WORKERS = 3;
const BESIDE = 10_000;
const ROUNDS = 3;
const RATE = 100;
const RATE_SECONDS = 10;

/** The crowd at nginx with nchan, which the server publishes to, against the same crowd at the server itself. */
export const edge: Section = { name: 'edge', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  if (!hasNginx)
    return [{ what: 'not measured: nginx with nchan is not on this machine', value: 0, unit: 'count' }];
  const databaseUrl = await stage.newDatabase();
  const nginx = await planNginx({ workers: WORKERS, connections: 19_900 });
  const server = await startServer(stage, 'strikeboard', {
    ...{ databaseUrl, message: '', environment: { EDGE_URLS: nginx.publishUrl } },
  });
  await nginx.open(server.url);
  stage.onEnd(() => nginx.close());
  const there = { url: nginx.url, board: server.board, byEvents: 'GET' as const };
  const sockets = await startServer(stage, 'strikeboard', {
    ...{ databaseUrl: await stage.newDatabase(), message: '' },
  });
  const empty = await nginx.spent();

  // One delivery, at the edge and at the server.
  const atEdge = await startSubscribers(stage, { ...there, count: MANY });
  const atServer = await startSubscribers(stage, { ...sockets, count: MANY });
  const all = { edge: [] as number[], server: [] as number[], ours: [] as number[], ratio: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await nginx.spent();
    const run = await tell(server, atEdge);
    const spent = (await nginx.spent()).cpu - before.cpu;
    // `tell` sends one event to warm up, and twenty that it measures.
    const perDelivery = (spent * 1_000) / 21 / MANY;
    const ours = (await tell(sockets, atServer)).cpu;
    all.edge.push(perDelivery);
    all.server.push((run.cpu * MANY) / 1_000);
    all.ours.push(ours);
    all.ratio.push(ours / perDelivery);
  }
  const figures: Figure[] = [
    figureOf(`processor time per delivery to ${MANY}: nginx with nchan`, all.edge, 'µs'),
    figureOf('  the server itself, by sockets', all.ours, 'µs'),
    { ...figureOf('  the server against nginx with nchan', all.ratio, '×'), target: { atMost: 1 } },
    figureOf('  the server per change that it publishes, whatever the crowd', all.server, 'ms'),
  ];
  await atServer.stop();
  await atEdge.stop();

  // Crowds, against as many times raw sockets as they are larger.
  const one = await startSubscribers(stage, { ...sockets, count: 1 });
  const { sample } = await toldBy(sockets, one);
  await one.stop();
  const raw = await startServer(stage, 'raw', { databaseUrl: '', message: sample });
  for (const size of [MOST_OF_ONE, MOST_OF_THREE]) {
    const crowd = await startCrowd(stage, [there], size);
    const full = await nginx.spent();
    const rounds = { crowd: [] as number[], raw: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) rounds.crowd.push((await toldBy(server, crowd)).last);
    figures.push(
      figureOf(`commit → last of ${size} at the edge`, rounds.crowd, 'ms'),
      {
        what: '  memory of the edge for each',
        value: (full.memory - empty.memory) / 1_000 / size,
        unit: 'kB',
      },
      // Fifty thousand and what they cost as clients leave nothing of this machine for a hundred changes a second.
      ...(size === MOST_OF_ONE ? await busy(server, crowd, nginx.spent) : []),
      ...(await stays(crowd)),
    );
    await crowd.stop();
    const beside = await startCrowd(stage, [raw], BESIDE);
    for (let round = 0; round < ROUNDS; round += 1) rounds.raw.push((await toldBy(raw, beside)).last);
    await beside.stop();
    const times = size / BESIDE;
    figures.push({
      ...{ what: `  against ${times} times that of ${BESIDE} at raw ws`, unit: '×', target: { atMost: 1.1 } },
      value: median(rounds.crowd) / (times * median(rounds.raw)),
      spread: `${Math.round(median(rounds.raw))} ms there`,
    });
  }
  return figures;
}

/** Changes as fast as a strike vote makes them: what the server spends on them, and what the edge does. */
async function busy(server: Server, people: Crowd, spent: () => Promise<{ cpu: number }>): Promise<Figure[]> {
  const [start, edgeStart] = [await server.report('time'), await spent()];
  const { revision, wallMs, failed, at } = await server.rate(RATE, RATE_SECONDS);
  const late = (await people.until(revision)) - at;
  const [end, edgeEnd] = [await server.report('time'), await spent()];
  const cores = (one: number, other: number) => (other - one) / wallMs;
  return [
    {
      ...{ what: `  ${RATE} changes a second: the server`, unit: 'cores' },
      ...{
        value: cores(start.cpu, end.cpu),
        spread: `the edge ${cores(edgeStart.cpu, edgeEnd.cpu).toFixed(2)}`,
      },
    },
    { what: '  and the last has the last', value: late, unit: 'ms' },
    { what: '  not done', value: failed, unit: 'count', target: { atMost: 0 } },
  ];
}

const figureOf = (what: string, values: number[], unit: Figure['unit']): Figure => ({
  ...{ what, unit, value: median(values), spread: rangeOf(values) },
});
