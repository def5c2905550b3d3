import { AddCommentDocument, DeskDocument } from '../../web/src/gql/graphql.ts';
import { makeManyFights } from '../test/support/many-fights.ts';
import { Asker } from './ask.ts';
import { signIn } from './busy-board.ts';
import { type Figure, timeFigures } from './figures.ts';
import type { Section, Stage } from './stage.ts';

const SIZE = { campaigns: 40, cards: 60, people: 2_000, asks: 60 };
const TIMES = 40;
const LOADS = 10;

/** The coordinators' desk over forty fights and two thousand people. */
export const desk: Section = { name: 'desk', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const { coordinator, card } = await makeManyFights(services, SIZE);
  const { url } = await stage.server({ DATABASE_URL: databaseUrl });
  const asker = new Asker(url, 1);
  stage.onEnd(() => asker.close());

  const ask = async (variables: object): Promise<number> => {
    const from = performance.now();
    await asker.ask(coordinator.token, String(DeskDocument), variables);
    return performance.now() - from;
  };
  const lists = {
    asks: true,
    campaigns: true,
    quietCards: true,
    quietPeople: true,
    newcomers: true,
    handIns: true,
  };
  const none = Object.fromEntries(Object.keys(lists).map((name) => [name, false]));
  const whole: number[] = [];
  const oneList: number[] = [];
  const counts: number[] = [];
  const found: number[] = [];
  for (let time = -5; time < TIMES; time += 1) {
    const times = [
      await ask({ filter: {}, first: 40, ...lists }),
      await ask({ filter: {}, first: 50, ...none, newcomers: true }),
      await ask({ filter: {}, first: 50, ...none }),
      await ask({ filter: { text: `card ${time + 10}`, mine: false }, first: 50, ...none, quietCards: true }),
    ];
    if (time < 0) continue;
    [whole, oneList, counts, found].forEach((samples, index) => samples.push(times[index] ?? 0));
  }

  const browser = await stage.browser();
  const loads: number[] = [];
  const liveAt: number[] = [];
  const arrivals: number[] = [];
  let rows = 0;
  for (let load = -2; load < LOADS; load += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await signIn(context, url, coordinator);
    const page = await context.newPage();
    await page.goto(`${url}/desk?show=quiet-cards`);
    await page.waitForSelector('.status.live');
    // From the request to rows on screen, and to the moment the page says that it is live.
    const { drawn, live } = await page.evaluate<{ drawn: number; live: number }>(`(async () => {
      const [navigation] = performance.getEntriesByType('navigation');
      const paints = performance.getEntriesByName('first-contentful-paint');
      return { drawn: Math.max(navigation.loadEventEnd, paints[0]?.startTime ?? 0), live: performance.now() };
    })()`);
    rows = await page.locator('[data-row]').count();
    const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'));
    const from = performance.now();
    await asker.ask(coordinator.token, String(AddCommentDocument), {
      input: { cardId: card, text: `Hello ${load}` },
    });
    await answered;
    const arrival = performance.now() - from;
    await context.close();
    if (load < 0) continue;
    loads.push(drawn);
    liveAt.push(live);
    arrivals.push(arrival);
  }
  const scene = `${SIZE.campaigns} campaigns × ${SIZE.cards} cards, ${SIZE.people} people`;
  return [
    ...timeFigures(`the desk, all lists and counts, answered (${scene})`, whole, { p50: null, p95: 500 }),
    ...timeFigures('  one list and the counts', oneList, { p50: null, p95: null }),
    ...timeFigures('  the counts alone', counts, { p50: null, p95: null }),
    ...timeFigures('  one list with words to find', found, { p50: null, p95: null }),
    ...timeFigures('the desk in the browser, loaded', loads, { p50: null, p95: 1_500 }),
    ...timeFigures('  and live', liveAt, { p50: null, p95: 1_500 }),
    ...timeFigures("another's change → the desk has asked again", arrivals, { p50: null, p95: 2_000 }),
    { what: 'rows in the page', value: rows, unit: 'count', target: { atMost: 100 } },
  ];
}
