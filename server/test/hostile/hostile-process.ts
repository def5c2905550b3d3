import { get } from 'node:http';
import { constants, setPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import type { HostileOrder, HostileTally } from './order.ts';

// Hostile clients, one of each kind and each from an address of its own, as fast as they are answered. A process of its
// own that stands behind: an attacker's machine is not ours.

setPriority(constants.priority.PRIORITY_LOW);

// Whoever sent us may hear of our end before our last word: they end us.
process.once('disconnect', () => process.exit(0));
process.once('message', (order: HostileOrder) => {
  const endsAt = performance.now() + order.seconds * 1_000;
  const running = Object.entries(kinds).map(async ([kind, attack], index) => {
    const attacker = new Attacker(order, { kind, address: `203.0.113.${100 + index}`, endsAt });
    await attack(attacker, order);
    return attacker.tally;
  });
  void Promise.all(running).then((tallies) => process.send?.(tallies));
});

class Attacker {
  readonly tally: HostileTally;
  readonly #url: string;
  readonly #endsAt: number;
  readonly #address: string;

  constructor({ url }: HostileOrder, given: { kind: string; address: string; endsAt: number }) {
    this.#url = url;
    this.#endsAt = given.endsAt;
    this.#address = given.address;
    this.tally = { kind: given.kind, tries: 0, done: 0, refused: 0 };
  }

  get goesOn(): boolean {
    return performance.now() < this.#endsAt;
  }

  /** So many at once, each again as soon as it was answered. */
  async flood(atOnce: number, ask: (turn: number) => Promise<unknown>): Promise<void> {
    let turn = 0;
    const one = async () => {
      while (this.goesOn) await ask(turn++);
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  }

  async post(
    query: string,
    {
      address = this.#address,
      token = '',
      variables = {},
    }: Partial<Record<'address' | 'token', string>> & {
      variables?: object;
    } = {},
  ): Promise<{ text: string; cookie: string }> {
    this.tally.tries += 1;
    try {
      const answer = await fetch(`${this.#url}/graphql`, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json', 'x-forwarded-for': address },
          ...(token && { cookie: `strikeboard=${token}` }),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(Math.ceil(Math.max(1, this.#endsAt - performance.now()))),
      });
      const text = await answer.text();
      const isDone = answer.ok && !/"errors":\[\{/.test(text);
      this.tally[isDone ? 'done' : 'refused'] += 1;
      const cookie = /strikeboard=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
      return { text, cookie };
    } catch {
      // Cut off, or not answered in time: for the server to do as it likes.
      this.tally.refused += 1;
      await delay(5);
      return { text: '', cookie: '' };
    }
  }

  /** A socket that says hello; null when it was not let in. */
  async socket(): Promise<WebSocket | null> {
    this.tally.tries += 1;
    const socket = new WebSocket(`${this.#url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { 'x-forwarded-for': this.#address },
    });
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    const isIn = await new Promise<boolean>((resolve) => {
      socket.once('message', () => resolve(true));
      socket.once('close', () => resolve(false));
    });
    this.tally[isIn ? 'done' : 'refused'] += 1;
    // Let in, and let go when it turned out to be one too many.
    socket.once('close', (code) => (this.tally.refused += Number(isIn && code === TRY_AGAIN_LATER)));
    return isIn ? socket : null;
  }

  /** Opens sockets, asks on each, and begins anew with those that were closed. */
  async sockets(count: number, questions: (socket: number) => string[], board: string): Promise<void> {
    const one = async (number: number) => {
      while (this.goesOn) {
        const socket = await this.socket();
        if (!socket) {
          await delay(200);
          continue;
        }
        socket.on('message', (words) => {
          if (/"type":"error"/.test(String(words))) this.tally.refused += 1;
        });
        questions(number).forEach((query, id) => {
          const variables = { board, after: { epoch: 'none', revision: 0 } };
          if (socket.readyState !== WebSocket.OPEN) return;
          socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query, variables } }));
        });
        while (this.goesOn && socket.readyState === WebSocket.OPEN) await delay(200);
        socket.terminate();
      }
    };
    await Promise.all(
      Array.from({ length: count }, async (_each, number) => {
        await delay(number * 5);
        await one(number);
      }),
    );
  }

  /** A download that nobody reads. */
  async unread(path: string, token: string): Promise<void> {
    this.tally.tries += 1;
    await new Promise<void>((resolve) => {
      const headers = { 'x-forwarded-for': this.#address, cookie: `strikeboard=${token}` };
      const asked = get(`${this.#url}${path}`, { headers, agent: false }, (response) => {
        this.tally[response.statusCode === 200 ? 'done' : 'refused'] += 1;
        response.on('close', resolve);
        // Nobody reads what was asked for; what is said instead is read.
        if (response.statusCode === 200) response.pause();
        else response.resume().on('end', resolve);
      });
      asked.on('error', () => resolve());
      setTimeout(
        () => {
          asked.destroy();
          resolve();
        },
        Math.max(1, this.#endsAt - performance.now()),
      );
    });
    await delay(50);
  }
}

const TRY_AGAIN_LATER = 1013;
const letters = (number: number) => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const repeat = (times: number, part: (index: number) => string) =>
  Array.from({ length: times }, (_each, index) => part(index)).join(' ');

const follow = (name: string) => `subscription ${name}($board: ID!, $after: BoardCursor!) {
  boardChanges(boardId: $board, after: $after) { kind revision cards { id title status holder { handle } } } }`;

const kinds: Record<string, (attacker: Attacker, order: HostileOrder) => Promise<void>> = {
  'deep snapshots': (attacker, { slug, cardNumber }) =>
    attacker.flood(4, () =>
      attacker.post(`{ card(campaign: "${slug}", number: ${cardNumber}) { board { snapshot { cards { board {
        snapshot { cards { board { snapshot { cards { id } } } } } } } } } } }`),
    ),
  'aliases of a board': (attacker, { board }) =>
    attacker.flood(60, () =>
      attacker.post(`{ ${repeat(12, (i) => `a${i}: node(id: "${board}") { ...b }`)} }
        fragment b on Board { snapshot { cards { id title deliverable holder { handle } } } }`),
    ),
  'one board again and again': (attacker, { board }) =>
    attacker.flood(20, () =>
      attacker.post(
        `{ node(id: "${board}") { ... on Board { snapshot { cards { id title deliverable } } } } }`,
      ),
    ),
  'posts of nobody': (attacker) =>
    attacker.flood(150, (turn) => attacker.post(`query Own${turn} { viewer { isCoordinator } }`)),
  '1,000 sockets': (attacker, { board }) =>
    attacker.sockets(1_000, () => Array(20).fill(follow('Same')) as string[], board),
  'different questions': (attacker, { board }) =>
    attacker.sockets(
      60,
      (socket) => Array.from({ length: 20 }, (_each, id) => follow(`Own${letters(socket * 20 + id)}`)),
      board,
    ),
  'unread downloads': (attacker, { slug, organizerToken }) =>
    attacker.flood(13, () => attacker.unread(`/export/campaign/${slug}.zip`, organizerToken)),
  'asks of one /48': (attacker) =>
    attacker.flood(8, (turn) =>
      attacker.post('mutation { startAsk(input: { language: "en" }) { errors { code } } }', {
        address: `2001:db8:7:${(turn % 65_536).toString(16)}::1`,
      }),
    ),
  'fresh handles': async (attacker, { spareCards }) => {
    const tokens: string[] = [];
    await attacker.flood(4, async (turn) => {
      if (turn < 40) {
        const { cookie } = await attacker.post(
          `mutation { join(input: { handle: "Fresh${letters(turn)}", skills: [], languages: [] }) { errors { code } } }`,
        );
        if (cookie) tokens.push(cookie);
        return;
      }
      const [token = ''] = [tokens[turn % Math.max(1, tokens.length)]];
      const variables = { input: { cardId: spareCards[turn % spareCards.length] } };
      for (const move of ['claimCard', 'handBackCard']) {
        const type = `${move[0]!.toUpperCase()}${move.slice(1)}Input`;
        await attacker.post(`mutation ($input: ${type}!) { ${move}(input: $input) { errors { code } } }`, {
          ...{ token, variables },
        });
      }
    });
  },
  'mails to +tags': (attacker, { mailTokens }) =>
    attacker.flood(4, (turn) =>
      attacker.post(
        `mutation { setEmail(input: { address: "name+${turn}@example.org", language: "en" }) { errors { code } } }`,
        { token: mailTokens[turn % mailTokens.length] ?? '' },
      ),
    ),
};
