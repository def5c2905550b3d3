import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startRedisServer, type RedisServer, whyNoRedis } from '../../server/test/support/redis-server.ts';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { cloneTemplate, startTestCluster, type TestCluster } from '../../server/test/support/test-cluster.ts';
import { until } from '../../server/test/support/until.ts';
import { type Board, openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';

const noRedis = whyNoRedis();
const stage = useStage();

/** One address before several servers: who connects goes to the one that is in turn, and stays there. */
interface Balancer {
  url: string;
  inTurn: ServerProcess;
  close(): void;
}

describe.skipIf(noRedis !== null)(noRedis ?? 'two servers', () => {
  let cluster: TestCluster;
  let redis: RedisServer;
  let dataDir = '';
  const servers: ServerProcess[] = [];
  let balancer: Balancer;

  beforeAll(async () => {
    cluster = await startTestCluster();
    redis = await startRedisServer();
    dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-two-servers-'));
  });
  afterAll(async () => {
    balancer?.close();
    await Promise.all(servers.map((server) => server.stop()));
    await redis.stop();
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(databaseUrl: string): Promise<ServerProcess> {
    const server = await startServer({
      ...{ DATABASE_URL: databaseUrl, REDIS_URL: redis.url, DATA_DIR: dataDir, DEMO: 'on' },
      APP_SECRET: 'the same at all servers, and long enough',
    });
    servers.push(server);
    return server;
  }

  test('Redis goes and comes, a server is replaced, and both pages stay one board', async () => {
    const databaseUrl = await cloneTemplate(cluster.adminUrl, 'two_servers');
    const first = await start(databaseUrl);
    const second = await start(databaseUrl);
    balancer = await openBalancer(first);

    const ana = await stage.visitor({ url: balancer.url });
    ana.allow(/503|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket/);
    await ana.join('ana-at-one');
    const here = await openBoard(ana, '/c/hold-the-line/board');
    balancer.inTurn = second;
    const ben = await stage.visitor({ url: balancer.url });
    await ben.join('ben-at-two');
    const there = await openBoard(ben, '/c/hold-the-line/board');

    await takes(here, 'ana-at-one', there);

    await redis.kill();
    await saysOfBus(second, /^bus: redis lost, polling since /m);
    await takes(there, 'ben-at-two', here);

    await redis.revive();
    await saysOfBus(second, /^bus: redis, connected since /m);

    // A new server takes the place of the first, which says goodbye to whoever is there.
    balancer.inTurn = await start(databaseUrl);
    await first.stop();
    const cleo = await stage.visitor({ url: balancer.url });
    await cleo.join('cleo-at-three');
    const everywhere = await openBoard(cleo, '/c/hold-the-line/board');
    await takes(everywhere, 'cleo-at-three', here, there);
    await here.live();
    await here.equalsFreshLoad();
    await there.equalsFreshLoad();
  });
});

/** Somebody takes the first open card, and the other pages show it. */
async function takes(mine: Board, handle: string, ...others: Board[]): Promise<void> {
  const title = (await mine.titles('OPEN'))[0] ?? '';
  await mine
    .card(title)
    .getByRole('button', { name: /^Take it/ })
    .click();
  await mine.shows(title, 'CLAIMED', 'You have this card');
  for (const theirs of others) await theirs.shows(title, 'CLAIMED', handle);
}

async function saysOfBus({ url }: ServerProcess, words: RegExp): Promise<void> {
  await until(
    `/readyz says ${words}`,
    async () => {
      const answer = await fetch(`${url}/readyz`);
      return answer.ok && words.test(await answer.text());
    },
    20_000,
  );
}

async function openBalancer(first: ServerProcess): Promise<Balancer> {
  const balancer = { url: '', inTurn: first, close: () => undefined as void };
  const server: Server = createServer((visitor) => {
    const { hostname, port } = new URL(balancer.inTurn.url);
    const line = connect(Number(port), hostname);
    visitor.pipe(line).pipe(visitor);
    visitor.on('error', () => line.destroy());
    line.on('error', () => visitor.destroy());
    visitor.on('close', () => line.destroy());
    line.on('close', () => visitor.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  balancer.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  balancer.close = () => void server.close();
  return balancer;
}
