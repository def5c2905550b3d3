import {
  applyChange,
  applySnapshot,
  type BoardMessage,
  type BoardSnapshot,
  type BoardState,
} from '../../../../web/src/board/board-state.ts';
import { until } from '../../support/until.ts';
import { type Heard, SocketClient } from './socket-client.ts';

export interface SeenCard {
  id: string;
  title: string;
  status: string;
  [field: string]: unknown;
}

const CARD = `id number title status position version sensitivity holder { id handle }
  claim { id expiresAt extensions } checklist { id text done } lastHandBack { how at } commentCount updatedAt`;

export const BOARD_CHANGES = `subscription BoardChanges($board: ID!, $after: BoardCursor!) {
  boardChanges(boardId: $board, after: $after) {
    kind resetReason epoch previousRevision revision events { revision kind cardId } cards { ${CARD} } removedCardIds
  }
}`;

/** The same with more of each card: what makes the messages of one who reads slowly large. */
function changesWith(more: string): string {
  return BOARD_CHANGES.replace(CARD, `${CARD} ${more}`);
}

/** No more of each card than what changed. */
const BY_EXTENT = BOARD_CHANGES.replace(
  `cards { ${CARD} }`,
  `cards: cards(extent: WHOLE) { ${CARD} }
    changed: cards(extent: STATE) { ${CARD.replace(/number title|sensitivity/g, '')} }
    moved: cards(extent: PLACE) { id position version updatedAt }`,
);

export const SNAPSHOT = `query Snapshot($board: ID!) {
  node(id: $board) { ... on Board { snapshot { epoch revision cards { ${CARD} } } } }
}`;

export type Message = BoardMessage<SeenCard> & {
  resetReason: string | null;
  events: { revision: number; kind: string; cardId: string }[];
};

/** A message as it comes: where it was asked for so, each card in one of three lists. */
type Told = Omit<Message, 'parts'> & Partial<Record<'changed' | 'moved', SeenCard[]>>;

const toMessage = ({ changed = [], moved = [], ...message }: Told): Message => ({
  ...message,
  parts: [...changed, ...moved],
});

/** The board as a fresh page would get it; null when it may not be read. */
export async function freshSnapshot(
  url: string,
  board: string,
  token: string | null,
  query = SNAPSHOT,
): Promise<BoardSnapshot<SeenCard> | null> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { cookie: `strikeboard=${token}` }) },
    body: JSON.stringify({ query, variables: { board } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { node: { snapshot: BoardSnapshot<SeenCard> } | null };
    errors?: { extensions?: { code?: string } }[];
  };
  if (errors?.some(({ extensions }) => extensions?.code !== 'NOT_FOUND')) {
    throw new Error(`The snapshot was refused: ${JSON.stringify(errors)}`);
  }
  return data?.node?.snapshot ?? null;
}

/**
 * A browser that watches a board: snapshot, then stream, through the page's own reducer. It mends gaps and
 * resets by a fresh snapshot and resumes by its cursor after every break, as the page does, without its pauses.
 */
export class Watcher {
  state: BoardState<SeenCard> | undefined;
  /** Every message, in the order it came. */
  readonly messages: Message[] = [];
  /** Broken promises of the stream, in words. */
  readonly complaints: string[] = [];
  snapshots = 0;
  client: SocketClient | undefined;
  readonly token: string | null;
  readonly #board: string;
  readonly #url: () => string;
  readonly #documents: { changes: string; snapshot: string };
  readonly #compresses: boolean;
  #stop: (() => void) | undefined;
  #stopped = false;
  #asleep = false;
  #mending = false;
  #mendAgain = false;
  /** Raised by each subscription, so that of two begun at once one stays. */
  #turn = 0;

  constructor(options: {
    url: () => string;
    board: string;
    token: string | null;
    more?: string;
    compresses?: boolean;
    /** Asks of each card for no more than what changed. */
    byExtent?: boolean;
    /** Others than those of tests, of a `$board` as well. */
    documents?: { changes: string; snapshot: string };
  }) {
    this.#url = options.url;
    this.#board = options.board;
    this.token = options.token;
    this.#compresses = options.compresses ?? true;
    const changes = options.byExtent ? BY_EXTENT : changesWith(options.more ?? '');
    this.#documents = options.documents ?? { changes, snapshot: SNAPSHOT };
  }

  /** Begins to watch, and waits for the first word of the stream. */
  async start(): Promise<this> {
    await this.#mend();
    // Many may start at once, on a slow machine.
    await until('the stream speaks', () => this.messages.length > 0, 30_000);
    return this;
  }

  get revision(): number {
    return this.state?.revision ?? -1;
  }

