import 'reflect-metadata';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { startReplica } from '../test/live/support/replica.ts';
import type { ReplicaReport } from './fan-out.ts';

// One server in a process of its own that tells what it spent, and beside it the least a broadcast can be.

let replica: Awaited<ReturnType<typeof startReplica>> | undefined;
let messageBytes = 0;
const bare = new WebSocketServer({ port: 0, host: '127.0.0.1' });

// The size of a real message, for the bare broadcast.
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (this: WebSocket, ...words: unknown[]) {
  const [data] = words;
  if (typeof data === 'string' && data.includes('"CHANGES"')) messageBytes = data.length;
  return Reflect.apply(send, this, words) as void;
} as typeof send;

async function begin(databaseUrl: string): Promise<object> {
  replica = await startReplica(databaseUrl, { timing: { poll: 1_000 } });
  if (!bare.address()) await once(bare, 'listening');
  const { port } = bare.address() as AddressInfo;
  return { url: replica.url, bareUrl: `http://127.0.0.1:${port}` };
}

function report(): ReplicaReport {
  const { user, system } = process.cpuUsage();
  return {
    cpu: (user + system) / 1_000,
    logReads: replica?.live.counts.logReads ?? 0,
    executions: replica?.live.counts.executions ?? 0,
    messageBytes,
  };
}

/** Made once, written to all: what a fan-out costs that does nothing but write. */
function broadcast(): object {
  const message = JSON.stringify({ text: 'x'.repeat(Math.max(1, messageBytes - 11)) });
  for (const socket of bare.clients) socket.send(message);
  return {};
}

process.on('message', (order: string) => {
  const done = order === 'report' ? report() : order === 'broadcast' ? broadcast() : begin(order);
  Promise.resolve(done).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
