import { type IncomingHttpHeaders, request as sendRequest } from 'node:http';
import pg from 'pg';
import { pino } from 'pino';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { type App, createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

export interface GraphqlError {
  message: string;
  extensions?: { code?: string; logId?: string; field?: string; reason?: string; limit?: number };
}

export interface Result {
  data?: Record<string, unknown> | null;
  errors?: GraphqlError[];
}

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Operation {
  query: string;
  variables?: object;
  operationName?: string;
}

/** The codes of all errors of an answer, each once. */
export const codesOf = ({ errors }: Result) => [
  ...new Set(errors?.map(({ extensions }) => extensions?.code)),
];

/** An id of that name that nobody has. */
export const id = (name: Parameters<typeof toGlobalId>[0]) =>
  toGlobalId(name, '019a0000-0000-7000-8000-000000000000');

/** One running server with both its doors, and the log it writes. */
export class Doors {
  app!: App;
  /** Everything it logged, one object per line. */
  readonly lines: string[] = [];
  private people = 0;

  private constructor(private readonly database: TestDatabase) {}

  static async open(): Promise<Doors> {
    const doors = new Doors(await createTestDatabase());
    doors.app = await doors.start({});
    return doors;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** Another server over the same database. */
  start(environment: Record<string, string>): Promise<App> {
    const config = readConfig(
      { PORT: '0', DEMO: 'off', DATABASE_URL: this.database.url, APP_SECRET: 'x'.repeat(32), ...environment },
      'none',
    );
    // As a machine's log: everything, one object per line.
    return createApp(
      config,
      pino({ level: 'trace' }, { write: (line: string) => void this.lines.push(line) }),
    );
  }

  /** One request as it is, whatever its method and path, which `headers` may name too. */
  send(
    body: string | undefined,
    { method = 'POST', path = '/graphql', ...headers }: Record<string, string> = {},
    url = this.app.url,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const request = sendRequest(
        `${url}${path}`,
        { method, headers: { 'content-type': 'application/json', ...headers }, agent: false },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => (text += part.toString()));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  /** One operation by the HTTP door. */
  async overHttp(operation: Operation, headers: Record<string, string> = {}): Promise<Result> {
    const { status, text } = await this.send(JSON.stringify(operation), headers);
    expect(status, text).toBeLessThan(500);
    expect(text).not.toContain('node_modules');
    return JSON.parse(text) as Result;
  }

  /** One operation on a socket of its own. A socket that closes instead is told as such. */
  overSocket(operation: Operation, headers: Record<string, string> = {}): Promise<Result> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`${this.app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers,
      });
      const finish = (result: Result) => {
        resolve(result);
        socket.terminate();
      };
      socket.on('error', reject);
      socket.on('close', (code, reason) =>
        reject(new Error(`The socket was closed: ${code} ${String(reason)}`)),
      );
      socket.on('open', () => socket.send('{"type":"connection_init"}'));
      socket.on('message', (data) => {
        expect(String(data)).not.toContain('node_modules');
        const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: unknown };
        if (type === 'connection_ack') {
          socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: operation }));
        } else if (type === 'next') finish(payload as Result);
        else if (type === 'error') finish({ errors: payload as GraphqlError[] });
      });
    });
  }

  /** Runs while a table is not there: a fault that no code of ours foresees. */
  async without(table: string, run: () => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    try {
      await client.query(`alter table ${table} rename to gone`);
      await run();
    } finally {
      await client.query(`alter table gone rename to ${table}`);
      await client.end();
    }
  }

  /** Somebody new, by the HTTP door. */
  async join(
    url = this.app.url,
    headers: Record<string, string> = {},
  ): Promise<{ cookie: string; setCookie: string }> {
    const handle = `Doorway${'abcdefghijklmnopqrstuvwxyz'[this.people++]}`;
    const query = `mutation { join(input: { handle: "${handle}", skills: [], languages: [] }) { errors { code message } } }`;
    const { headers: answered, text } = await this.send(JSON.stringify({ query }), headers, url);
    const [setCookie = ''] = answered['set-cookie'] ?? [];
    expect(text).toContain('"errors":[]');
    return { cookie: setCookie.split(';', 1)[0] ?? '', setCookie };
  }
}
