import WebSocket from 'ws';
import { until } from '../../support/until.ts';

/** What the server said about one operation. */
export interface Heard {
  type: 'next' | 'error' | 'complete';
  payload?: unknown;
}

export interface ClientOptions {
  token?: string | null;
  origin?: string;
  /** More of what it comes with. */
  headers?: Record<string, string>;
  /** What it says hello with. */
  hello?: object;
  /** Whether it answers pings, as every browser does. */
  autoPong?: boolean;
  /** Whether it agrees to compression, as every browser does. */
  compresses?: boolean;
}

/** A bare client of graphql-transport-ws that shows every message and does nothing by itself. */
export class SocketClient {
  readonly socket: WebSocket;
  readonly #sinks = new Map<string, (heard: Heard) => void>();
  #acknowledged = false;
  #ids = 0;
  closed: { code: number; reason: string } | undefined;

  constructor(url: string, options: ClientOptions = {}) {
    const { token, origin, headers, hello, autoPong = true, compresses = true } = options;
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      autoPong,
      perMessageDeflate: compresses,
      headers: { ...headers, ...(token && { cookie: `strikeboard=${token}` }), ...(origin && { origin }) },
    });
    const init = JSON.stringify({ type: 'connection_init', ...(hello && { payload: hello }) });
    this.socket.on('open', () => this.socket.send(init));
    this.socket.on('error', () => undefined);
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    this.socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse(String(data)) as Heard & { id?: string };
      if ((type as string) === 'connection_ack') this.#acknowledged = true;
      else if (id !== undefined) this.#sinks.get(id)?.({ type, payload });
    });
  }

  /** Resolves when the server took us in; rejects when it closed instead. */
  async ready(limitMs?: number): Promise<this> {
    await until('the socket is acknowledged', () => this.#acknowledged || this.closed, limitMs);
    if (this.closed) throw new Error(`The socket was closed: ${this.closed.code} ${this.closed.reason}`);
    return this;
  }

  /** Starts an operation; returns what ends it. */
  subscribe(query: string, variables: object, sink: (heard: Heard) => void): () => void {
    const id = `op${++this.#ids}`;
    this.#sinks.set(id, sink);
    this.socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query, variables } }));
    return () => {
      this.#sinks.delete(id);
      if (this.socket.readyState === WebSocket.OPEN)
        this.socket.send(JSON.stringify({ type: 'complete', id }));
    };
  }

  /** As a phone that drives into a tunnel: no goodbye. */
  terminate(): void {
    this.socket.terminate();
  }
}
