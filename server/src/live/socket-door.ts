import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  createSourceEventStream,
  execute as executeGraphql,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, type SubscribePayload } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import { tooLarge } from '../graphql/answer-bytes.ts';
import { createContext } from '../graphql/context.ts';
import { Documents } from '../graphql/documents.ts';
import { reckon } from '../graphql/limits.ts';
import { maskError } from '../graphql/mask-error.ts';
import { traceRendering, watchOperation } from '../graphql/watch-operation.ts';
import { visitorAddress } from '../http/visits.ts';
import { createSessionReader } from '../person/session-cookie.ts';
import type { Services } from '../services.ts';
import type { Audience } from './audience.ts';
import { Connection, type ConnectionLimits, GOING_AWAY, TRY_AGAIN_LATER } from './connection.ts';
import type { Live } from './live.ts';
import type { StreamContext } from './live.resolver.ts';
import type { Subscriber } from './subscriber.ts';
import { audienceKey } from './audience-key.ts';
import type { Outbox } from './outbox.ts';
import { SharedMessage } from './shared-message.ts';

/** Speaks graphql-transport-ws. The HTTP server has checked path, origin and size before a socket gets here. */
export interface SocketDoor {
  serveSockets(sockets: WebSocketServer): void;
  readonly openSockets: number;
  /** Operations under way on them: nearly all are subscriptions. */
  readonly openOperations: number;
  /** Says goodbye to all sockets (1001) and lets them go. */
  close(): void;
}

export interface SocketLimits extends ConnectionLimits {
  /** How long a new socket may take to say hello (ms). */
  hello: number;
  /** Between pings (ms). A socket that has not answered by the next one is dead. */
  ping: number;
  /** How long something may wait for a reader without a moment in which they had everything (ms). */
  behind: number;
}

const usualLimits: SocketLimits = {
  operations: 20,
  bufferedBytes: 512 * 1024,
  linger: 1_000,
  hello: 10_000,
  ping: 20_000,
  behind: 10_000,
};

