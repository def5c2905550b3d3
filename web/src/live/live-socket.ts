import { createClient } from 'graphql-ws';
import { takeEarlyLine } from './early-line.ts';

/** The server closes with this code when the session has ended: asking again would not help. */
const signedOutCode = 4403;
/** A ping that is not answered in this time (ms) means the line is dead though the browser has not noticed. */
const pongWithin = 4_000;
/** Between pings (ms) of an idle line, short enough to outlive the usual 60 s of proxies. */
const pingEvery = 20_000;

export interface LiveOperation {
  readonly query: string;
  readonly operationName: string;
  /** `after` may be a getter: it is read each time the operation is sent, so a reconnect resumes where we are. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface LiveSink<T> {
  next(data: T): void;
  /** The subscription ended: by the server, or refused, and why. It is not started again by itself. */
  ended(refused: boolean, code?: string): void;
}

export interface LiveSocket {
  subscribe<T>(operation: LiveOperation, sink: LiveSink<T>): () => void;
  /** Makes sure the line is alive: connects at once if it waits to retry, else demands a pong. */
  check(): void;
  close(): void;
}

export interface LineEvents {
  connected(): void;
  lost(): void;
  signedOut(): void;
}

/**
 * Opens the one WebSocket of this page. It retries without end and with jitter, so that a wall display comes
 * back by itself and a restarted server is not met by everybody in the same second.
 */
export function openLiveSocket(on: LineEvents): LiveSocket {
  let wake: () => void = () => {};
  let line: WebSocket | undefined;
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const ids = new OperationIds();

  const expectPong = () => {
    clearTimeout(pongTimer);
    pongTimer = setTimeout(() => client.terminate(), pongWithin);
  };

  const client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: pageSocket(),
    lazy: false,
    keepAlive: pingEvery,
    connectionAckWaitTimeout: 5_000,
    retryAttempts: Infinity,
    generateID: (payload) => ids.next(payload.operationName ?? '', payload.variables ?? {}),
    shouldRetry: (reason) => !closed && codeOf(reason) !== signedOutCode,
    retryWait: (retries) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, retryDelay(retries));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    onNonLazyError: (reason) => {
      if (codeOf(reason) === signedOutCode) on.signedOut();
    },
    on: {
      connected: (socket) => {
        line = socket as WebSocket;
        on.connected();
      },
      ping: (received) => {
        if (!received) expectPong();
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: () => {
        line = undefined;
        clearTimeout(pongTimer);
        on.lost();
      },
    },
  });

  return {
    subscribe(operation, sink) {
      let stopped = false;
      const stop = client.subscribe(
        { query: operation.query, operationName: operation.operationName, variables: operation.variables },
        {
          next: ({ data }) => {
            if (data && !stopped) sink.next(data as never);
          },
          error: (reason) => {
            if (!stopped) sink.ended(true, refusalOf(reason));
          },
          complete: () => {
            if (!stopped) sink.ended(false);
          },
        },
      );
      return () => {
        stopped = true;
        stop();
      };
    },
    check() {
      wake();
      if (line?.readyState === 1) {
        line.send('{"type":"ping"}');
        expectPong();
      }
    },
    close() {
      closed = true;
      clearTimeout(pongTimer);
      wake();
      // It waits for a connection that is being made, which may fail: nobody is there to be told.
      void Promise.resolve(client.dispose()).catch(() => undefined);
    },
  };
}

/**
 * Names operations so that all viewers of a board use the same id: the server then writes the same bytes to
 * each of them. A second use alternates, since the server may still be ending the first when it arrives.
 */
export class OperationIds {
  readonly #used = new Map<string, number>();

  /** An id from the operation and its variables other than the cursor, or the token that lets one in. */
  next(operationName: string, variables: Readonly<Record<string, unknown>>): string {
    const steady = Object.keys(variables)
      .filter((key) => key !== 'after' && key !== 'token')
      .sort()
      .map((key) => `${key}=${String(variables[key])}`);
    const name = [operationName, ...steady].join(' ');
    const times = this.#used.get(name) ?? 0;
    this.#used.set(name, times + 1);
    return times % 2 === 0 ? name : `${name} again`;
  }
}

/** Tries that come quickly: through them a server that restarts in six seconds is met again within ten. */
const quickTries = 10;

/**
 * Milliseconds before retry number `retries`: all of it by chance, so that thousands who lost a server together
 * come back evenly. At most a second at first, then two, then four; after a while (about 20 s) fifteen.
 */
export function retryDelay(retries: number, chance: number = Math.random()): number {
  return chance * (retries < quickTries ? Math.min(4_000, 1_000 * 2 ** retries) : 15_000);
}

/** The code of a refused operation; none for a line that broke. */
function refusalOf(reason: unknown): string | undefined {
  const [error] = Array.isArray(reason) ? (reason as { extensions?: { code?: unknown } }[]) : [];
  return typeof error?.extensions?.code === 'string' ? error.extensions.code : undefined;
}

function codeOf(reason: unknown): number | undefined {
  return typeof reason === 'object' && reason !== null && 'code' in reason ? Number(reason.code) : undefined;
}

/** The line that the page has asked for already, or a new one. Made when it is needed: a server has none. */
function pageSocket(): typeof WebSocket {
  return new Proxy(WebSocket, {
    construct: (Socket, [url, protocol]: [string, string]) =>
      quiet(takeEarlyLine() ?? new Socket(url, protocol)),
  });
}

/**
 * Lets go of words that come while a socket closes: a ping whose time has come, or the end of a subscription. Nobody
 * would hear them, and browsers log each as an error.
 */
function quiet(line: WebSocket): WebSocket {
  line.send = (data) => {
    if (line.readyState <= WebSocket.OPEN) WebSocket.prototype.send.call(line, data);
  };
  return line;
}
