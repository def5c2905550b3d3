import { until } from '../../support/until.ts';
import type { Replica } from './replica.ts';
import { SocketClient } from './socket-client.ts';

export const OPEN_CARDS = `subscription ($filter: OpenCardsFilter, $after: OpenCardsCursor) {
  openCardsChanged(filter: $filter, after: $after) {
    kind resetReason epoch previousRevision revision opened { id title } closedCardIds
  }
}`;

export interface Place {
  epoch: string;
  revision: number;
}

export interface Change extends Place {
  kind: 'CHANGES' | 'HEARTBEAT' | 'RESET';
  resetReason: string | null;
  previousRevision: number;
  opened: { id: string; title: string }[];
  closedCardIds: string[];
}

interface Follow {
  token?: string | null;
  filter?: object | null;
  after?: Place | null;
  at?: Replica;
}

/** Whether it was told that a card opened, or closed. */
export const opened = (changes: Change[], id: string) =>
  changes.some((change) => change.opened.some((card) => card.id === id));
export const closed = (changes: Change[], id: string) =>
  changes.some((change) => change.closedCardIds.includes(id));

/** Readers who ask for open cards and follow them, at one server unless said otherwise. */
export class OpenCardsReaders {
  readonly clients: SocketClient[] = [];

  constructor(private readonly replica: Replica) {}

  /** Follows open cards; returns everything that was told since, of which the first message has come. */
  async follow({ token = null, filter = null, after = null, at = this.replica }: Follow = {}): Promise<
    Change[]
  > {
    const client = await new SocketClient(at.url, { token }).ready();
    this.clients.push(client);
    const changes: Change[] = [];
    client.subscribe(OPEN_CARDS, { filter, after }, ({ payload }) => {
      changes.push((payload as { data: { openCardsChanged: Change } }).data.openCardsChanged);
    });
    await until('the stream speaks', () => changes.length > 0);
    return changes;
  }

  /** What can be claimed, and from where the stream goes on. */
  async ask(token: string | null = null, at: Replica = this.replica): Promise<Place & { ids: string[] }> {
    const response = await fetch(`${at.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { cookie: `strikeboard=${token}` }) },
      body: JSON.stringify({ query: '{ openCards(first: 100) { epoch revision edges { node { id } } } }' }),
    });
    const { data } = (await response.json()) as {
      data: { openCards: Place & { edges: { node: { id: string } }[] } };
    };
    const { epoch, revision, edges } = data.openCards;
    return { epoch, revision, ids: edges.map(({ node }) => node.id) };
  }

  /** All of them go away. */
  leave(): void {
    for (const client of this.clients.splice(0)) client.terminate();
  }
}
