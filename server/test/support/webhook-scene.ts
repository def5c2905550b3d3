import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { aHandle, startStrike, type Strike } from '../live/support/strike.ts';
import { freePort, Receiver } from './receiver.ts';
import { createTestServices, type TestServices } from './services.ts';
import { startApp, type TestApp } from './start-app.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** What most of them store. */
export const DOCUMENT = `subscription Finished($board: ID!, $after: BoardCursor) {
  boardChanges(boardId: $board, after: $after) {
    kind resetReason previousRevision revision events { revision kind } cards { id title status } removedCardIds
  }
}`;

export interface MadeWebhook {
  id: string;
  secret: string;
}

/** What is posted. */
export interface Message {
  type: string;
  epoch: string;
  previousRevision: number;
  revision: number;
  data: {
    boardChanges: {
      kind: string;
      resetReason: string | null;
      events: { revision: number; kind: string }[];
      cards: { id: string; title: string }[];
    };
  };
}

/** A webhook as its owner sees it. */
export interface Seen {
  off: string | null;
  revision: number;
  failingSince: string | null;
  nextAttemptAt: string | null;
  deliveries: {
    edges: {
      node: {
        messageId: string;
        kind: string;
        state: string;
        revision: number;
        attempts: { status: number | null; said: string | null; failure: string | null }[];
      };
    }[];
  };
}

/** A server, a local on strike, and somebody outside who receives. */
export class WebhookScene {
  private constructor(
    readonly database: TestDatabase,
    readonly services: TestServices,
    readonly app: TestApp,
    readonly receiver: Receiver,
    readonly strike: Strike,
    /** Where a receiver may listen that is a process of its own, and a folder for what it keeps. */
    readonly killed: { port: number; folder: string },
  ) {}

  static async open(): Promise<WebhookScene> {
    const database = await createTestDatabase();
    const services = await createTestServices(database.url);
    const receiver = await new Receiver().open();
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'strikeboard-webhooks-'));
    const app = await startApp(database.url, {
      WEBHOOK_HOSTS: `${receiver.host},127.0.0.1:${port}`,
      BUDGETS: 'off',
    });
    return new WebhookScene(database, services, app, receiver, await startStrike(services), { port, folder });
  }

  /** Nothing was received, and everything is taken again. */
  clear(): void {
    this.receiver.got.length = 0;
    this.receiver.answer = (response) => void response.writeHead(204).end();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.receiver.close();
    await this.services.close();
    await this.database.drop();
    await rm(this.killed.folder, { recursive: true, force: true });
  }

  db() {
    return this.services.orm.em.fork().getKysely();
  }

  async ask<Data>(query: string, variables: object, token = this.strike.organizer.token): Promise<Data> {
    const answer = await this.app.ask(query, variables, { cookie: `strikeboard=${token}` });
    const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  /** Does something; tells why not. */
  async refusals(
    mutation: string,
    input: object,
    token?: string,
  ): Promise<{ code: string; field?: string; reason?: string; message: string }[]> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const data = await this.ask<Record<string, { errors: { code: string; message: string }[] }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code message ... on InvalidInput { field reason } } } }`,
      { input },
      token,
    );
    return data[mutation]!.errors;
  }

  async aWebhook(
    more: { url?: string; document?: string; token?: string; board?: string; boards?: string[] } = {},
  ): Promise<MadeWebhook> {
    const { url = this.receiver.url, document = DOCUMENT, token, board = this.strike.board, boards } = more;
    const { createWebhook } = await this.ask<{
      createWebhook: { webhook: { id: string } | null; secret: string; errors: object[] };
    }>(
      `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) {
        webhook { id } secret errors { message } } }`,
      { input: { ...(boards ? { boardIds: boards } : { boardId: board }), label: aHandle(), url, document } },
      token,
    );
    expect(createWebhook.errors).toEqual([]);
    return { id: createWebhook.webhook!.id, secret: createWebhook.secret };
  }

  remove({ id }: Pick<MadeWebhook, 'id'>, token?: string) {
    return this.refusals('deleteWebhook', { webhookId: id }, token);
  }

  async look({ id }: Pick<MadeWebhook, 'id'>, token?: string): Promise<Seen> {
    const { node } = await this.ask<{ node: Seen }>(
      `query ($id: ID!) { node(id: $id) { ... on Webhook { off revision failingSince nextAttemptAt deliveries(first: 50) {
        edges { node { messageId kind state revision attempts { status said failure } } } } } } }`,
      { id },
      token,
    );
    return node;
  }

  messages(): Message[] {
    return this.receiver.got.map(({ body }) => JSON.parse(body) as Message);
  }

  titles(): string[] {
    return this.messages().flatMap(({ data }) => data.boardChanges.cards.map(({ title }) => title));
  }
}
