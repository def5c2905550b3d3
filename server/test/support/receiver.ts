import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What a receiver got. */
export interface Got {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver in this process, which answers as it is told to. */
export class Receiver {
  readonly got: Got[] = [];
  answer: (response: ServerResponse, got: Got) => void = (response) => void response.writeHead(204).end();
  #server: Server | undefined;
  port = 0;

  async open(): Promise<this> {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      const got = { headers: request.headers, body };
      this.got.push(got);
      this.answer(response, got);
    });
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get url(): string {
    return `http://${this.host}/hook`;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Kept {
  id: string;
  message: {
    epoch: string;
    previousRevision: number;
    revision: number;
    data: { boardChanges: { kind: string; events: { revision: number }[] } };
  };
}

/** A receiver as a process, to be killed and to come back. */
export class ReceiverProcess {
  readonly #at: { port: number; file: string; secret: string };
  #child: ChildProcess | undefined;

  constructor(at: { port: number; file: string; secret: string }) {
    this.#at = at;
  }

  async start(): Promise<void> {
    const script = fileURLToPath(new URL('./webhook-receiver.mjs', import.meta.url));
    const { port, file, secret } = this.#at;
    this.#child = spawn(process.execPath, [script, String(port), file], {
      env: { PATH: process.env.PATH, SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(this.#child.stdout!, 'data');
  }

  /** Without a goodbye. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  kept(): Kept[] {
    const { file } = this.#at;
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Kept);
  }

  /** It lost what it had after so many messages, as a disk that is put back. */
  forget(after: number): void {
    const kept = this.kept().slice(0, after);
    writeFileSync(this.#at.file, kept.map((each) => `${JSON.stringify(each)}\n`).join(''));
  }
}
