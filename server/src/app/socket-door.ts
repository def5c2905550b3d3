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
import type { Asker, Balance } from '../platform/budget/budgets.ts';
import { FAULTY, LEAST, priceOf, surplusOf } from '../platform/budget/price.ts';
import { figuresOf, tooManyWait, tooMuch } from '../platform/budget/rate-limit.ts';
import { isNoAnswer } from '../platform/db/no-answer.ts';
import { tooLarge } from '../platform/graphql/answer-bytes.ts';
import { createContext } from '../core/access/context.ts';
import { Documents } from '../platform/graphql/documents.ts';
import { reckon } from '../platform/graphql/limits.ts';
import { isFault, maskError } from '../platform/graphql/mask-error.ts';
import { readTrustedDocuments } from '../platform/graphql/trusted-documents.ts';
import { traceRendering, watchOperation } from '../platform/graphql/watch-operation.ts';
import { networkOf } from '../platform/http/network.ts';
import { visitorAddress } from '../platform/http/visits.ts';
import { createSessionReader } from '../core/access/session-cookie.ts';
import { sumUp } from '../platform/log/log-sums.ts';
import type { Services } from '../platform/services.ts';
import type { Audience } from '../core/stream/audience.ts';
import { BackLane } from '../platform/live/back-lane.ts';
import {
  Connection as AnyConnection,
  type ConnectionLimits,
  GOING_AWAY,
  TRY_AGAIN_LATER,
} from '../platform/live/connection.ts';
import type { Line } from '../core/stream/lines.ts';
import type { Live } from '../core/stream/live.ts';
import type { StreamContext } from '../core/stream/stream.ts';
import { audienceKey } from '../core/stream/audience-key.ts';
import { OpenSockets } from '../platform/live/open-sockets.ts';
import type { Outbox } from '../platform/live/outbox.ts';
import { Questions } from '../platform/live/questions.ts';
import { SharedMessage } from '../platform/live/shared-message.ts';

type Connection = AnyConnection<Line>;

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
  /** How long a socket may ask nothing before it counts as one that our pages do not open (ms). */
  silent: number;
}

