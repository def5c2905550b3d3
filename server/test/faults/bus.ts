import { setTimeout as delay } from 'node:timers/promises';
import { startRedisServer } from '../support/redis-server.ts';
import { startReplica } from '../live/support/replica.ts';
import { until } from '../support/until.ts';
import { type FaultReport, openScene, untilMore } from './scene.ts';

/** How long the bus is away at most (ms). */
const AWAY_MS = 300;

/** Redis is killed and revived while people at two servers write and look. Nobody may miss a change or begin anew. */
export async function killBus(databaseUrl: string, times: number): Promise<FaultReport> {
  const redis = await startRedisServer();
  const replicas = await Promise.all([0, 1].map(() => startReplica(databaseUrl, { redisUrl: redis.url })));
  try {
    const scene = await openScene(databaseUrl, (index) => replicas[index % 2]?.url ?? '');
    for (const writer of scene.writers) writer.start();
    let failedStarts = 0;
    for (let time = 0; time < times; time += 1) {
      await untilMore(scene);
      await redis.kill();
      await delay(Math.random() * AWAY_MS);
      await untilMore(scene);
      await redis.revive().catch(() => (failedStarts += 1));
      // Every other time it goes again before anybody has found it.
      if (time % 2 === 0)
        await until(
          'the servers hear each other',
          () => replicas.every(({ bus }) => bus.state().connected),
          30_000,
        );
    }
    await untilMore(scene);
    const found = await scene.finish(databaseUrl);
    const anew = scene.watchers.filter(({ snapshots }) => snapshots > 1).length;
    const screens = [...found.screens, ...(anew > 0 ? [`${anew} watchers had to begin anew`] : [])];
    return { fault: 'the bus is killed', times, failedStarts, ...found, screens };
  } finally {
    for (const replica of replicas) await replica.close();
    await redis.stop();
  }
}
