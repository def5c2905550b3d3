import 'reflect-metadata';
import { openFloor, openNodeFloor } from './fan-out-floor.ts';
import { openRawServer } from './fan-out-raw.ts';
import { openRoom } from './fan-out-room.ts';
import type { FanOutReport, FanOutServer, Order } from './fan-out-server.ts';
import { openStockServer } from './fan-out-stock.ts';
import { openStrikeboard } from './fan-out-strikeboard.ts';
import { answerOrders } from './answer-orders.ts';

// One server in a process of its own that does what it is told and says what it spent.

const servers = {
  ...{ strikeboard: openStrikeboard, room: openRoom },
  ...{ floor: openFloor, nodeFloor: openNodeFloor, raw: openRawServer, stock: openStockServer },
};

let server: FanOutServer | undefined;

async function carryOut(order: Order): Promise<object> {
  if ('open' in order) {
    server = await servers[order.open](order.setting);
    return { url: server.url, board: server.board, resultKey: server.resultKey, by: server.by };
  }
  if (!server) throw new Error('The server was never opened.');
  if ('event' in order) return await server.event();
  if ('rate' in order) return await server.rate(order.rate, order.seconds);
  if ('cutAll' in order) return { cut: server.cutAll() };
  return report(server, order.report);
}

async function report({ counts, spent }: FanOutServer, what: 'time' | 'memory'): Promise<FanOutReport> {
  if (spent) return { ...(await spent()), ...counts() };
  if (what === 'memory') for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpu: (user + system) / 1_000, heapUsed, rss, ...counts() };
}

answerOrders(carryOut);
