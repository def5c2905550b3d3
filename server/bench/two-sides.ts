import { setTimeout as delay } from 'node:timers/promises';
import { ClaimCardDocument } from '../../web/src/gql/graphql.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { readTrustedDocuments } from '../src/platform/graphql/trusted-documents.ts';
import { Asker, moveCard } from './ask.ts';
import { addOpenCards, CLAIMS_EACH, crowd, makeBusyBoard } from './busy-board.ts';
import { startServer as startFanOut, tell } from './fan-out.ts';
import { type Figure, median, quantile, rangeOf } from './figures.ts';
import { CARDS, OPEN_WORK, start as startHttp } from './http.ts';
import { compare, figuresOf, type Rival, wireRequest } from './http-load.ts';
import { timed } from './noise.ts';
import type { Stage } from './stage.ts';
import { startSubscribers } from './subscribers.ts';

const MOST = 1.05;
/** What counting costs is less than what one round differs from the next by: many are taken. */
const ROUNDS = 11;
const ADDRESS = '198.51.100.7';

/** One of two servers that are measured side by side. */
export interface Side {
  name: string;
  environment: Record<string, string>;
  /** Another checkout of ours, with its packages and built; this one where nothing is said. */
  folder?: string;
}

/** What a claim, a query and a delivery cost on one side, as ratios to the other. */
export async function measureSides(stage: Stage, sides: readonly [Side, Side]): Promise<Figure[]> {
  return [
    ...(await claim(stage, sides)),
    ...(await query(stage, sides)),
    ...(await subscribers(stage, sides)),
  ];
}

const CLAIMS = 240;
const WARM_UP = 40;

async function claim(stage: Stage, sides: readonly [Side, Side]): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const board = await makeBusyBoard(services, 50);
  const cards = (await addOpenCards(services, board, 2 * (CLAIMS + WARM_UP))).map(({ id }) => id);
  const people = (await crowd(services, Math.ceil(cards.length / CLAIMS_EACH))).flatMap(({ token }) =>
    Array.from({ length: CLAIMS_EACH }, () => token),
  );
  const side = async ({ environment, folder }: Side) => {
    const { url } = await stage.server({ DATABASE_URL: databaseUrl, ...environment }, folder);
    const asker = new Asker(url, 1, ADDRESS);
    stage.onEnd(() => asker.close());
    const asked = { query: String(ClaimCardDocument), mutation: 'claimCard' };
    return {
      took: [] as number[],
      claim: () =>
        moveCard(asker, people.pop() ?? '', { ...asked, card: toGlobalId('Card', cards.pop() ?? '') }),
    };
  };
  const [on, off] = [await side(sides[0]), await side(sides[1])];
  for (let round = -WARM_UP; round < CLAIMS; round += 1) {
    for (const each of round % 2 === 0 ? [on, off] : [off, on]) {
      const took = await timed(each.claim);
      if (round >= 0) each.took.push(took);
    }
  }
  const parts = Array.from({ length: 5 }, (_, part) => {
    const range = [(part * CLAIMS) / 5, ((part + 1) * CLAIMS) / 5] as const;
    return median(on.took.slice(...range)) / median(off.took.slice(...range));
  });
  const time = (what: string, values: number[]): Figure => ({ what, value: median(values), unit: 'ms' });
  return [
    {
      ...{
        what: `a claim by HTTP, ${sides[0].name} against ${sides[1].name}, p50`,
        unit: '×',
        target: { atMost: MOST },
      },
      ...{ value: median(on.took) / median(off.took), spread: rangeOf(parts) },
    },
    { what: '  the same, p95', value: quantile(on.took, 0.95) / quantile(off.took, 0.95), unit: '×' },
    time(`  ${sides[0].name}`, on.took),
    time(`  ${sides[1].name}`, off.took),
  ];
}

/**
 * As the front page asks, sixteen at once; and by a document of one's own, one after the other: strangers who ask more
 * at once are held back on purpose.
 */
async function query(stage: Stage, sides: readonly [Side, Side]): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  await makeBusyBoard(await stage.services(databaseUrl), CARDS * 2);
  const [documentId] = [...readTrustedDocuments()].find(([, text]) => /query Landing\b/.test(text)) ?? [];
  const asked: [string, object, number | undefined][] = [
    ['the front page’s cards', { documentId, operationName: 'Landing', variables: {} }, undefined],
    [`${CARDS} cards by an own document`, { operationName: 'OpenWork', query: OPEN_WORK }, 1],
  ];
  const figures: Figure[] = [];
  for (const [what, body, connections] of asked) {
    const request = wireRequest('/graphql', {
      ...{ 'content-type': 'application/json', 'x-forwarded-for': ADDRESS, body: JSON.stringify(body) },
    });
    const rivals: Rival[] = [];
    for (const { name, environment, folder } of sides)
      rivals.push({
        name,
        request,
        ...(await startHttp(stage, 'strikeboard', databaseUrl, environment, folder)),
      });
    const against = { against: sides[1].name, atLeast: 1 / MOST };
    figures.push(...figuresOf(what, await compare(stage, rivals, { connections, rounds: ROUNDS }), against));
  }
  return figures;
}

const MANY = 5_000;
const BETWEEN_MS = 500;

async function subscribers(stage: Stage, [one, other]: readonly [Side, Side]): Promise<Figure[]> {
  const runs = { on: [] as number[], off: [] as number[] };
  const last = { on: [] as number[], off: [] as number[] };
  const open = [];
  for (const [name, { environment, folder }] of [
    ['on', one],
    ['off', other],
  ] as const) {
    const databaseUrl = await stage.newDatabase();
    const server = await startFanOut(stage, 'strikeboard', { databaseUrl, message: '', environment }, folder);
    open.push({ name, server, people: await startSubscribers(stage, { ...server, count: MANY }) });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, server, people } of round % 2 === 0 ? open : open.toReversed()) {
      const run = await tell(server, people);
      runs[name].push(run.cpu);
      last[name].push(run.last);
      await delay(BETWEEN_MS);
    }
  }
  for (const { people } of open) await people.stop();
  const ratio = (what: string, { on, off }: { on: number[]; off: number[] }): Figure => {
    const ratios = on.map((value, round) => value / (off[round] ?? NaN));
    return {
      ...{ what, value: median(ratios), unit: '×', target: { atMost: MOST }, spread: rangeOf(ratios) },
    };
  };
  return [
    ratio(`a delivery to ${MANY}, ${one.name} against ${other.name}: processor`, runs),
    ratio('  commit → last of them', last),
  ];
}
