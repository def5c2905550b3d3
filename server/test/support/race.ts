import { Agent, request } from 'node:http';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { Joined } from '../../src/core/person/join.ts';

/** What one browser heard when it asked for a card. */
export interface Outcome {
  handle: string;
  /** Handle of the holder in the answer of whoever got it. */
  won: string | null;
  /** Handle of whoever was first, in the answer of the others. */
  told: string | null;
}

/** A browser of one person: a session cookie and one connection that stays open. */
export interface Browser {
  handle: string;
  ask<T>(query: string, variables: object): Promise<T>;
  claim(cardId: string): Promise<Outcome>;
  close(): void;
}

const CLAIM = `mutation Claim($cardId: ID!) {
  claimCard(input: { cardId: $cardId }) {
    card { status holder { handle } }
    errors { __typename ... on CardAlreadyClaimed { holder { handle } } }
  }
}`;

interface ClaimAnswer {
  claimCard: {
    card: { status: string; holder: { handle: string } | null } | null;
    errors: { __typename: string; holder?: { handle: string } }[];
  };
}

/** A browser that is signed in with the session that joining gave. */
export function openBrowser(url: string, { token, viewer: { handle } }: Joined): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = <T>(query: string, variables: object) =>
    post<T>(`${url}/graphql`, agent, `strikeboard=${token}`, JSON.stringify({ query, variables }));
  return {
    handle,
    ask,
    claim: async (cardId) => {
      const { claimCard } = await ask<ClaimAnswer>(CLAIM, { cardId: toGlobalId('Card', cardId) });
      const { card, errors } = claimCard;
      const first = errors.find(({ __typename }) => __typename === 'CardAlreadyClaimed');
      return {
        handle,
        won: card?.status === 'CLAIMED' ? (card.holder?.handle ?? null) : null,
        told: first?.holder?.handle ?? null,
      };
    },
    close: () => agent.destroy(),
  };
}

function post<T>(url: string, agent: Agent, cookie: string, body: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', cookie };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(parts).toString()) as { data?: T; errors?: unknown };
        if (answer.errors || !answer.data) reject(new Error(JSON.stringify(answer.errors)));
        else resolve(answer.data);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a race is run against: the server over HTTP, or something wrong that the check must notice. */
export interface Contest {
  /** All contenders ask at once. */
  contend(cardId: string): Promise<Outcome[]>;
  /** Status and holder of every card that a reader sees now. */
  read(): Promise<Map<string, { status: string; holder: string | null }>>;
  /** Opens these cards again. */
  reset(cardIds: string[]): Promise<void>;
}

/**
 * Runs `rounds` races over `cardIds` in turn, and returns what was wrong in words: not exactly one winner, a
 * loser who was not told the true winner, or a reader who, asking after an acknowledged claim and while others
 * race on, saw the card OPEN or somebody else's.
 */
export async function findFaults(
  contest: Contest,
  { cardIds, rounds }: { cardIds: string[]; rounds: number },
): Promise<string[]> {
  const faults: string[] = [];
  /** Handle of the winner, by card, of claims that were acknowledged. */
  const acknowledged = new Map<string, string>();
  const look = async () => {
    const known = [...acknowledged];
    const seen = await contest.read();
    for (const [cardId, winner] of known) {
      const card = seen.get(cardId);
      if (card?.status === 'CLAIMED' && card.holder === winner) continue;
      faults.push(`a reader saw ${cardId} as ${card?.status} of ${card?.holder}, after ${winner} got it`);
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    const cardId = cardIds[round % cardIds.length]!;
    if (round > 0 && cardId === cardIds[0]) {
      acknowledged.clear();
      await contest.reset(cardIds);
    }
    const [outcomes] = await Promise.all([contest.contend(cardId), look()]);
    const winners = outcomes.filter(({ won }) => won !== null);
    const [winner] = winners;
    if (winners.length !== 1 || winner?.won !== winner?.handle) {
      faults.push(
        `round ${round} was won by ${winners.map(({ handle }) => handle).join(' and ') || 'nobody'}`,
      );
    }
    for (const { handle, won, told } of outcomes) {
      if (won === null && told !== winner?.handle)
        faults.push(`round ${round}: ${handle} was told ${told}, and ${winner?.handle} had it`);
    }
    if (winner) acknowledged.set(cardId, winner.handle);
  }
  await look();
  return faults;
}
