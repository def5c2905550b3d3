import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { numbering } from './fan-out-floor.ts';
import { atRate, type FanOutServer, now, type Setting } from './fan-out-server.ts';

/** The least that a fan-out can be: a text of the same size, written to every socket by `ws`. */
export async function openRawServer({ message }: Setting): Promise<FanOutServer> {
  const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  sockets.on('connection', (socket) => socket.on('error', () => undefined));
  await once(sockets, 'listening');
  const { port } = sockets.address() as AddressInfo;
  const next = numbering(message);
  const broadcast = () => {
    const { text, revision } = next();
    for (const socket of sockets.clients) socket.send(text);
    return revision;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    board: null,
    event: async () => {
      const at = now();
      return { at, revision: broadcast() };
    },
    rate: (perSecond, seconds) => atRate(perSecond, seconds, async () => broadcast()),
    cutAll: () => {
      const { size } = sockets.clients;
      for (const socket of sockets.clients) socket.terminate();
      return size;
    },
    counts: () => ({}),
  };
}