  card(id: string): SeenCard | undefined {
    return this.state?.cards.get(id);
  }

  /** Breaks the line; it comes back by itself. */
  breakLine(): void {
    this.client?.terminate();
  }

  /** As a phone in a pocket: the line breaks, and nobody tries to come back. */
  sleep(): void {
    this.#asleep = true;
    this.client?.terminate();
  }

  wake(): void {
    if (!this.#asleep) return;
    this.#asleep = false;
    void this.#comeBack();
  }

  close(): void {
    this.#stopped = true;
    this.client?.terminate();
  }

  /** Whether what is on screen equals what a fresh page shows. */
  async agrees(): Promise<boolean> {
    const fresh = await freshSnapshot(this.#url(), this.#board, this.token, this.#documents.snapshot);
    const { state } = this;
    if (fresh === null) return state === undefined;
    return (
      state !== undefined &&
      state.epoch === fresh.epoch &&
      state.revision === fresh.revision &&
      sorted([...state.cards.values()]) === sorted(fresh.cards)
    );
  }

  async #mend(): Promise<void> {
    if (this.#mending) {
      this.#mendAgain = true;
      return;
    }
    this.#mending = true;
    try {
      do {
        this.#mendAgain = false;
        const url = this.#url();
        const { snapshot: query } = this.#documents;
        const snapshot = await freshSnapshot(url, this.#board, this.token, query).catch(() => undefined);
        if (this.#stopped) return;
        this.snapshots += 1;
        if (snapshot === null) this.state = undefined;
        else if (snapshot) this.#setState(applySnapshot(this.state, snapshot));
        await this.#subscribe(url);
      } while (this.#mendAgain && !this.#stopped);
    } finally {
      this.#mending = false;
    }
  }

  /** After a break it resumes by its cursor; the stream says when that is not enough. */
  async #comeBack(): Promise<void> {
    if (this.#stopped || this.#asleep) return;
    if (this.#mending) this.#mendAgain = true;
    else if (this.state) await this.#subscribe(this.#url());
    else await this.#mend();
  }

  async #subscribe(url: string): Promise<void> {
    const turn = ++this.#turn;
    this.#stop?.();
    this.#stop = undefined;
    if (!this.client || this.client.closed) {
      const client = new SocketClient(url, { token: this.token, compresses: this.#compresses });
      this.client = client;
      client.socket.once('close', () => {
        if (this.client === client) setTimeout(() => void this.#comeBack(), 5);
      });
    }
    // Given up, it would never ask again: hundreds come at once, and a slow machine answers each in its turn.
    const client = await this.client.ready(60_000).catch(() => undefined);
    if (!client || this.#stopped || turn !== this.#turn) return;
    const after = this.state
      ? { epoch: this.state.epoch, revision: this.state.revision }
      : { epoch: 'none', revision: 0 };
    let sent = after.revision;
    let stopped = false;
    const stop = client.subscribe(this.#documents.changes, { board: this.#board, after }, (heard) => {
      if (stopped) return;
      if (heard.type === 'next') sent = this.#check(heard, sent);
      // Ended or refused: look again what may be read.
      else setTimeout(() => void this.#mend(), 20);
    });
    this.#stop = () => {
      stopped = true;
      stop();
    };
  }

  /** The promises of one subscription: revisions grow, and nothing between them is missing. */
  #check({ payload }: Heard, sent: number): number {
    const told = (payload as { data?: { boardChanges: Told } | null }).data?.boardChanges;
    if (!told) {
      this.complaints.push(`no data: ${JSON.stringify(payload)}`);
      return sent;
    }
    const message = toMessage(told);
    this.messages.push(message);
    if (message.kind === 'CHANGES') {
      if (message.revision <= sent) this.complaints.push(`back from ${sent} to ${message.revision}`);
      if (message.previousRevision > sent) {
        this.complaints.push(`a gap from ${sent} to ${message.previousRevision}`);
      }
    }
    this.#apply(message);
    return message.kind === 'HEARTBEAT' ? sent : message.revision;
  }

  #apply(message: Message): void {
    if (!this.state) return void this.#mend();
    const { outcome, state } = applyChange(this.state, message);
    if (outcome === 'applied') this.#setState(state);
    if (outcome === 'gap' || outcome === 'reset') void this.#mend();
  }

  #setState(state: BoardState<SeenCard>): void {
    if (this.state && state.epoch === this.state.epoch && state.revision < this.state.revision) {
      this.complaints.push(`the screen went back from ${this.state.revision} to ${state.revision}`);
    }
    this.state = state;
  }
}

function sorted(cards: readonly SeenCard[]): string {
  return JSON.stringify([...cards].sort((one, other) => (one.id < other.id ? -1 : 1)));
}
