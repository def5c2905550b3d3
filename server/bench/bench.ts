import 'reflect-metadata';
import { loadavg } from 'node:os';
import { against } from './against.ts';
import { bigBoard } from './big-board.ts';
import { budgets } from './budgets.ts';
import { claims } from './claims.ts';
import { claimCost } from './claim-cost.ts';
import { claimToPixels } from './claim-to-pixels.ts';
import { desk } from './desk.ts';
import { edge } from './edge.ts';
import { crowd } from './crowd.ts';
import { fanOut } from './fan-out.ts';
import { type Figure, keeps, printTable } from './figures.ts';
import { http } from './http.ts';
import { lifecycle } from './lifecycle.ts';
import { lighthouseScores } from './lighthouse-scores.ts';
import { matching } from './matching.ts';
import { measureNoise } from './noise.ts';
import { pageWeight } from './page-weight.ts';
import { snapshot } from './snapshot.ts';
import { sse } from './sse.ts';
import { phone } from './phone.ts';
import { room } from './room.ts';
import { token } from './token.ts';
import { openStage, type Section, type Stage, startCluster } from './stage.ts';

const sections: Section[] = [
  claimToPixels,
  pageWeight,
  lighthouseScores,
  phone,
  bigBoard,
  claimCost,
  claims,
  lifecycle,
  fanOut,
  crowd,
  edge,
  sse,
  room,
  snapshot,
  http,
  budgets,
  token,
  matching,
  desk,
];

/** `npm run bench` measures everything; `npm run bench -- claim cost` only what is named. */
async function bench(names: string[]): Promise<void> {
  const all = [...sections, against];
  const unknown = names.filter((name) => !all.some((section) => section.name === name));
  if (unknown.length > 0) {
    const known = all.map(({ name }) => name).join(', ');
    throw new Error(`There is no section ${unknown.join(', ')}. There are: ${known}.`);
  }
  const asked = names.length === 0 ? sections : all.filter(({ name }) => names.includes(name));
  const cluster = await startCluster();
  const stages = new Set<Stage>();
  const stop = async () => {
    for (const stage of stages) await stage.close();
    await cluster.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  }
  const run = async (measure: Section['measure']): Promise<Figure[]> => {
    const stage = openStage(cluster.adminUrl);
    stages.add(stage);
    try {
      return await measure(stage);
    } finally {
      await stage.close();
      stages.delete(stage);
    }
  };
  const figures: Figure[] = [];
  const broken: string[] = [];
  try {
    figures.push(...(await run((stage) => measureNoise(stage, 'before'))));
    for (const { name, measure } of asked) {
      process.stderr.write(`Measuring ${name} …\n`);
      try {
        figures.push(...(await run(measure)));
      } catch (error) {
        // The others are worth having all the same.
        broken.push(name);
        console.error(error);
      }
    }
    figures.push(...(await run((stage) => measureNoise(stage, 'after'))));
  } finally {
    await stop();
  }
  const [load] = loadavg();
  const missed = figures.filter((figure) => keeps(figure) === false).length;
  process.stdout.write(`\n${printTable(figures)}\n\n`);
  process.stdout.write(`${missed} missed. Load of the machine at the end: ${load?.toFixed(1)}.\n`);
  if (broken.length > 0) process.stdout.write(`Not measured: ${broken.join(', ')}.\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

await bench(process.argv.slice(2));
