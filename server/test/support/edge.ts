import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { freePort } from './receiver.ts';
import { until } from './until.ts';

/** What stands before a server and holds its crowd. */
export interface TestEdge {
  /** Where the server publishes; known before it is opened. */
  publishUrl: string;
  /** Where people come. */
  url: string;
  open(serverUrl: string): Promise<void>;
  close(): Promise<void>;
}

export const NGINX = '/usr/sbin/nginx';
const NCHAN = '/usr/lib/nginx/modules/ngx_nchan_module.so';

/** nginx with nchan, as `docker/edge` has them, where this machine has both. `EDGE=small` does without. */
export const hasNginx = process.env['EDGE'] !== 'small' && existsSync(NGINX) && existsSync(NCHAN);

/** What the processes of an nginx spent so far: processor time (ms), and memory that is theirs (bytes). */
export interface NginxSpent {
  cpu: number;
  memory: number;
}

/** The edge of `docker/edge/nginx.conf` on this machine, with `workers` processes. */
export async function planNginx({ workers = 2, connections = 16_384 } = {}): Promise<
  TestEdge & { spent(): Promise<NginxSpent> }
> {
  const [port, publishPort] = [await freePort(), await freePort()];
  const publishUrl = `http://127.0.0.1:${publishPort}`;
  const url = `http://127.0.0.1:${port}`;
  let stop = async () => {};
  let pid = 0;
  return {
    spent: () => spentBelow(pid),
    publishUrl,
    url,
    open: async (serverUrl) => {
      const folder = await mkdtemp(join(tmpdir(), 'strikeboard-edge-'));
      const given = await readFile(new URL('../../../docker/edge/nginx.conf', import.meta.url), 'utf8');
      const server = new URL(serverUrl).host.replace('localhost', '127.0.0.1');
      const here = given
        .replace(/ *resolver .*\n/, '')
        .replace('http://servers:4000', `http://${server}`)
        .replace('listen 8080 ', `listen 127.0.0.1:${port} `)
        .replace('listen 8081', `listen 127.0.0.1:${publishPort}`)
        .replace('http://edge:8081', publishUrl)
        .replaceAll('/tmp/', `${folder}/`)
        .replace('worker_processes auto;', `worker_processes ${workers};\nmaster_process on;\n${asWhom()}`)
        .replace('limit_conn listeners 2000', 'limit_conn listeners 60000')
        .replace(/worker_rlimit_nofile \d+/, `worker_rlimit_nofile ${connections + 1_000}`)
        .replace(/worker_connections \d+/, `worker_connections ${connections}`);
      const settings = join(folder, 'nginx.conf');
      await writeFile(settings, here);
      const nginx = spawn(NGINX, ['-c', settings, '-p', folder, '-g', 'daemon off;'], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      pid = nginx.pid ?? 0;
      let said = '';
      nginx.stderr.on('data', (part: Buffer) => (said += String(part)));
      const ended = new Promise<void>((resolve) => nginx.once('exit', () => resolve()));
      stop = async () => {
        nginx.kill('SIGTERM');
        await ended;
        await rm(folder, { recursive: true, force: true });
      };
      await until('nginx listens', async () => {
        if (nginx.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
        return fetch(`${publishUrl}/`).then(
          () => true,
          () => false,
        );
      });
    },
    close: () => stop(),
  };
}

async function spentBelow(pid: number): Promise<NginxSpent> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean);
  const each = await Promise.all(
    children.map(async (child) => {
      const stat = await readFile(`/proc/${child}/stat`, 'utf8');
      const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
      const [, kB = 0] = /^Pss: +(\d+) kB/m.exec(await readFile(`/proc/${child}/smaps_rollup`, 'utf8')) ?? [];
      return { cpu: (user + system) * 10, memory: Number(kB) * 1_024 };
    }),
  );
  return each.reduce((sum, { cpu, memory }) => ({ cpu: sum.cpu + cpu, memory: sum.memory + memory }), {
    ...{ cpu: 0, memory: 0 },
  });
}

/** Its workers become somebody else only where that is possible. */
const asWhom = () => (process.getuid?.() === 0 ? 'user root;' : '');

interface Channel {
  messages: { id: string; event: string; text: string }[];
  listeners: Set<ServerResponse>;
}

