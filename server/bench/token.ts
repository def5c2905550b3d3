import { openSession } from '../src/core/person/open-session.ts';
import { createToken } from '../src/features/token/create-token.ts';
import { newcomer } from '../test/support/people.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';

/** What a request costs that shows a token, against the same one with a session. */
export const token: Section = { name: 'token', measure };

const ROUNDS = 5;
const EACH = 400;
const WARM_UP = 200;
const QUERY = JSON.stringify({
  query: '{ viewer { person { handle } } campaigns(first: 5) { edges { node { slug } } } }',
});

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const viewer = await newcomer(services, 'tokenbench');
  const { token: cookie } = await openSession(services.orm.em.fork(), {
    ...{ personId: viewer.personId, device: 'Bench', replaces: null },
  });
  const { secret } = await createToken(services, viewer, {
    ...{ name: 'bench', scopes: ['READ_CAMPAIGN'], organizationId: null, campaignIds: null, days: 1 },
  });
  const { url } = await stage.server({ DATABASE_URL: databaseUrl, DEMO: 'off', BUDGETS: 'off' });
  const ways = { session: { cookie: `strikeboard=${cookie}` }, token: { authorization: `Bearer ${secret}` } };
  const ask = async (headers: Record<string, string>): Promise<number> => {
    const startedAt = performance.now();
    const response = await fetch(`${url}/graphql`, {
      ...{ method: 'POST', body: QUERY, headers: { 'content-type': 'application/json', ...headers } },
    });
    const text = await response.text();
    if (!text.includes('tokenbench')) throw new Error(`The server refused: ${text}`);
    return performance.now() - startedAt;
  };
  const samples = { session: [] as number[], token: [] as number[] };
  const ratios: number[] = [];
  for (let i = 0; i < WARM_UP; i += 1) for (const headers of Object.values(ways)) await ask(headers);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [session, shown] = [[] as number[], [] as number[]];
    // By turns, so that what else the machine does is in both.
    for (let i = 0; i < EACH; i += 1) {
      session.push(await ask(ways.session));
      shown.push(await ask(ways.token));
    }
    ratios.push(median(shown) / median(session));
    samples.session.push(...session);
    samples.token.push(...shown);
  }
  return [
    { what: 'a request with a session, p50', value: median(samples.session), unit: 'ms' },
    { what: 'a request with a token, p50', value: median(samples.token), unit: 'ms' },
    {
      what: 'a request with a token, against a session',
      value: median(ratios),
      unit: '×',
      target: { atMost: 1.05 },
      spread: rangeOf(ratios),
    },
  ];
}
