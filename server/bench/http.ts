import { join } from 'node:path';
import { projectDir } from '../src/platform/startup/project-dir.ts';
import { makeBusyBoard } from './busy-board.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import { compare, figuresOf, OWN_NUMBER, type Rival, wireRequest } from './http-load.ts';
import type { HttpServerName } from './http-process.ts';
import type { Section, Stage } from './stage.ts';

export const CARDS = 50;

/** What a partner tool asks for most: fifty cards of open work, with who they are for. */
export const OPEN_WORK = `query OpenWork {
  openCards(first: ${CARDS}) {
    edges {
      node {
        id number title deliverable localSupplies skill hours phase dueAt languages status position version
        holder { id handle }
        claim { claimedAt expiresAt }
        waiting { since reason }
        lastHandBack { at how }
        draftKept commentCount
        campaign { id title slug organization { id name } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** A query over HTTP, ours and others over the same schema, resolvers and data. */
export const http: Section = { name: 'http', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  await makeBusyBoard(services, CARDS * 2);
  const body = JSON.stringify({ operationName: 'OpenWork', query: OPEN_WORK });
  const request = wireRequest('/graphql', { 'content-type': 'application/json', body });
  const rivals: Rival[] = [];
  for (const [name, server] of [
    ['ours', 'strikeboard'],
    ['Mercurius and jit', 'mercurius'],
    ['Yoga', 'yoga'],
    ['stock Apollo', 'apollo'],
  ] as const) {
    const running = await start(stage, server, databaseUrl);
    await expectCards(running.port, body, name);
    rivals.push({ name, request, ...running });
  }
  // Ours carries out once what several ask in one moment. The same where no two ask the same:
  const [ours] = rivals;
  const alone = wireRequest('/graphql', {
    'content-type': 'application/json',
    body: JSON.stringify({ operationName: 'OpenWork', query: OPEN_WORK, variables: { mine: OWN_NUMBER } }),
  });
  rivals.push({ ...ours!, name: 'ours, where no two ask the same', request: alone });
  const runs = await compare(stage, rivals);
  const apart = runs.get('ours, where no two ask the same') ?? [];
  const ratios = apart.map(({ rate }, round) => rate / (runs.get('Mercurius and jit')?.[round]?.rate ?? NaN));
  return [
    ...figuresOf(`${CARDS} cards`, runs, { against: 'Mercurius and jit', atLeast: 1.15 }),
    {
      what: '  ours, where no two ask the same, against Mercurius and jit',
      ...{ value: median(ratios), unit: '×', spread: rangeOf(ratios) },
    },
  ];
}

export async function start(
  stage: Stage,
  open: HttpServerName,
  databaseUrl: string,
  environment: Record<string, string> = {},
  folder: string = projectDir(),
): Promise<Pick<Rival, 'port' | 'cpu'>> {
  const child = stage.child(join(folder, 'server/bench/http-process.ts'), folder);
  const { port } = await child.ask<{ port: number }>({ open, databaseUrl, environment });
  return { port, cpu: async () => (await child.ask<{ cpu: number }>({ report: 'cpu' })).cpu };
}

/** All of them have to answer with as much, or they could not be compared. */
async function expectCards(port: number, body: string, name: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  const { data } = (await answer.json()) as { data?: { openCards: { edges: object[] } } };
  const found = data?.openCards.edges.length;
  if (found !== CARDS) throw new Error(`${name} answered with ${found} cards.`);
}
