import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { GraphQLError } from 'graphql';
import { CloseCode, MessageType, parseMessage, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { isTooDeep, withoutMark } from '../http/json-body.ts';
import { Outbox, type Outlet } from './outbox.ts';
import type { SharedMessage } from './shared-message.ts';
import { textFrame } from './text-frame.ts';

/** What a connection carries its operations to. */
export interface ConnectionEvents<Line = unknown> {
  /** The client says hello. Resolves when it may go on, to what has to be told when the socket has closed. */
  greeted(connection: Connection<Line>): Promise<(() => void) | undefined>;
  /** Begins an operation: what it has to say, it says through the outbox. Rejects only for faults of ours. */
  subscribed(connection: Connection<Line>, payload: SubscribePayload, outbox: Outbox): Promise<void>;
  /** An error as outsiders see it. */
  mask(error: unknown): object;
  /** A fault of ours, after which the connection closes itself. Returns what it says then. */
  failed(error: unknown): string;
  /** More waits than this connection may keep. */
  cut(connection: Connection<Line>): void;
  /** Why another operation is one too many for all of an address; undefined where it is not. */
  tooMany(connection: Connection<Line>): string | undefined;
}

export interface ConnectionLimits {
  /** Operations that run on one socket at once, streams included. */
  operations: number;
  /** Bytes that wait on one socket before it is cut off. */
  bufferedBytes: number;
  /** How long a socket that was told to go may keep us (ms). */
  linger: number;
  /** How long a socket that is too many waits until it is told to go (ms). */
  refused: number;
}

/** Codes by which clients know what to do; graphql-ws clients connect again after these two. */
export const GOING_AWAY = 1001;
export const TRY_AGAIN_LATER = 1013;

/**
 * The server's half of graphql-transport-ws on one socket. Written here and not taken from graphql-ws, whose server
 * pulls each message from an iterator of each subscription and writes it as JSON again: here a message that is the
 * same for thousands is the same bytes, handed to the network without a promise in between.
 */
export class Connection<Line = unknown> {
  readonly socket: WebSocket;
  /** What it came with, until it has said hello. */
  request: IncomingMessage | undefined;
  /** Who is at the other end, from then on, and where from. */
  line: Line | undefined;
  address: string | undefined;
  /** For the limits on sockets; see `OpenSockets`. */
  network: string | undefined;
  personId: string | undefined;
  strange = false;
  /** Whether it ever asked for anything. */
  hasAsked = false;
  /** For the door's rounds (ms of the process): until when it may be silent, when it is pinged next, since when it has not kept up. */
  helloBy = 0;
  pingAt = 0;
  behindSince: number | undefined;
  /** Whether it gave a sign of life since the last ping. */
  alive = true;
  /** What the socket writes to. */
  readonly #wire: Socket;
  readonly #events: ConnectionEvents<Line>;
  readonly #limits: ConnectionLimits;
  readonly #operations = new Map<string, Outbox>();
  #state: 'new' | 'greeting' | 'open' | 'leaving' = 'new';
  #onClose: (() => void) | undefined;

  constructor(
    socket: WebSocket,
    request: IncomingMessage,
    events: ConnectionEvents<Line>,
    limits: ConnectionLimits,
  ) {
    this.socket = socket;
    this.request = request;
    this.#wire = request.socket;
    this.#events = events;
    this.#limits = limits;
  }

  get saidHello(): boolean {
    return this.#state !== 'new';
  }

  /** How many bytes wait for the reader. */
  get waitingBytes(): number {
    return this.#wire.writableLength;
  }

  /** How many operations are under way. */
  get running(): number {
    return this.#operations.size;
  }

  /** Takes a message of the client. */
  async receive(data: string): Promise<void> {
    // Told to go, it may not do anything any more, however long it takes to leave.
    if (this.socket.readyState !== this.socket.OPEN || this.#isLeaving()) return;
    let message: ReturnType<typeof parseMessage>;
    try {
      if (isTooDeep(data)) throw new Error('Nested deeper than anybody needs.');
      message = parseMessage(withoutMark(data));
    } catch {
      return this.socket.close(CloseCode.BadRequest, 'Invalid message received');
    }
    switch (message.type) {
      case MessageType.ConnectionInit:
        return this.#greet();
      case MessageType.Ping:
        return this.#say({ type: MessageType.Pong, ...(message.payload && { payload: message.payload }) });
      case MessageType.Pong:
        return;
      case MessageType.Subscribe:
        return this.#subscribe(message.id, message.payload);
      case MessageType.Complete: {
        const outbox = this.#operations.get(message.id);
        this.#operations.delete(message.id);
        return outbox?.close();
      }
      default:
        this.socket.close(CloseCode.BadRequest, 'Only a server says this');
    }
  }

  /** A fault of ours. What the client asked may or may not have happened. */
  break(error: unknown): void {
    this.letGo(TRY_AGAIN_LATER, this.#events.failed(error));
  }

  /** The socket has closed: ends everything that runs on it. */
  closed(): void {
    const outboxes = [...this.#operations.values()];
    this.#operations.clear();
    for (const outbox of outboxes) outbox.close();
    this.#onClose?.();
    this.#onClose = undefined;
  }

  /** Says why and closes; whoever does not take even that is dropped after a moment. */
  letGo(code: number, reason: string): void {
    const { socket } = this;
    if (socket.readyState === socket.CLOSED) return;
    const timer = setTimeout(() => socket.terminate(), this.#limits.linger);
    socket.once('close', () => clearTimeout(timer));
    socket.close(code, reason);
  }

  /**
   * Lets go of one that is too many, but not at once: until then it is heard no more, so that whoever comes again and
   * again comes slowly.
   */
  refuse(code: number, reason: string): void {
    if (this.#state === 'leaving') return;
    this.#state = 'leaving';
    this.socket.pause();
    const timer = setTimeout(() => {
      this.socket.resume();
      this.letGo(code, reason);
    }, this.#limits.refused);
    this.socket.once('close', () => clearTimeout(timer));
  }

  /** A message as a whole frame. */
  write(frame: Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.#wire.writableLength > this.#limits.bufferedBytes) return this.#events.cut(this);
    // Around the socket, which would make a frame of its own each time. It keeps none of its own waiting: without
    // compression it writes through at once, so that the order stays.
    this.#wire.write(frame);
  }

  /** The operation has ended from our side. */
  ended(id: string, message: object): void {
    this.#operations.delete(id);
    this.#say(message);
  }

  async #greet(): Promise<void> {
    if (this.#state !== 'new') {
      return this.socket.close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
    }
    this.#state = 'greeting';
    const onClose = await this.#events.greeted(this);
    // It may have closed meanwhile, and then `closed` will not be called again.
    if (this.socket.readyState !== this.socket.OPEN) return onClose?.();
    this.#onClose = onClose;
    // Found to be one too many by who it is.
    if (this.#isLeaving()) return;
    this.#state = 'open';
    this.#say({ type: MessageType.ConnectionAck });
  }

  async #subscribe(id: string, payload: SubscribePayload): Promise<void> {
    if (this.#state !== 'open') return this.socket.close(CloseCode.Unauthorized, 'Unauthorized');
    if (this.#operations.has(id)) {
      return this.socket.close(CloseCode.SubscriberAlreadyExists, 'This id is in use');
    }
    const outbox = new Outbox(new OperationOutlet(this, id, this.#events));
    this.#operations.set(id, outbox);
    this.hasAsked = true;
    if (this.#operations.size > this.#limits.operations) {
      return outbox.fail(
        tooMany(`One socket carries ${this.#limits.operations} operations at once. Complete some first.`),
      );
    }
    const words = this.#events.tooMany(this);
    if (words !== undefined) return outbox.fail(tooMany(words));
    await this.#events.subscribed(this, payload, outbox);
  }

  #isLeaving(): boolean {
    return this.#state === 'leaving';
  }

  #say(message: object): void {
    this.write(textFrame(Buffer.from(JSON.stringify(message))));
  }
}

function tooMany(words: string): GraphQLError {
  return new GraphQLError(words, { extensions: { code: 'TOO_MANY_REQUESTS' } });
}

/** What one operation says, under its id. */
class OperationOutlet<Line> implements Outlet {
  readonly #connection: Connection<Line>;
  readonly #id: string;
  readonly #events: ConnectionEvents<Line>;

  constructor(connection: Connection<Line>, id: string, events: ConnectionEvents<Line>) {
    this.#connection = connection;
    this.#id = id;
    this.#events = events;
  }

  next(message: SharedMessage): void {
    this.#connection.write(message.frame(this.#id));
  }

  complete(): void {
    this.#connection.ended(this.#id, { id: this.#id, type: MessageType.Complete });
  }

  fail(error: unknown): void {
    const errors = (Array.isArray(error) ? error : [error]).map((each: unknown) => this.#events.mask(each));
    this.#connection.ended(this.#id, { id: this.#id, type: MessageType.Error, payload: errors });
  }
}
