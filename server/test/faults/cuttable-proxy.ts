import { once } from 'node:events';
import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** When a line breaks: at any moment; or when something was asked, before it arrives or before the answer comes back. */
export type Cut = 'now' | 'before it arrives' | 'before the answer';

/** A line of which any part can break: TCP on one side, whatever is behind it on the other. */
export interface CuttableProxy {
  port: number;
  /** Breaks one line, or arranges that the next one to carry something breaks. */
  cut(how: Cut): void;
  /**
   * From now on nothing that is said on these lines arrives, in either direction, and neither end hears of the other's
   * end: as when a machine lost its power, or a firewall forgot them. With `all lines`, new ones come to stand too and
   * are as silent, until `speak`; those that fell silent stay so.
   */
  silence(which: 'open lines' | 'all lines'): void;
  speak(): void;
  /** How many lines broke. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** Listens on this machine alone. */
export async function openCuttableProxy(target: () => NetConnectOpts): Promise<CuttableProxy> {
  const lines = new Map<Socket, Socket>();
  const silent = new Set<Socket>();
  const ends = new Set<Socket>();
  let isMute = false;
  let next: Cut | undefined;
  let cuts = 0;
  const breakLine = (near: Socket, far: Socket) => {
    cuts += 1;
    lines.delete(near);
    near.resetAndDestroy();
    far.destroy();
  };
  const server = createServer((near) => {
    const far = connect(target());
    lines.set(near, far);
    for (const end of [near, far]) ends.add(end);
    if (isMute) silent.add(near);
    near.on('data', (data) => {
      if (silent.has(near)) return;
      if (next === 'before it arrives') {
        next = undefined;
        return breakLine(near, far);
      }
      far.write(data);
      if (next === 'before the answer') {
        next = undefined;
        // What was asked arrives and is carried out; nobody hears of it.
        far.removeAllListeners('data');
        far.once('data', () => breakLine(near, far));
      }
    });
    far.on('data', (data) => {
      if (!silent.has(near)) near.write(data);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        ends.delete(one);
        if (silent.has(near)) return;
        lines.delete(near);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get cuts() {
      return cuts;
    },
    cut: (how) => {
      if (how !== 'now') return void (next = how);
      const all = [...lines];
      const line = all[Math.floor(Math.random() * all.length)];
      if (line) breakLine(...line);
    },
    silence: (which) => {
      for (const near of lines.keys()) silent.add(near);
      isMute = which === 'all lines';
    },
    speak: () => void (isMute = false),
    close: async () => {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
