import { connect, type Socket } from 'node:net';
import WebSocket from 'ws';
import { BoardChangesDocument, EventChangesDocument } from '../../web/src/gql/graphql.ts';
import { fromGlobalId } from '../src/platform/graphql/global-id.ts';
import { now } from './fan-out-server.ts';
import type { SubscribersOrder, SubscribersReport, Watched } from './subscribers.ts';
import { answerOrders } from './answer-orders.ts';

// A process of its own, so that what the clients cost is not measured with the server. It does as little as a
// client can: it answers pings, and reads of each message no more than its revisions.

const AT_ONCE = 250;
/** Kind, previous revision and revision stand at the front of a message. */
const FRONT_BYTES = 400;
const CHANGE = /"kind":"CHANGES".*?"previousRevision":(\d+),"revision":(\d+)/;
const SIGN = /"kind":"(RESET|HEARTBEAT)","epoch":"([^"]+)".*?"revision":(\d+)/;

class Subscriber {
  /** Changes that came. */
  changes = 0;
  revision = 0;
  gaps = 0;
  line: WebSocket | Socket | undefined;
  #epoch = 'none';
  #spoken = Promise.withResolvers<void>();
  readonly order: Watched;
  readonly #resultKeys: string[];
  readonly #token: string | null;
  readonly #address: string;

  constructor(order: Watched, { token, number }: { token: string | null; number: number }) {
    this.order = order;
    this.#token = token;
    this.#resultKeys = order.resultKey !== undefined && number % 2 === 1 ? [order.resultKey] : [];
    this.#address = `198.18.${number >> 8}.${number & 255}`;
  }

