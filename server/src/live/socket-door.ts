import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  createSourceEventStream,
  execute as executeGraphql,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import { createContext } from '../graphql/context.ts';
import { tooCostly } from '../graphql/limits.ts';
import { maskError } from '../graphql/mask-error.ts';
import { readSession } from '../person/session-cookie.ts';
import type { Services } from '../services.ts';
import type { Audience } from './audience.ts';
import type { Line } from './lines.ts';
import type { Live } from './live.ts';
import type { StreamContext } from './live.resolver.ts';
import { audienceKey, Documents } from './operation.ts';

/** Speaks graphql-transport-ws. The HTTP server has checked path, origin and size before a socket gets here. */
export interface SocketDoor {
  serveSockets(sockets: WebSocketServer): void;
  /** Says goodbye to all sockets (1001) and lets them go. */
  close(): void;
}

export interface SocketLimits {
  /** Operations that run on one socket at once, streams included. */
  operations: number;
  /** Bytes that wait on one socket before it is cut off. */
  bufferedBytes: number;
  /** How long a new socket may take to say hello (ms). */
  hello: number;
  /** Between pings (ms). A socket that has not answered by the next one is dead. */
  ping: number;
}

const usualLimits: SocketLimits = { operations: 20, bufferedBytes: 1024 * 1024, hello: 10_000, ping: 20_000 };

/** Codes by which clients know what to do; graphql-ws clients connect again after 1001 and 1013. */
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;
const SESSION_ENDED = CloseCode.Forbidden;
/** How long a socket that was told to go may keep us (ms). */
const LINGER = 1_000;

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
  line?: Line;
}

type Options = ServerOptions<Record<string, unknown> | undefined, Extra>;