const usualLimits: Omit<SocketLimits, 'operations'> = {
  bufferedBytes: 512 * 1024,
  linger: 1_000,
  refused: 10_000,
  hello: 10_000,
  ping: 20_000,
  behind: 10_000,
  silent: 60_000,
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
  const { log, budgets } = services;
  const sums = sumUp(log);
  const limits = { ...usualLimits, operations: budgets.settings.operationsOfSocket, ...options.limits };
  const documents = new Documents(schema, readTrustedDocuments());
  const sockets = new OpenSockets<Connection>(budgets.settings);
  const questions = new Questions(budgets.settings);
  const backLane = new BackLane();
  const readSession = createSessionReader(services);
  const connections = new Set<Connection>();
  let rounds: NodeJS.Timeout | undefined;

  const mask = (error: unknown, requestId: string = randomUUID()) => maskError(error, { log, requestId });

  const carryOut = async (
    operation: ExecutionArgs,
    requestId: string,
    balance?: Balance,
  ): Promise<SharedMessage> => {
    const { data, errors, ...more } = await execute(operation);
    const shown = balance && { rateLimit: figuresOf(balance) };
    const extensions = more.extensions || shown ? { ...more.extensions, ...shown } : undefined;
    const message = SharedMessage.of({
      ...(data !== undefined && { data }),
      ...(errors && { errors: errors.map((error) => mask(error, requestId)) as GraphQLError[] }),
      ...(extensions && { extensions }),
    });
    return message ?? new SharedMessage({ data: null, errors: [tooLarge()] });
  };

  /** Carries out an operation once for everybody in a cohort; what our pages ask before everything else. */
  const audienceOf = (
    { key, known }: { key: string; known: boolean },
    operation: Omit<ExecutionArgs, 'rootValue' | 'contextValue'>,
  ): Audience => ({
    key,
    render: (message, reader) => {
      const requestId = randomUUID();
      const contextValue = createContext(services, { viewer: null, reader, requestId });
      const rendered = () =>
        traceRendering(services.tracing, operation, () =>
          carryOut({ ...operation, rootValue: message, contextValue }, requestId).then(withoutFaults),
        );
      if (!budgets.settings.counts) return rendered();
      return known ? backLane.first(rendered) : backLane.run(rendered);
    },
  });

  const subscribed = async (
    connection: Connection,
    line: Line,
    payload: SubscribePayload,
    outbox: Outbox,
  ): Promise<void> => {
    const { query, operationName, variables } = payload;
    const { address } = connection;
    const { viewer } = line;
    const asker: Asker = { address, personId: viewer?.personId };
    const isKnown = documents.ofPages(query) !== undefined;
    const strange = isKnown ? undefined : sockets.isStrange(connection);
    if (strange !== undefined) return connection.refuse(TRY_AGAIN_LATER, strange);
    if (!isKnown) {
      // To read and check a text that is new is most of what it costs to refuse it.
      const before = budgets.bears(asker, LEAST);
      if (!before.allowed) return outbox.fail(tooMuch(before));
    }
    const checked = isKnown
      ? documents.check(query)
      : await budgets.inSpareTime(address, async () => (outbox.ended ? [] : documents.check(query)));
    // Whoever asked may have thought better of it while they waited.
    if (outbox.ended) return;
    const reckoned =
      'document' in checked ? reckon(schema, checked.document, { variables, operationName }) : checked;
    const inOrder = 'document' in checked && 'fields' in reckoned;
    const balance = budgets.spend(asker, inOrder ? priceOf(checked, reckoned) : FAULTY);
    if (!balance.allowed) return outbox.fail(tooMuch(balance));
    if (!inOrder) return outbox.fail(reckoned);
    const { document } = checked;
    const definition = getOperationAST(document, operationName);
    if (!definition) return outbox.fail(new GraphQLError('Unable to identify operation'));

    const operation = { schema, document, operationName, variableValues: variables };
    const requestId = randomUUID();
    const context = createContext(services, { viewer, requestId });
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) {
      const done = await budgets.inTurn(address, isKnown ? 'known' : 'others', () =>
        watchOperation(services, async (watched) => {
          watched.is(definition);
          const shown = balance.counted && !isKnown ? balance : undefined;
          const message = await carryOut({ ...operation, contextValue: context }, requestId, shown);
          budgets.charge(asker, surplusOf(checked, reckoned, context.counted.cards));
          watched.answered(message.result.errors);
          outbox.put(message);
          return true;
        }),
      );
      return done ? outbox.complete() : outbox.fail(tooManyWait());
    }
    const key = audienceKey(checked, payload);
    const audience = audienceOf({ key, known: isKnown }, operation);
    const ask = (place: string, times?: number) => {
      const who = viewer?.personId ?? (address === undefined ? undefined : networkOf(address));
      const question = { key, known: isKnown, asker: who, signedIn: viewer !== null };
      outbox.onEnd(questions.begin(place, question, times));
    };
    const contextValue: StreamContext = Object.assign(context, {
      live,
      subscriber: { line, audience, outbox, address, ask },
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
      const viewer = request ? await readSession(request) : null;
      const line = live.lines.open(viewer, {
        sessionEnded: () => connection.letGo(CloseCode.Forbidden, 'Your session has ended'),
      });
      connection.line = line;
      const tooMany = viewer ? sockets.isOf(connection, viewer.personId) : undefined;
      if (tooMany !== undefined) connection.refuse(TRY_AGAIN_LATER, tooMany);
      return () => {
        line.close();
        sockets.leave(connection);
      };
    },
    subscribed: async (connection: Connection, payload: SubscribePayload, outbox: Outbox) => {
      const { line } = connection;
      if (!line) throw new Error('An operation came before the hello was answered.');
      await subscribed(connection, line, payload, outbox);
    },
    mask: (error: unknown) => mask(error),
    tooMany: (connection: Connection) => sockets.mayRun(connection),
    failed: (error: unknown) => {
      if (isNoAnswer(error)) sums.add('the database gave no answer to sockets', {}, error);
      else log.error({ err: error }, 'a message on a socket failed');
      return isNoAnswer(error)
        ? 'Our database gives no answer: connect again'
        : 'Something broke on our side';
    },
    cut: (connection: Connection) => {
      live.counts.cuts += 1;
      connection.letGo(TRY_AGAIN_LATER, 'Too slow: connect again and resume');
    },
  };

  const accept = (socket: WebSocket, request: IncomingMessage) => {
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      return socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
    }
    const connection = new AnyConnection<Line>(socket, request, events, limits);
    connections.add(connection);
    connection.address = visitorAddress(request);
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
      sockets.leave(connection);
      connection.closed();
    });
    const tooMany = sockets.enter(connection, connection.address);
    if (tooMany !== undefined) connection.refuse(TRY_AGAIN_LATER, tooMany);
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
      // The hello is due long before.
      if (!connection.hasAsked && connection.helloBy + limits.silent < now) {
        const strange = sockets.isStrange(connection);
        if (strange !== undefined) connection.refuse(TRY_AGAIN_LATER, strange);
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
      sums.flush();
      clearInterval(rounds);
      for (const connection of connections) connection.letGo(GOING_AWAY, 'The server is going away');
    },
  };
}

/** A fault of ours is no message for thousands: half of what they see would be wrong, and nothing would mend it. */
function withoutFaults(message: SharedMessage): SharedMessage {
  const fault = message.result.errors?.find(isFault);
  if (fault) throw new Error(`A change could not be executed: ${String(fault.extensions?.['logId'] ?? '')}`);
  return message;
}
