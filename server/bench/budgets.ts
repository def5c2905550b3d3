import { setTimeout as delay } from 'node:timers/promises';
import { ClaimCardDocument } from '../../web/src/gql/graphql.ts';
import { toGlobalId } from '../src/graphql/global-id.ts';
import { readTrustedDocuments } from '../src/graphql/trusted-documents.ts';
import { Asker, moveCard } from './ask.ts';
import { addOpenCards, CLAIMS_EACH, crowd, makeBusyBoard } from './busy-board.ts';
import { startServer as startFanOut, tell } from './fan-out.ts';
import { type Figure, median, quantile, rangeOf } from './figures.ts';
import { CARDS, OPEN_WORK, start as startHttp } from './http.ts';
import { compare, figuresOf, type Rival, wireRequest } from './http-load.ts';
import { timed } from './noise.ts';
import type { Section, Stage } from './stage.ts';
import { startSubscribers } from './subscribers.ts';

/** What counting costs those who stay within their budget: the same server with budgets and without, side by side. */
export const budgets: Section = { name: 'budgets', measure };

const MOST = 1.05;
/** What counting costs is less than what one round differs from the next by: many are taken. */
const ROUNDS = 11;
/** Everything is counted, and nothing is refused or has to wait: one client here does what a thousand do. */
const ON = {
  ...{ BUDGETS: 'on', TRUST_PROXY: '1', BUDGET_ADDRESS: '900000000', BUDGET_PAGES: '900000000' },
  ...{ BUDGET_PAGES_PERSON: '900000000' },
};
const OFF = { ...ON, BUDGETS: 'off' };
const ADDRESS = '198.51.100.7';

async function measure(stage: Stage): Promise<Figure[]> {
  return [...(await claim(stage)), ...(await query(stage)), ...(await subscribers(stage))];
}

const CLAIMS = 240;
const WARM_UP = 40;

async function claim(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const board = await makeBusyBoard(services, 50);
  const cards = (await addOpenCards(services, board, 2 * (CLAIMS + WARM_UP))).map(({ id }) => id);
  const people = (await crowd(services, Math.ceil(cards.length / CLAIMS_EACH))).flatMap(({ token }) =>
    Array.from({ length: CLAIMS_EACH }, () => token),
  );
  const side = async (environment: typeof ON) => {
    const { url } = await stage.server({ DATABASE_URL: databaseUrl, ...environment });
    const asker = new Asker(url, 1, ADDRESS);
    stage.onEnd(() => asker.close());
    const asked = { query: String(ClaimCardDocument), mutation: 'claimCard' };
    return {
      took: [] as number[],
      claim: () =>
        moveCard(asker, people.pop() ?? '', { ...asked, card: toGlobalId('Card', cards.pop() ?? '') }),
    };
  };
  const [on, off] = [await side(ON), await side(OFF)];
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
      ...{ what: 'a claim by HTTP, budgets on against off, p50', unit: '×', target: { atMost: MOST } },
      ...{ value: median(on.took) / median(off.took), spread: rangeOf(parts) },
    },
    { what: '  the same, p95', value: quantile(on.took, 0.95) / quantile(off.took, 0.95), unit: '×' },
    time('  with budgets', on.took),
    time('  without', off.took),
  ];
}

/**
 * As the front page asks, sixteen at once; and by a document of one's own, one after the other: strangers who ask more
 * at once are held back on purpose.
 */
async function query(stage: Stage): Promise<Figure[]> {
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
    for (const [name, environment] of [
      ['budgets on', ON],
      ['budgets off', OFF],
    ] as const) {
      rivals.push({ name, request, ...(await startHttp(stage, 'strikeboard', databaseUrl, environment)) });
    }
    const against = { against: 'budgets off', atLeast: 1 / MOST };
    figures.push(...figuresOf(what, await compare(stage, rivals, { connections, rounds: ROUNDS }), against));
  }
  return figures;
}

const MANY = 5_000;
const BETWEEN_MS = 500;

async function subscribers(stage: Stage): Promise<Figure[]> {
  const runs = { on: [] as number[], off: [] as number[] };
  const last = { on: [] as number[], off: [] as number[] };
  const sides = [];
  for (const [name, environment] of [
    ['on', ON],
    ['off', OFF],
  ] as const) {
    const databaseUrl = await stage.newDatabase();
    const server = await startFanOut(stage, 'strikeboard', { databaseUrl, message: '', environment });
    sides.push({ name, server, people: await startSubscribers(stage, { ...server, count: MANY }) });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, server, people } of round % 2 === 0 ? sides : sides.toReversed()) {
      const run = await tell(server, people);
      runs[name].push(run.cpu);
      last[name].push(run.last);
      await delay(BETWEEN_MS);
    }
  }
  for (const { people } of sides) await people.stop();
  const ratio = (what: string, { on, off }: { on: number[]; off: number[] }): Figure => {
    const ratios = on.map((value, round) => value / (off[round] ?? NaN));
    return {
      ...{ what, value: median(ratios), unit: '×', target: { atMost: MOST }, spread: rangeOf(ratios) },
    };
  };
  return [
    ratio(`a delivery to ${MANY}, budgets on against off: processor`, runs),
    ratio('  commit → last of them', last),
  ];
}
