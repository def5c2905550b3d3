import { setTimeout as delay } from 'node:timers/promises';
import { BoardChangesDocument, ClaimCardDocument } from '../../../web/src/gql/graphql.ts';
import { readTrustedDocuments } from '../../src/platform/graphql/trusted-documents.ts';
import { SocketClient } from '../live/support/socket-client.ts';
import { until } from '../support/until.ts';

/** A board that ordinary people are at, and those who claim there, each with cards that nobody else wants. */
export interface Place {
  slug: string;
  board: string;
  claimers: { token: string; cards: string[] }[];
}

/** What ordinary people wait for. */
export type Wait = 'page' | 'claim' | 'seen';

/** Between two things that one of them does (ms): somewhere between half and one and a half of it. */
const PAUSE_MS = 8_000;
const VIEWERS_OF_PLACE = 30;

/**
 * Two hundred people with our pages: most watch a board and look at a page now and then, some claim. A hundred of them
 * share the address of a hall.
 */
export class OrdinaryPeople {
  /** Waits since the last `takeWaits` (ms). */
  #waits: Record<Wait, number[]> = { page: [], claim: [], seen: [] };
  /** Every time somebody was refused, closed or given something else than what they asked for. */
  readonly complaints: string[] = [];
  readonly #url: string;
  readonly #places: readonly Place[];
  readonly #hashes = new Map<string, string>();
  /** When each revision of a board was asked for, by `board revision`. */
  readonly #asked = new Map<string, number>();
  readonly #sockets: SocketClient[] = [];
  #stopped = false;
  #people = 0;

  constructor(url: string, places: readonly Place[]) {
    this.#url = url;
    this.#places = places;
    for (const [hash, text] of readTrustedDocuments()) {
      const name = /(?:query|mutation) (\w+)/.exec(text)?.[1];
      if (name) this.#hashes.set(name, hash);
    }
  }

  async start(): Promise<void> {
    for (const place of this.#places) {
      for (let viewer = 0; viewer < VIEWERS_OF_PLACE; viewer += 1) await this.#watch(place);
      for (const claimer of place.claimers) void this.#keepClaiming(place, claimer);
    }
  }

  get size(): number {
    return this.#people;
  }

  takeWaits(): Record<Wait, number[]> {
    const waits = this.#waits;
    this.#waits = { page: [], claim: [], seen: [] };
    return waits;
  }

  stop(): void {
    this.#stopped = true;
    for (const socket of this.#sockets) socket.terminate();
  }

  #address(): string {
    this.#people += 1;
    return this.#people % 2 === 0 ? '192.0.2.1' : `198.51.100.${this.#people}`;
  }

  async #watch({ board, slug }: Place): Promise<void> {
    const address = this.#address();
    const socket = await new SocketClient(this.#url, { headers: { 'x-forwarded-for': address } }).ready(
      30_000,
    );
    this.#sockets.push(socket);
    socket.socket.on('close', (code) => this.#complain(!this.#stopped, `a viewer was closed: ${code}`));
    let heard = 0;
    const variables = { boardId: board, after: { epoch: 'none', revision: 0 } };
    socket.subscribe(String(BoardChangesDocument), variables, ({ type, payload }) => {
      heard += 1;
      if (this.#stopped) return;
      const data = (payload as { data?: { boardChanges?: { kind: string; revision: number } } }).data;
      const change = data?.boardChanges;
      this.#complain(type !== 'next' || !change, `a stream ended: ${JSON.stringify(payload)}`);
      const askedAt = change?.kind === 'CHANGES' && this.#asked.get(`${board} ${change.revision}`);
      if (askedAt) this.#waits.seen.push(performance.now() - askedAt);
    });
    await until('the stream speaks', () => heard > 0, 30_000);
    void this.#keepLooking(address, slug);
  }

  async #keepLooking(address: string, slug: string): Promise<void> {
    await delay(Math.random() * PAUSE_MS);
    while (!this.#stopped) {
      await this.#timed('page', async () => {
        await this.#ask(address, '', 'Frame', {});
        const answer = await fetch(`${this.#url}/boards/${slug}/snapshot`, {
          headers: { 'x-forwarded-for': address },
        });
        await answer.arrayBuffer();
        this.#complain(!answer.ok, `a snapshot was answered with ${answer.status}`);
      });
      await pause();
    }
  }

  async #keepClaiming({ board }: Place, { token, cards }: Place['claimers'][number]): Promise<void> {
    const address = this.#address();
    const name = /mutation (\w+)/.exec(String(ClaimCardDocument))?.[1] ?? '';
    for (const cardId of cards) {
      await pause();
      if (this.#stopped) return;
      const askedAt = performance.now();
      await this.#timed('claim', async () => {
        const data = await this.#ask(address, token, name, { input: { cardId } });
        const payload = data?.['claimCard'] as { boardRevision: number | null; errors: object[] } | undefined;
        this.#complain(payload?.errors.length !== 0, `a claim was refused: ${JSON.stringify(payload)}`);
        if (payload?.boardRevision) this.#asked.set(`${board} ${payload.boardRevision}`, askedAt);
      });
    }
  }

  async #ask(
    address: string,
    token: string,
    name: string,
    variables: object,
  ): Promise<Record<string, unknown> | undefined> {
    const answer = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-forwarded-for': address },
        ...(token && { cookie: `strikeboard=${token}` }),
      },
      body: JSON.stringify({ documentId: this.#hashes.get(name), operationName: name, variables }),
    });
    const { data, errors } = (await answer.json()) as { data?: Record<string, unknown>; errors?: object[] };
    this.#complain(!answer.ok || errors !== undefined, `${name}: ${answer.status} ${JSON.stringify(errors)}`);
    return data;
  }

  async #timed(wait: Wait, run: () => Promise<void>): Promise<void> {
    const startedAt = performance.now();
    try {
      await run();
      if (!this.#stopped) this.#waits[wait].push(performance.now() - startedAt);
    } catch (error) {
      this.#complain(!this.#stopped, `${wait}: ${String(error)}`);
    }
  }

  #complain(isWrong: boolean, words: string): void {
    if (isWrong && !this.#stopped) this.complaints.push(words);
  }
}

function pause(): Promise<void> {
  return delay(PAUSE_MS * (0.5 + Math.random()));
}
