import type { BudgetSettings } from '../budget/budget-settings.ts';
import { networkOf } from '../http/network.ts';

/** What is counted of a connection. */
export interface CountedSocket {
  /** The network that bears its limits; undefined for one that stands for many. */
  network: string | undefined;
  personId: string | undefined;
  /** Whether it asks what our pages do not ask, or nothing at all for a long time, and nobody is signed in. */
  strange: boolean;
  /** Operations under way. */
  readonly running: number;
}

/** Why a socket, or an operation on it, is one too many. Short enough for the reason of a close (123 bytes). */
export const TOO_MANY_SOCKETS = {
  address: 'Many sockets of your network are open: close some, or try again later',
  strange: 'Many sockets of your network ask their own questions: share one, sign in, or try again later',
  person: 'Many sockets of yours are open: close some, or try again later',
  operations: 'Many operations of your network run on sockets. Complete some first, or try again later.',
} as const;

type Limits = Pick<
  BudgetSettings,
  'counts' | 'sockets' | 'strangeSockets' | 'socketsOfPerson' | 'operationsOfAddress'
>;

/**
 * The open sockets of this server, by whose they are. What costs memory is counted where it is held, so the limits are
 * those of each server. A socket costs the same whoever it is of; what may stand behind it does not. In a hall 1,000
 * phones have one address, and are let in: each says within a moment who it is, by its session or by asking what our
 * pages ask. What is left is strange, and one program needs but few of those.
 */
export class OpenSockets<Socket extends CountedSocket> {
  readonly #limits: Limits;
  readonly #ofNetworks = new Map<string, Set<Socket>>();
  readonly #ofPeople = new Map<string, Set<Socket>>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** A socket was opened from an address. Gives why it may not stay, where it may not. */
  enter(socket: Socket, address: string | undefined): string | undefined {
    if (address === undefined) return undefined;
    socket.network = networkOf(address);
    const ofNetwork = add(this.#ofNetworks, socket.network, socket);
    return this.#limits.counts && ofNetwork.size > this.#limits.sockets
      ? TOO_MANY_SOCKETS.address
      : undefined;
  }

  /** Somebody signed in is behind it. */
  isOf(socket: Socket, personId: string): string | undefined {
    socket.personId = personId;
    const ofPerson = add(this.#ofPeople, personId, socket);
    return this.#limits.counts && ofPerson.size > this.#limits.socketsOfPerson
      ? TOO_MANY_SOCKETS.person
      : undefined;
  }

  /** It asks what our pages do not ask. Whoever is signed in is counted as that person alone. */
  isStrange(socket: Socket): string | undefined {
    if (socket.strange || socket.personId !== undefined) return undefined;
    socket.strange = true;
    if (!this.#limits.counts || socket.network === undefined) return undefined;
    let strange = 0;
    for (const each of this.#ofNetworks.get(socket.network) ?? []) if (each.strange) strange += 1;
    if (strange <= this.#limits.strangeSockets) return undefined;
    // On its way out it takes nobody's place.
    socket.strange = false;
    return TOO_MANY_SOCKETS.strange;
  }

  /** Whether an operation that has just begun is one too many for its address. */
  mayRun({ network }: Socket): string | undefined {
    if (network === undefined || !this.#limits.counts) return undefined;
    let running = 0;
    for (const socket of this.#ofNetworks.get(network) ?? []) running += socket.running;
    return running > this.#limits.operationsOfAddress ? TOO_MANY_SOCKETS.operations : undefined;
  }

  leave(socket: Socket): void {
    remove(this.#ofNetworks, socket.network, socket);
    remove(this.#ofPeople, socket.personId, socket);
  }
}

function add<Socket>(all: Map<string, Set<Socket>>, key: string, socket: Socket): Set<Socket> {
  const some = all.get(key) ?? new Set();
  all.set(key, some);
  return some.add(socket);
}

function remove<Socket>(all: Map<string, Set<Socket>>, key: string | undefined, socket: Socket): void {
  if (key === undefined) return;
  const some = all.get(key);
  some?.delete(socket);
  if (some?.size === 0) all.delete(key);
}
