import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import type { Services } from '../../src/platform/services.ts';
import { aCard, aHandle, startStrike, type Strike } from '../live/support/strike.ts';
import { joinAs } from '../support/people.ts';
import type { Place } from './ordinary.ts';
import type { HostileOrder } from './order.ts';

const PLACES = 5;
const CLAIMERS_OF_PLACE = 10;
/** As many as one of them may hold. */
const CARDS_EACH = 10;
const SPARE_CARDS = 40;
const MAIL_PEOPLE = 4;

/** Boards for ordinary people, and what hostile ones are sent at. */
export async function makeGround(
  services: Services,
): Promise<{ places: Place[]; target: Omit<HostileOrder, 'url' | 'seconds'> }> {
  const places: Place[] = [];
  let first: Strike | undefined;
  for (let count = 0; count < PLACES; count += 1) {
    const strike = await startStrike(services);
    first ??= strike;
    places.push(await makePlace(services, strike));
  }
  const spare = await startStrike(services);
  const spareCards = await cardsOn(services, spare, SPARE_CARDS);
  const mailTokens: string[] = [];
  for (let person = 0; person < MAIL_PEOPLE; person += 1) {
    mailTokens.push((await joinAs(services, aHandle())).token);
  }
  const [{ slug, board }] = places as [Place];
  const organizerToken = first!.organizer.token;
  return {
    places,
    target: { slug, board, cardNumber: 3, organizerToken, mailTokens, spareCards },
  };
}

async function makePlace(services: Services, strike: Strike): Promise<Place> {
  const cards = await cardsOn(services, strike, CLAIMERS_OF_PLACE * CARDS_EACH);
  const claimers: Place['claimers'] = [];
  for (let count = 0; count < CLAIMERS_OF_PLACE; count += 1) {
    const { viewer, token } = await joinAs(services, aHandle());
    // Whoever is known here: what newcomers may hold together is another matter.
    await setStanding(services, strike.coordinator, { handle: viewer.handle, standing: 'VETTED' });
    claimers.push({ token, cards: cards.slice(count * CARDS_EACH, (count + 1) * CARDS_EACH) });
  }
  const { slug } = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('campaign')
    .select('slug')
    .where('id', '=', strike.campaignId)
    .executeTakeFirstOrThrow();
  return { slug, board: strike.board, claimers };
}

async function cardsOn(services: Services, strike: Strike, count: number): Promise<string[]> {
  const cards: string[] = [];
  for (let card = 0; card < count; card += 1) {
    cards.push(toGlobalId('Card', await aCard(services, strike, { title: `Write leaflet ${card + 1}` })));
  }
  return cards;
}

/** How many cards a board shows to anybody. */
export async function readBoard(url: string, slug: string): Promise<number> {
  const answer = await fetch(`${url}/boards/${slug}/snapshot`);
  const { cards } = (await answer.json()) as { cards: object[] };
  return cards.length;
}
