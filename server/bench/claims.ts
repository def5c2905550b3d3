import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ClaimCardDocument } from '../../web/src/gql/graphql.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import type { Joined } from '../src/core/person/join.ts';
import { Asker, moveCard } from './ask.ts';
import { crowd } from './busy-board.ts';
import { type Claimer, makeClaimGround } from './claim-ground.ts';
import type { Claims, How } from './claims-process.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import { timed } from './noise.ts';
import type { Section, Stage } from './stage.ts';

/** People who claim at once, each the next card as soon as they have one. */
const CLAIMERS = 32;
/** Cards that each of them takes in one round: as many as a campaign lets them hold. */
const EACH = 10;
const CLAIMS = CLAIMERS * EACH;
const BOARDS = 64;
const ROUNDS = 9;
const WARM_UP = 2;

/**
 * How many claims a second one server process makes, on one board that everybody wants and on many, against the same
 * transactions sent by hand (claims-process.ts says which). Every round takes cards that nobody has seen before.
 */
export const claims: Section = { name: 'claims', measure };

/** Milliseconds that one round of claims takes. */
type Side = (claimers: Claimer[]) => Promise<number>;

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const people = await crowd(await stage.services(databaseUrl), CLAIMERS);
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  stage.onEnd(() => admin.end());
  const sides = {
    ours: inProcess(stage, databaseUrl, 'claimCard'),
    bare: inProcess(stage, databaseUrl, 'bare'),
    together: inProcess(stage, databaseUrl, 'bare together'),
    http: await overHttp(stage, databaseUrl, people),
  };
  const figures: Figure[] = [];
  for (const [where, boards] of [
    ['one hot board', 1],
    [`${BOARDS} boards`, BOARDS],
  ] as const) {
    const ground = await makeClaimGround(admin, {
      boards,
      people: people.map(({ viewer }) => viewer.personId),
      cards: CLAIMS,
    });
    const rates: Record<keyof typeof sides, number[]> = { ours: [], bare: [], together: [], http: [] };
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      // In turns, so that whatever else the machine does hits all alike.
      const order = Object.keys(sides) as (keyof typeof sides)[];
      for (const side of round % 2 === 0 ? order : order.reverse()) {
        const took = await sides[side](await ground.freshCards());
        if (round >= 0) rates[side].push((CLAIMS / took) * 1_000);
      }
    }
    const against = (bare: number[]) => rates.ours.map((rate, round) => rate / (bare[round] ?? NaN));
    const rate = (what: string, values: number[]): Figure => {
      return { what: `  ${what}`, value: median(values), unit: '/s', spread: rangeOf(values) };
    };
    figures.push(
      {
        what: `claims, ${where}: claimCard against bare SQL`,
        value: median(against(rates.bare)),
        unit: '×',
        target: { atLeast: 0.7 },
        spread: rangeOf(against(rates.bare)),
      },
      {
        what: '  against bare SQL that sends together what it can',
        value: median(against(rates.together)),
        unit: '×',
        spread: rangeOf(against(rates.together)),
      },
      rate(`claimCard, ${CLAIMERS} people at once`, rates.ours),
      rate('bare SQL, a statement at a time', rates.bare),
      rate('bare SQL, sent together', rates.together),
      rate('claimCard over HTTP', rates.http),
    );
  }
  return figures;
}

/** Claims in a process of their own, as the server's process makes them. */
function inProcess(stage: Stage, databaseUrl: string, how: How): Side {
  const child = fork(fileURLToPath(new URL('./claims-process.ts', import.meta.url)), [databaseUrl, how]);
  const ended = once(child, 'exit');
  stage.onEnd(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  return (claimers) => answerOf(child, claimers);
}

/** What a process answers to an order. Refuses when it ends instead. */
async function answerOf(child: ChildProcess, order: Claims): Promise<number> {
  const stop = new AbortController();
  const failed = once(child, 'exit', { signal: stop.signal }).then(() => {
    throw new Error('A process that claims ended.');
  });
  failed.catch(() => undefined);
  child.send(order);
  const [took] = (await Promise.race([once(child, 'message'), failed])) as [number];
  stop.abort();
  return took;
}

/** The same claims sent to a whole server, from here. */
async function overHttp(stage: Stage, databaseUrl: string, people: Joined[]): Promise<Side> {
  const { url } = await stage.server({ DATABASE_URL: databaseUrl });
  const asker = new Asker(url, CLAIMERS);
  stage.onEnd(() => asker.close());
  const tokens = new Map(people.map(({ token, viewer }) => [viewer.personId, token]));
  const [query, mutation] = [String(ClaimCardDocument), 'claimCard'];
  return (claimers) =>
    timed(() =>
      Promise.all(
        claimers.map(async ({ person, cards }) => {
          for (const { card } of cards) {
            const asked = { query, mutation, card: toGlobalId('Card', card) };
            await moveCard(asker, tokens.get(person) ?? '', asked);
          }
        }),
      ),
    );
}