  /** Resolves when the first word came, or, where nobody speaks first, when it is connected. */
  async connect(): Promise<void> {
    const { url, board, compresses: perMessageDeflate = false, from } = this.order;
    this.#spoken = Promise.withResolvers<void>();
    const address = url.replace('http', 'ws');
    // Each from an address of its own, where a server asks whose they are.
    const headers = {
      'x-forwarded-for': this.#address,
      ...(this.#token !== null && { cookie: `strikeboard=${this.#token}` }),
    };
    if (this.order.byEvents) {
      this.#listen(headers);
      return this.#spoken.promise;
    }
    const here = { ...(from && { localAddress: from.address }) };
    const socket =
      board === null
        ? new WebSocket(address, { perMessageDeflate, ...here })
        : new WebSocket(`${address}/graphql`, 'graphql-transport-ws', {
            headers,
            perMessageDeflate,
            ...here,
          });
    this.line = socket;
    socket.on('error', (error) => this.#spoken.reject(error));
    socket.on('open', () =>
      board === null ? this.#spoken.resolve() : socket.send('{"type":"connection_init"}'),
    );
    socket.on('message', (data: Buffer) => {
      if (this.#take(data)?.includes('"connection_ack"')) this.#subscribe(socket);
    });
    await this.#spoken.promise;
  }

  /** Without a client for HTTP, which would read each message once more. */
  #listen(headers: Record<string, string>): void {
    const { hostname, host, port } = new URL(this.order.url);
    const { from } = this.order;
    const operation = this.#operation();
    const isGet = this.order.byEvents === 'GET';
    const body = isGet ? '' : JSON.stringify(operation);
    const asked = { ...operation, variables: JSON.stringify(operation.variables) };
    const first = isGet ? `GET /graphql?${new URLSearchParams(asked)}` : 'POST /graphql';
    const lines = {
      ...{ host, accept: 'text/event-stream' },
      ...(!isGet && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
      }),
      ...headers,
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
    const line = connect({ port: Number(port), host: hostname, ...(from && { localAddress: from.address }) });
    this.line = line;
    line.on('error', (error) => this.#spoken.reject(error));
    line.write([`${first} HTTP/1.1`, ...head, '', body].join('\r\n'));
    let isHead = true;
    line.on('data', (data: Buffer) => {
      const end = isHead ? data.indexOf('\r\n\r\n') : -4;
      if (end === -1) return;
      isHead = false;
      if (data.length > end + 4) this.#take(data.subarray(end + 4));
    });
  }

  /** Returns the front of what is no word of the stream. */
  #take(data: Buffer): string | undefined {
    if (this === subscribers[0]) sample = data;
    const front = data.toString('latin1', 0, FRONT_BYTES);
    const change = CHANGE.exec(front);
    if (change) {
      const [, previous, revision] = change;
      // At an edge the first word may be the latest change, with nothing before it.
      const isFirst = this.order.byEvents === 'GET' && this.#epoch === 'none';
      if (this.order.board !== null && Number(previous) > this.revision && !isFirst) this.gaps += 1;
      if (isFirst) this.#epoch = 'heard';
      this.changes += 1;
      this.revision = Number(revision);
      heard(this);
      this.#spoken.resolve();
      return undefined;
    }
    const sign = SIGN.exec(front);
    if (sign) {
      const [, kind, epoch, revision] = sign;
      if (kind === 'RESET' || (this.order.byEvents === 'GET' && this.#epoch === 'none')) {
        this.#epoch = epoch ?? '';
        this.revision = Number(revision);
      }
      this.#spoken.resolve();
      return undefined;
    }
    // It would wait for ever for what does not come.
    if (front.includes('"type":"error"')) throw new Error(`Refused: ${data.toString()}`);
    return front;
  }

  /** As the pages do: their document and their id. */
  #subscribe(socket: WebSocket): void {
    socket.send(JSON.stringify({ id: 'board', type: 'subscribe', payload: this.#operation() }));
  }

  #operation(): { query: string; operationName: string; variables: object } {
    const after = { epoch: this.#epoch, revision: this.revision };
    const { board } = this.order;
    const isRoom = fromGlobalId(board ?? '')?.name === 'Event';
    return isRoom
      ? {
          query: String(EventChangesDocument),
          operationName: 'EventChanges',
          variables: { eventId: board, after, resultKeys: this.#resultKeys },
        }
      : {
          query: String(BoardChangesDocument),
          operationName: 'BoardChanges',
          variables: { boardId: board, after },
        };
  }
}

const isOpen = (line: Subscriber['line']) =>
  line instanceof WebSocket ? line.readyState === WebSocket.OPEN : line?.closed === false;

const subscribers: Subscriber[] = [];
let sample: Buffer = Buffer.alloc(0);
let target = Infinity;
let missing = 0;
let reached = Promise.withResolvers<number>();
let waitedFor = new Set<Subscriber>();

function heard(subscriber: Subscriber): void {
  if (subscriber.revision < target || !waitedFor.delete(subscriber)) return;
  missing -= 1;
  if (missing === 0) reached.resolve(now());
}

/** Resolves, to the moment, when all but the stalled ones have a revision. */
function untilAt(revision: number, stalled: number): Promise<number> {
  target = revision;
  const waiting = subscribers.slice(stalled).filter((each) => each.revision < revision);
  waitedFor = new Set(waiting);
  missing = waiting.length;
  reached = Promise.withResolvers<number>();
  if (missing === 0) reached.resolve(now());
  return reached.promise;
}

async function inTurns(all: Subscriber[], atOnce: number): Promise<void> {
  for (let start = 0; start < all.length; start += atOnce) {
    await Promise.all(all.slice(start, start + atOnce).map((each) => each.connect()));
  }
}

async function carryOut(order: SubscribersOrder): Promise<object> {
  if ('open' in order) {
    const more = Array.from(
      { length: order.open },
      (_each, index) =>
        new Subscriber(order, {
          token: order.tokens[index % order.tokens.length] ?? null,
          number: (order.from?.number ?? 0) + subscribers.length + index,
        }),
    );
    subscribers.push(...more);
    await inTurns(more, AT_ONCE);
    return {};
  }
  if ('until' in order) return { at: await untilAt(order.until, order.stalled) };
  if ('stall' in order) {
    for (const { line } of subscribers.slice(0, order.stall)) line?.pause();
    return {};
  }
  if ('reconnect' in order) {
    // All of them in one moment: what a server must take when its neighbour has gone.
    await Promise.all(subscribers.map((each) => each.connect()));
    return { at: now() };
  }
  const report: SubscribersReport = {
    changes: subscribers.reduce((sum, { changes }) => sum + changes, 0),
    gaps: subscribers.reduce((sum, { gaps }) => sum + gaps, 0),
    sample: sample.toString(),
    open: subscribers.filter(({ line }) => isOpen(line)).length,
  };
  return report;
}

answerOrders(carryOut);