/** The WebSocket half of the GraphQL door: the same schema, rules, limits, context and masking as over HTTP. */
export function createSocketDoor(options: {
  services: Services;
  schema: GraphQLSchema;
  live: Live;
  limits?: Partial<SocketLimits>;
  /** Carries out one operation; tests count. */
  execute?: (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
}): SocketDoor {
  const { services, schema, live, execute = executeGraphql } = options;
  const { log } = services;
  const limits = { ...usualLimits, ...options.limits };
  const documents = new Documents(schema);
  /** Open sockets, and whether they gave a sign of life since the last ping. */
  const alive = new Map<WebSocket, boolean>();
  let pinging: NodeJS.Timeout | undefined;

  const mask = (error: unknown, requestId: string = randomUUID()) => {
    const masked = maskError(error, { log, requestId });
    return new GraphQLError(masked.message, { path: masked.path, extensions: masked.extensions });
  };

  /** Carries out an operation once for everybody in a cohort. */
  const audienceOf = (
    key: string,
    operation: Omit<ExecutionArgs, 'rootValue' | 'contextValue'>,
  ): Audience => ({
    key,
    render: async (message, reader) => {
      const requestId = randomUUID();
      const contextValue = createContext(services, { viewer: null, reader, requestId });
      const result = await execute({ ...operation, rootValue: message, contextValue });
      if (!result.errors) return result;
      return { ...result, errors: result.errors.map((error) => mask(error, requestId)) };
    },
  });

  const prepare = (line: Line, { query, operationName, variables }: SubscribePayload) => {
    const checked = documents.check(query);
    if (!('document' in checked)) return checked;
    const { document } = checked;
    const costly = reckon(() => tooCostly(schema, document, { variables, operationName }));
    if (costly) return [costly];
    const operation = { schema, document, operationName, variableValues: variables };
    const key = audienceKey(query, checked, { operationName, variables });
    const contextValue: StreamContext = {
      ...createContext(services, { viewer: line.viewer, requestId: randomUUID() }),
      stream: { live, line, audience: audienceOf(key, operation) },
    };
    return { ...operation, contextValue };
  };

  const server = makeServer<Record<string, unknown> | undefined, Extra>({
    schema,
    execute: (args) => execute(args),
    // What comes from the source is rendered by the cohort, so nothing is executed for this subscriber alone.
    subscribe: async (args) => {
      const source = await createSourceEventStream(args);
      if (!(Symbol.asyncIterator in source)) return failing(source.errors?.[0]);
      return source as AsyncIterable<ExecutionResult>;
    },
    connectionInitWaitTimeout: limits.hello,
    onConnect: async ({ extra }) => {
      const viewer = await readSession(services, extra.request);
      const { socket } = extra;
      const line = live.lines.open(viewer, {
        sessionEnded: () => socket.close(SESSION_ENDED, 'Your session has ended'),
        tooSlow: () => cut(socket),
      });
      extra.line = line;
      // It may have closed while the session was looked up, and then nobody else closes the line.
      if (socket.readyState === socket.OPEN) socket.once('close', () => line.close());
      else line.close();
    },
    onSubscribe: ({ extra, subscriptions }, _id, payload) => {
      if (!extra.line) throw new Error('An operation came before the hello was answered.');
      if (Object.keys(subscriptions).length > limits.operations) return [tooMany(limits.operations)];
      return prepare(extra.line, payload);
    },
    onNext: (_context, _id, _payload, { contextValue }, result) => {
      if (!result.errors) return;
      const { requestId } = contextValue as StreamContext;
      return { ...result, errors: result.errors.map((error) => mask(error, requestId)) };
    },
    onError: (_context, _id, _payload, errors) => errors.map((error) => mask(error)),
  } satisfies Options);

  const accept = (socket: WebSocket, request: IncomingMessage) => {
    alive.set(socket, true);
    pinging ??= setInterval(ping, limits.ping);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data, limits.bufferedBytes),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            take(String(data)).catch((error: unknown) => {
              log.error({ err: error }, 'a message on a socket failed');
              socket.close(TRY_AGAIN_LATER, 'Something broke on our side');
            });
          }),
      },
      { socket, request },
    );
    socket.on('pong', () => alive.set(socket, true));
    // The close that follows tells all there is to do.
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'));
    socket.once('close', (code, reason) => {
      alive.delete(socket);
      if (alive.size === 0) {
        clearInterval(pinging);
        pinging = undefined;
      }
      closed(code, String(reason)).catch((error: unknown) =>
        log.error({ err: error }, 'a socket did not close well'),
      );
    });
  };

  const ping = () => {
    for (const [socket, answered] of alive) {
      if (!answered) socket.terminate();
      else {
        alive.set(socket, false);
        socket.ping();
      }
    }
  };

  return {
    serveSockets: (sockets) => void sockets.on('connection', accept),
    close: () => {
      clearInterval(pinging);
      for (const socket of alive.keys()) letGo(socket, GOING_AWAY, 'The server is going away');
    },
  };
}

/** Resolves when the socket took it: a stream waits for its reader, and its outbox is where that shows. */
function send(socket: WebSocket, data: string, limitBytes: number): Promise<void> {
  if (socket.readyState === socket.OPEN && socket.bufferedAmount > limitBytes) cut(socket);
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => socket.send(data, () => resolve()));
}

/** A reader who does not keep up; the client connects again and resumes by its cursor. */
function cut(socket: WebSocket): void {
  letGo(socket, TRY_AGAIN_LATER, 'Too slow: connect again and resume');
}

/** Says why and closes; whoever does not take even that is dropped after a moment. */
function letGo(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState === socket.CLOSED) return;
  const timer = setTimeout(() => socket.terminate(), LINGER);
  socket.once('close', () => clearTimeout(timer));
  socket.close(code, reason);
}

/** Reckoning fails on variables of a wrong shape, before execution would. */
function reckon(cost: () => GraphQLError | null): GraphQLError | null {
  try {
    return cost();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function tooMany(limit: number): GraphQLError {
  return new GraphQLError(`One socket carries ${limit} operations at once. Complete some first.`, {
    extensions: { code: 'TOO_MANY_REQUESTS' },
  });
}

/** A stream that was refused: told as an error of the operation, not as a result of it. */
async function* failing(error: unknown): AsyncGenerator<ExecutionResult, void, void> {
  throw error;
}
