import { setTimeout as delay } from 'node:timers/promises';
import { memory, type Server, startServer, storm } from './fan-out.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';
import { startCrowd, type Subscribers } from './subscribers.ts';

/** As many as one process can hold open where it may hold 20,000 files, and what three of them are asked to. */
const MOST_OF_ONE = 19_000;
const MOST_OF_THREE = 50_000;
const SERVERS = 3;
const BESIDE = 10_000;
const ROUNDS = 5;
/** Longer than a board ever rests. */
const PAUSE_MS = 600;
/** Long enough for two pings to be answered by everybody. */
const STILL_MS = 45_000;

/** More at one board than anybody has seen: told in time, and nobody dropped. */
export const crowd: Section = { name: 'crowd', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const first = await startServer(stage, 'strikeboard', { databaseUrl, message: '' });
  const base = await first.report('memory');
  const one = await startCrowd(stage, [first], MOST_OF_ONE);
  const sample = (await toldBy(first, one)).sample;
  const raw = await startServer(stage, 'raw', { databaseUrl: '', message: sample });
  const beside = await startCrowd(stage, [raw], BESIDE);
  const rounds = { one: [] as number[], raw: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.one.push((await toldBy(first, one)).last);
    rounds.raw.push((await toldBy(raw, beside)).last);
  }
  await beside.stop();
  const figures = [...latency(`${MOST_OF_ONE} at one process`, rounds.one, rounds.raw, MOST_OF_ONE)];
  figures.push(
    ...(await memory(first, base, MOST_OF_ONE)),
    ...(await stays(one)),
    ...(await storm(first, one)),
  );
  await one.stop();

  const servers = [first];
  while (servers.length < SERVERS)
    servers.push(
      await startServer(stage, 'strikeboard', { databaseUrl, message: '', joins: first.board ?? undefined }),
    );
  const all = await startCrowd(stage, servers, MOST_OF_THREE);
  const three = { all: [] as number[], raw: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) three.all.push((await toldBy(first, all)).last);
  figures.push(...(await stays(all)));
  await all.stop();
  const again = await startCrowd(stage, [raw], BESIDE);
  for (let round = 0; round < ROUNDS; round += 1) three.raw.push((await toldBy(raw, again)).last);
  await again.stop();
  figures.push(...latency(`${MOST_OF_THREE} at three processes`, three.all, three.raw, MOST_OF_THREE));
  return figures;
}

export type Crowd = Omit<Subscribers, 'stall'>;

/** One event, and how long until the last of them had it. */
export async function toldBy(server: Server, people: Crowd): Promise<{ last: number; sample: string }> {
  const { at, revision } = await server.event();
  const last = (await people.until(revision)) - at;
  const { sample } = await people.report();
  await delay(PAUSE_MS);
  return { last, sample };
}

function latency(what: string, ours: number[], raw: number[], size: number): Figure[] {
  const times = size / BESIDE;
  const ratio = median(ours) / (times * median(raw));
  return [
    { what: `commit → last of ${what}`, value: median(ours), unit: 'ms', spread: rangeOf(ours) },
    { what: `  → last of ${BESIDE} at raw ws`, value: median(raw), unit: 'ms', spread: rangeOf(raw) },
    { what: `  against ${times} times that`, value: ratio, unit: '×', target: { atMost: 1.1 } },
  ];
}

/** Nobody is dropped while nothing happens. */
export async function stays(people: Crowd): Promise<Figure[]> {
  await delay(STILL_MS);
  const { open, gaps } = await people.report();
  return [
    {
      ...{ what: `  of ${people.size} still there after ${STILL_MS / 1_000} s`, value: open, unit: 'count' },
      target: { atLeast: people.size },
    },
    { what: '  gaps seen by them', value: gaps, unit: 'count', target: { atMost: 0 } },
  ];
}