/**
 * What the server expects of an edge, and nothing more: takes what is published, follows `X-Accel-Redirect`, sends what
 * comes to all who listen. For machines without nginx; where it is, the same tests run against that.
 */
export async function planSmallEdge({ slowMs = 0 } = {}): Promise<TestEdge> {
  const [port, publishPort] = [await freePort(), await freePort()];
  const publishUrl = `http://127.0.0.1:${publishPort}`;
  const channels = new Map<string, Channel>();
  const servers: Server[] = [];
  const lines = new Set<Duplex>();
  let published = 0;

  const publish = async (asked: IncomingMessage, response: ServerResponse) => {
    const name = asked.url!.replace('/publish/', '');
    const known = channels.get(name);
    if (asked.method === 'DELETE') {
      channels.delete(name);
      for (const listener of known?.listeners ?? []) listener.end();
      return response.writeHead(known ? 200 : 404).end();
    }
    if (asked.method === 'GET') return response.writeHead(known ? 200 : 404).end();
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const channel = known ?? { messages: [], listeners: new Set() };
    channels.set(name, channel);
    published += 1;
    const message = {
      id: `1700000000:${published}`,
      event: String(asked.headers['x-eventsource-event']),
      text,
    };
    channel.messages.push(message);
    for (const listener of channel.listeners) listener.write(eventOf(message));
    // As one that tells many first.
    if (slowMs > 0) await delay(slowMs);
    const said = { subscribers: channel.listeners.size, last_message_id: message.id };
    return response.writeHead(201).end(JSON.stringify(said));
  };

  const listen = (to: string, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(to, 'http://here');
    const channel = channels.get(pathname.replace('/at-the-edge/', ''));
    if (!channel) return response.writeHead(403).end();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': hi\n\n');
    const from = channel.messages.findIndex(({ id }) => id === searchParams.get('from'));
    for (const message of channel.messages.slice(from + 1)) response.write(eventOf(message));
    channel.listeners.add(response);
    response.once('close', () => channel.listeners.delete(response));
    return response;
  };

  const pass = (asked: IncomingMessage, response: ServerResponse, serverUrl: string) => {
    const headers = { ...asked.headers, 'x-strikeboard-edge': publishUrl };
    const onward = request(new URL(asked.url!, serverUrl), { method: asked.method, headers }, (answer) => {
      const to = answer.headers['x-accel-redirect'];
      if (to !== undefined) {
        answer.resume();
        return listen(String(to), response);
      }
      response.writeHead(answer.statusCode!, answer.headers);
      return answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    response.once('close', () => onward.destroy());
    asked.pipe(onward);
  };

  return {
    publishUrl,
    url: `http://127.0.0.1:${port}`,
    open: async (serverUrl) => {
      const open = async (
        on: number,
        answer: (asked: IncomingMessage, response: ServerResponse) => unknown,
      ) => {
        const server = createServer((asked, response) => void answer(asked, response));
        servers.push(server);
        await new Promise<void>((resolve) => server.listen(on, '127.0.0.1', resolve));
        return server;
      };
      await open(publishPort, publish);
      const door = await open(port, (asked, response) => pass(asked, response, serverUrl));
      // Sockets go through as they are.
      door.on('upgrade', ({ method, url, rawHeaders }, socket) => {
        const { hostname, port: serverPort } = new URL(serverUrl);
        const onward = connect(Number(serverPort), hostname, () => {
          const pairs = rawHeaders.flatMap((name, at) => (at % 2 ? [] : [`${name}: ${rawHeaders[at + 1]}`]));
          onward.write([`${method} ${url} HTTP/1.1`, ...pairs, '', ''].join('\r\n'));
          onward.pipe(socket).pipe(onward);
        });
        onward.once('error', () => socket.destroy());
        socket.once('error', () => onward.destroy());
        socket.once('close', () => onward.destroy());
        lines.add(socket);
        socket.once('close', () => lines.delete(socket));
      });
    },
    close: async () => {
      channels.clear();
      for (const line of lines) line.destroy();
      for (const server of servers.splice(0)) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

const eventOf = ({ id, event, text }: Channel['messages'][number]) =>
  `id: ${id}\nevent: ${event}\ndata: ${text}\n\n`;
