import type { IncomingMessage } from 'node:http';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, type SubscribePayload } from 'graphql-ws';
import { createCallerReader } from '../core/access/bearer.ts';
import type { Line } from '../core/stream/lines.ts';
import type { Live } from '../core/stream/live.ts';
import { REFUSED, refusedIfInvalid, TOKEN_ENDED } from '../features/token/refuse-token.ts';
import { FAULTY } from '../platform/budget/price.ts';
import { isNoAnswer } from '../platform/db/no-answer.ts';
import { isForeign } from '../platform/http/foreign-origin.ts';
import { visitorAddress } from '../platform/http/visits.ts';
import {
  Connection as AnyConnection,
  type ConnectionLimits,
  GOING_AWAY,
  TRY_AGAIN_LATER,
} from '../platform/live/connection.ts';
import type { Outbox } from '../platform/live/outbox.ts';
import type { ServerSocket } from '../platform/socket/server-socket.ts';
import { sumUp } from '../platform/log/log-sums.ts';
import type { Services } from '../platform/services.ts';
import type { LiveOperations } from './live-operations.ts';

type Connection = AnyConnection<Line>;

/** Speaks graphql-transport-ws. The HTTP server has checked path, origin and size before a socket gets here. */
export interface SocketDoor {
  serveSocket(socket: ServerSocket, request: IncomingMessage): void;
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
  linger: 1_000,
  bufferedBytes: 512 * 1024,
  refused: 10_000,
  hello: 10_000,
  ping: 20_000,
  behind: 10_000,
  silent: 60_000,
};

/** Each round looks at every socket, and pings few of them, so that no moment has all the pings. */
const ROUNDS_PER_PING = 20;
const ROUNDS_BEHIND = 4;
/** A round that comes so much later than it should (ms) finds a process that heard nobody. */
const STOOD_STILL = 1_000;

/** The WebSocket half of the GraphQL door: the same schema, rules, limits, context and masking as over HTTP. */
export function createSocketDoor(options: {
  services: Services;
  live: Live;
  operations: LiveOperations;
  limits?: Partial<SocketLimits>;
}): SocketDoor {
  const { services, live, operations } = options;
  const { log, budgets } = services;
  const { sockets } = operations;
  const sums = sumUp(log);
  const limits = { ...usualLimits, operations: budgets.settings.operationsOfSocket, ...options.limits };
  const readCaller = createCallerReader(services);
  const connections = new Set<Connection>();
  const betweenRounds = Math.min(limits.ping / ROUNDS_PER_PING, limits.behind / ROUNDS_BEHIND);
  let rounds: NodeJS.Timeout | undefined;
  let roundAt = 0;

  const mayAskOwn = (connection: Connection): boolean => {
    const strange = sockets.isStrange(connection);
    if (strange !== undefined) connection.refuse(TRY_AGAIN_LATER, strange);
    return strange === undefined;
  };

  const events = {
    closed: (connection: Connection) => {
      connections.delete(connection);
      if (connections.size === 0) {
        clearInterval(rounds);
        rounds = undefined;
      }
      sockets.leave(connection);
    },
    greeted: async (connection: Connection, hello: unknown) => {
      const { request } = connection;
      // Held no longer: its headers are larger than everything else we keep of a connection.
      connection.request = undefined;
      const viewer = request ? await readCaller(request, hello).catch(refusedIfInvalid) : null;
      if (viewer === REFUSED) {
        budgets.charge({ address: connection.address }, FAULTY);
        connection.letGo(CloseCode.Forbidden, TOKEN_ENDED);
        return;
      }
      const line = live.lines.open(viewer, {
        sessionEnded: () =>
          connection.letGo(CloseCode.Forbidden, viewer?.token ? TOKEN_ENDED : 'Your session has ended'),
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
      const { address, isForeign } = connection;
      await operations.run(
        { line, address, isForeign, mayAskOwn: () => mayAskOwn(connection) },
        payload,
        outbox,
      );
    },
    mask: (error: unknown) => operations.mask(error),
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

  const accept = (socket: ServerSocket, request: IncomingMessage) => {
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      return socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
    }
    const connection = new AnyConnection<Line>(socket, request, events, limits);
    socket.holder = connection;
    connections.add(connection);
    connection.address = visitorAddress(request);
    connection.isForeign = isForeign(request);
    connection.helloBy = performance.now() + limits.hello;
    // Spread over the time between two pings, however many come in one moment.
    connection.pingAt = performance.now() + limits.ping * (0.5 + Math.random() / 2);
    if (!rounds) {
      rounds = setInterval(makeRound, betweenRounds);
      roundAt = performance.now();
    }
    const tooMany = sockets.enter(connection, connection.address);
    if (tooMany !== undefined) connection.refuse(TRY_AGAIN_LATER, tooMany);
  };

  /** Drops the dead and the silent, cuts off those who do not keep up, and asks some for a sign of life. */
  const makeRound = () => {
    const now = performance.now();
    const stoodStill = now - roundAt > betweenRounds + STOOD_STILL;
    roundAt = now;
    // As while thousands connect in one moment: what they said meanwhile is read before the next.
    if (stoodStill) return;
    for (const connection of connections) {
      // Those that were told to go are dropped by `letGo`.
      if (!connection.socket.isOpen) continue;
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
        connection.socket.askAlive();
      }
    }
  };

  return {
    serveSocket: accept,
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
