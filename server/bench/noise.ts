import pg from 'pg';
import { type Figure, timeFigures } from './figures.ts';
import type { Stage } from './stage.ts';

const ROUNDS = 200;

/** How even the machine runs: the same loop, and the same commit to disk, again and again. */
export async function measureNoise(stage: Stage, when: string): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: await stage.newDatabase() });
  await client.connect();
  stage.onEnd(() => client.end());
  await client.query('create table noise (id int primary key, n int); insert into noise values (1, 0)');
  const loop: number[] = [];
  const asked: number[] = [];
  const commit: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    loop.push(await timed(async () => spin()));
    asked.push(await timed(() => client.query('select 1')));
    commit.push(await timed(() => client.query('update noise set n = n + 1 where id = 1')));
  }
  return [
    ...timeFigures(`noise ${when}: a loop of 1 000 000`, loop, { p50: null, p99: null }),
    ...timeFigures(`noise ${when}: SELECT 1`, asked, { p50: null, p99: null }),
    ...timeFigures(`noise ${when}: one durable UPDATE`, commit, { p50: null, p99: null }),
  ];
}

/** Milliseconds that something takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function spin(): number {
  let sum = 0;
  for (let index = 0; index < 1_000_000; index += 1) sum += index & 7;
  return sum;
}