/** Each round looks at every socket, and pings few of them, so that no moment has all the pings. */
const ROUNDS_PER_PING = 20;
const ROUNDS_BEHIND = 4;

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
  const readSession = createSessionReader(services);
  const connections = new Set<Connection>();
  let rounds: NodeJS.Timeout | undefined;

  const mask = (error: unknown, requestId: string = randomUUID()) => maskError(error, { log, requestId });

  const carryOut = async (operation: ExecutionArgs, requestId: string): Promise<SharedMessage> => {
    const { data, errors, extensions } = await execute(operation);
    const message = SharedMessage.of({
      ...(data !== undefined && { data }),
      ...(errors && { errors: errors.map((error) => mask(error, requestId)) as GraphQLError[] }),
      ...(extensions && { extensions }),
    });
    return message ?? new SharedMessage({ data: null, errors: [tooLarge()] });
  };

  /** Carries out an operation once for everybody in a cohort. */
  const audienceOf = (
    key: string,
    operation: Omit<ExecutionArgs, 'rootValue' | 'contextValue'>,
  ): Audience => ({
    key,
    render: (message, reader) => {
      const requestId = randomUUID();
      const contextValue = createContext(services, { viewer: null, reader, requestId });
      return traceRendering(services.tracing, operation, () =>
        carryOut({ ...operation, rootValue: message, contextValue }, requestId).then(withoutFaults),
      );
    },
  });

  const subscribed = async (
    { line, address }: Pick<Subscriber, 'line' | 'address'>,
    payload: SubscribePayload,
    outbox: Outbox,
  ): Promise<void> => {
    const { query, operationName, variables } = payload;
    const checked = documents.check(query);
    if (!('document' in checked)) return outbox.fail(checked);
    const { document } = checked;
    const reckoned = reckon(schema, document, { variables, operationName });
    if (reckoned instanceof GraphQLError) return outbox.fail(reckoned);
    const definition = getOperationAST(document, operationName);
    if (!definition) return outbox.fail(new GraphQLError('Unable to identify operation'));

    const operation = { schema, document, operationName, variableValues: variables };
    const requestId = randomUUID();
    const context = createContext(services, { viewer: line.viewer, requestId });
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) {
      await watchOperation(services, async (watched) => {
        watched.is(definition);
        const message = await carryOut({ ...operation, contextValue: context }, requestId);
        watched.answered(message.result.errors);
        outbox.put(message);
      });
      return outbox.complete();
    }
    const audience = audienceOf(audienceKey(checked, payload), operation);
    const contextValue: StreamContext = Object.assign(context, {
      live,
      subscriber: { line, audience, outbox, address },
    });
    // Without a trace: what it begins, such as clocks, goes on after it and belongs to nobody.
    await watchOperation({ metrics: services.metrics }, async (watched) => {
      watched.is(definition);
      const source = await createSourceEventStream({ ...operation, contextValue });
      if (Symbol.asyncIterator in source) return;
      watched.answered(source.errors ?? []);
      outbox.fail(source.errors);
    });
  };

  const events = {
    greeted: async (connection: Connection) => {
      const { request } = connection;
      // Held no longer: its headers are larger than everything else we keep of a connection.
      connection.request = undefined;
      connection.address = request && visitorAddress(request);
      const viewer = request ? await readSession(request) : null;
      const line = live.lines.open(viewer, {
        sessionEnded: () => connection.letGo(CloseCode.Forbidden, 'Your session has ended'),
      });
      connection.line = line;
      return () => line.close();
    },
    subscribed: async (connection: Connection, payload: SubscribePayload, outbox: Outbox) => {
      const { line, address } = connection;
      if (!line) throw new Error('An operation came before the hello was answered.');
      await subscribed({ line, address }, payload, outbox);
    },
    mask: (error: unknown) => mask(error),
    failed: (error: unknown) => log.error({ err: error }, 'a message on a socket failed'),
    cut: (connection: Connection) => {
      live.counts.cuts += 1;
      connection.letGo(TRY_AGAIN_LATER, 'Too slow: connect again and resume');
    },
  };

  const accept = (socket: WebSocket, request: IncomingMessage) => {
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      return socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
    }
    const connection = new Connection(socket, request, events, limits);
    connections.add(connection);
    connection.helloBy = performance.now() + limits.hello;
    // Spread over the time between two pings, however many come in one moment.
    connection.pingAt = performance.now() + limits.ping * (0.5 + Math.random() / 2);
    rounds ??= setInterval(makeRound, Math.min(limits.ping / ROUNDS_PER_PING, limits.behind / ROUNDS_BEHIND));
    socket.on('message', (data) => {
      connection.receive(String(data)).catch((error: unknown) => connection.break(error));
    });
    socket.on('pong', () => (connection.alive = true));
    // The close that follows tells all there is to do.
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'));
    socket.once('close', () => {
      connections.delete(connection);
      if (connections.size === 0) {
        clearInterval(rounds);
        rounds = undefined;
      }
      connection.closed();
    });
  };

  /** Drops the dead and the silent, cuts off those who do not keep up, and asks some for a sign of life. */
  const makeRound = () => {
    const now = performance.now();
    for (const connection of connections) {
      // Those that were told to go are dropped by `letGo`.
      if (connection.socket.readyState !== connection.socket.OPEN) continue;
      if (!connection.saidHello && connection.helloBy < now) {
        connection.letGo(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
      }
      if (connection.waitingBytes === 0) connection.behindSince = undefined;
      else if (now - (connection.behindSince ??= now) > limits.behind) events.cut(connection);
      if (connection.pingAt > now) continue;
      if (!connection.alive) connection.socket.terminate();
      else {
        connection.alive = false;
        connection.pingAt = now + limits.ping;
        connection.socket.ping();
      }
    }
  };

  return {
    serveSockets: (sockets) => void sockets.on('connection', accept),
    get openSockets() {
      return connections.size;
    },
    get openOperations() {
      let running = 0;
      for (const connection of connections) running += connection.running;
      return running;
    },
    close: () => {
      clearInterval(rounds);
      for (const connection of connections) connection.letGo(GOING_AWAY, 'The server is going away');
    },
  };
}

/** A fault of ours is no message for thousands: half of what they see would be wrong, and nothing would mend it. */
function withoutFaults(message: SharedMessage): SharedMessage {
  const fault = message.result.errors?.find(
    ({ extensions }) => extensions?.['code'] === 'INTERNAL_SERVER_ERROR',
  );
  if (fault)
    throw new Error(`A change could not be executed: ${String(fault.extensions?.['requestId'] ?? '')}`);
  return message;
}
