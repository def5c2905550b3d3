import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { CloseCode, MessageType, parseMessage, type SubscribePayload } from 'graphql-ws';
import { isTooDeep, withoutMark } from '../http/json-body.ts';
import { textFrame } from '../socket/frames.ts';
import { Outbox, type Outlet } from './outbox.ts';
import type { ServerSocket, SocketHolder } from '../socket/server-socket.ts';
import type { SharedMessage } from './shared-message.ts';

/** What a connection carries its operations to. */
export interface ConnectionEvents<Line = unknown> {
  /** The client says hello, with what it sends along. Resolves when it may go on, to what has to be told when the socket has closed. */
  greeted(connection: Connection<Line>, hello: unknown): Promise<(() => void) | undefined>;
  /** Begins an operation: what it has to say, it says through the outbox. Rejects only for faults of ours. */
  subscribed(connection: Connection<Line>, payload: SubscribePayload, outbox: Outbox): Promise<void>;
  /** The socket has closed: what runs on it ends after this. */
  closed(connection: Connection<Line>): void;
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
  /** How long a socket that was told to go may keep us (ms). */
  linger: number;
  /** Operations that run on one socket at once, streams included. */
  operations: number;
  /** Bytes that wait on one socket before it is cut off. */
  bufferedBytes: number;
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
export class Connection<Line = unknown> implements SocketHolder {
  readonly socket: ServerSocket;
  /** What it came with, until it has said hello. */
  request: IncomingMessage | undefined;
  /** Who is at the other end, from then on, and where from. */
  line: Line | undefined;
  address: string | undefined;
  /** Whether a page of another site opened it. */
  isForeign = false;
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
  readonly #events: ConnectionEvents<Line>;
  readonly #limits: ConnectionLimits;
  readonly #operations = new Map<string, Outbox>();
  /** Places that they follow beside one each. */
  #more = 0;
  #state: 'new' | 'greeting' | 'open' | 'leaving' = 'new';
  #onClose: (() => void) | undefined;

  constructor(
    socket: ServerSocket,
    request: IncomingMessage,
    events: ConnectionEvents<Line>,
    limits: ConnectionLimits,
  ) {
    this.socket = socket;
    this.request = request;
    this.#events = events;
    this.#limits = limits;
  }

  get saidHello(): boolean {
    return this.#state !== 'new';
  }

  /** How many bytes wait for the reader. */
  get waitingBytes(): number {
    return this.socket.waitingBytes;
  }

  /** How many operations are under way; one that follows several places counts as so many. */
  get running(): number {
    return this.#operations.size + this.#more;
  }

  carry(more: number): void {
    this.#more += more;
  }

  /** Takes a message of the client. */
  received(text: string): void {
    this.#receive(text).catch((error: unknown) => this.break(error));
  }

  ponged(): void {
    this.alive = true;
  }

  async #receive(data: string): Promise<void> {
    // Told to go, it may not do anything any more, however long it takes to leave.
    if (!this.socket.isOpen || this.#isLeaving()) return;
    let message: ReturnType<typeof parseMessage>;
    try {
      if (isTooDeep(data)) throw new Error('Nested deeper than anybody needs.');
      message = parseMessage(withoutMark(data));
    } catch {
      return this.socket.close(CloseCode.BadRequest, 'Invalid message received');
    }
    switch (message.type) {
      case MessageType.ConnectionInit:
        return this.#greet(message.payload);
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
    this.#events.closed(this);
    const outboxes = [...this.#operations.values()];
    this.#operations.clear();
    for (const outbox of outboxes) outbox.close();
    this.#onClose?.();
    this.#onClose = undefined;
  }

  /** Says why and closes; whoever does not take even that is dropped after a moment. */
  letGo(code: number, reason: string): void {
    this.socket.close(code, reason, this.#limits.linger);
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
    this.socket.onceClosed(() => clearTimeout(timer));
  }

  /** A message as a whole frame. */
  write(frame: Buffer): void {
    const { socket } = this;
    if (!socket.isOpen) return;
    if (socket.waitingBytes > this.#limits.bufferedBytes) return this.#events.cut(this);
    socket.write(frame);
  }

  /** The operation has ended from our side. */
  ended(id: string, message: object): void {
    this.#operations.delete(id);
    this.#say(message);
  }

  async #greet(hello: unknown): Promise<void> {
    if (this.#state !== 'new') {
      return this.socket.close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
    }
    this.#state = 'greeting';
    const onClose = await this.#events.greeted(this, hello);
    // It may have closed meanwhile, and then `closed` will not be called again.
    if (!this.socket.isOpen) return onClose?.();
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
    const { socket } = this.#connection;
    this.#connection.write(message.frame(this.#id, socket.compresses));
  }

  carry(more: number): void {
    this.#connection.carry(more);
  }

  complete(): void {
    this.#connection.ended(this.#id, { id: this.#id, type: MessageType.Complete });
  }

  fail(error: unknown): void {
    const errors = (Array.isArray(error) ? error : [error]).map((each: unknown) => this.#events.mask(each));
    this.#connection.ended(this.#id, { id: this.#id, type: MessageType.Error, payload: errors });
  }
}
