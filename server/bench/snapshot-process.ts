import 'reflect-metadata';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApp } from '../test/support/start-app.ts';
import { answerOrders } from './answer-orders.ts';

// One server in a process of its own: ours, or one that does nothing else.

export type SnapshotServer =
  /** Ours, whole. */
  | { open: 'strikeboard'; databaseUrl: string }
  /** A handler that writes an object as JSON, each time. */
  | { open: 'json'; text: string }
  /** A handler that sends bytes that are ready. */
  | { open: 'bytes'; text: string };

type Order = SnapshotServer | { report: 'cpu' };

const type = { 'content-type': 'application/json; charset=utf-8' };

async function listening(handler: RequestListener): Promise<number> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function carryOut(order: Order): Promise<object> {
  if ('report' in order) {
    const { user, system } = process.cpuUsage();
    return { cpu: (user + system) / 1_000 };
  }
  if (order.open === 'strikeboard') {
    const { url } = await startApp(order.databaseUrl);
    return { port: Number(new URL(url).port) };
  }
  const bytes = Buffer.from(order.text);
  const board: unknown = JSON.parse(order.text);
  const body = order.open === 'bytes' ? () => bytes : () => Buffer.from(JSON.stringify(board));
  return {
    port: await listening((_request, response) => {
      const sent = body();
      response.writeHead(200, { ...type, 'content-length': sent.length }).end(sent);
    }),
  };
}

answerOrders(carryOut);
