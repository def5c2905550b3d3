import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { textFrame } from '../src/platform/socket/frames.ts';
import { readHandshake } from '../src/platform/socket/handshake.ts';
import { projectDir } from '../src/platform/startup/project-dir.ts';
import { atRate, type FanOutServer, now, type Setting } from './fan-out-server.ts';

/** The same message under the next number. */
export function numbering(message: string): () => { text: string; revision: number } {
  let revision = 0;
  return () => {
    revision += 1;
    const text = message
      .replace(/"previousRevision":\d+/, `"previousRevision":${revision - 1}`)
      .replace(/"revision":\d+/, `"revision":${revision}`);
    return { text, revision };
  };
}

/**
 * The floor: one frame written to every socket, by C where this machine has a compiler, else as `openNodeFloor`. The
 * handshake is all they know of the protocol.
 */
export async function openFloor(setting: Setting): Promise<FanOutServer> {
  const program = await compile();
  return program === undefined ? await openNodeFloor(setting) : await ofC(program, setting.message);
}

/** Where the program is; undefined without a compiler. */
async function compile(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'strikeboard-floor-'));
  process.once('exit', () => void rm(folder, { recursive: true, force: true }));
  const program = join(folder, 'floor');
  const source = join(projectDir(), 'server/bench/fan-out-floor.c');
  try {
    await promisify(execFile)('cc', ['-O2', '-D_GNU_SOURCE', '-o', program, source]);
    return program;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function ofC(program: string, message: string): Promise<FanOutServer> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const lines = createInterface({ input: child.stdout });
  const answer = async () => (await once(lines, 'line'))[0] as string;
  const port = await answer();
  const next = numbering(message);
  const broadcast = async () => {
    const { text, revision } = next();
    const bytes = Buffer.from(text);
    const told = answer();
    child.stdin.write(Buffer.concat([Buffer.from(`e ${bytes.length}\n`), bytes]));
    await told;
    return revision;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    board: null,
    by: 'a loop over write() in C',
    event: async () => {
      const at = now();
      return { at, revision: await broadcast() };
    },
    rate: (perSecond, seconds) => atRate(perSecond, seconds, broadcast),
    cutAll: () => 0,
    counts: () => ({}),
    spent: async () => {
      const answered = answer();
      child.stdin.write('r\n');
      const [cpu = 0, memory = 0] = (await answered).split(' ').map(Number);
      return { cpu: cpu / 1_000, heapUsed: 0, rss: memory * 1_024 };
    },
  };
}

/** The same by the sockets of Node: what is left of the distance to C is not ours to mend. */
export async function openNodeFloor({ message }: Setting): Promise<FanOutServer> {
  const sockets = new Set<Socket>();
  const server = createServer().on('upgrade', (request, socket: Socket) => {
    const handshake = readHandshake(request);
    if (typeof handshake === 'number') return void socket.destroy();
    socket.setNoDelay(true);
    socket.write(handshake.answer);
    sockets.add(socket.resume());
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const next = numbering(message);
  const broadcast = async () => {
    const { text, revision } = next();
    const frame = textFrame(Buffer.from(text));
    for (const socket of sockets) socket.write(frame);
    return revision;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    board: null,
    by: 'sockets of Node',
    event: async () => {
      const at = now();
      return { at, revision: await broadcast() };
    },
    rate: (perSecond, seconds) => atRate(perSecond, seconds, broadcast),
    cutAll: () => 0,
    counts: () => ({}),
  };
}
