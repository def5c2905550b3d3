import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPerson } from '../../src/features/closing/export-person.ts';
import { blockPerson } from '../../src/core/trust/block-person.ts';
import { calendarPath, createCalendarFeed } from '../../src/features/contact/calendar-feed.ts';
import { writeCalendar } from '../../src/features/contact/write-calendar.ts';
import { createMailWords } from '../../src/platform/mail/mail-words.ts';
import { readToTell } from '../../src/features/notification/read-delivery.ts';
import { hashOf } from '../../src/core/access/secret.ts';
import { createSchema } from '../../src/app/schema.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type CardFact, type Facts, isInHands, readFacts, readsCampaign, readsCard } from './facts.ts';
import { ask } from './look.ts';
import { idOf, type Kind, KINDS, makeWorld, type Somebody, type World } from './world.ts';

// What somebody takes away reads as the pages do: every card and campaign has a name of its own, and whichever is found
// in a file, a calendar or a mail must be one that its owner may read at that moment.

let database: TestDatabase;
let services: TestServices;
let world: World;
let facts: Facts;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  world = await makeWorld(services);
  const db = services.orm.em.fork().getKysely();
  // Cards that everybody worked on become the team's, with a name of today; then the local shows two of them the door.
  await sql`update card set title = concat('Title ', id, '.'),
    sensitivity = case when number % 2 = 0 then 'TEAM' else sensitivity end`.execute(db);
  await sql`update campaign set title = concat('Campaign ', id, '.')`.execute(db);
  for (const handle of ['Hugo', 'Hedda']) {
    for (const name of ['open', 'team', 'vetted', 'ended'] as const) {
      const organizer = world.people.organizer.viewer!;
      await blockPerson(services, organizer, { campaignId: world.campaigns[name].id, handle, reason: 'No' });
      const { viewer } = Object.values(world.people).find((each) => each.viewer?.handle === handle)!;
      (viewer!.blocks as Set<string>).add(world.campaigns[name].id);
    }
  }
  facts = await readFacts(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== 'nobody');

/** What stays one's own, as PRODUCT.md and `ownWorkReadableBy` say: finished or held, and not after a block. */
const isOwn = (who: Somebody, card: CardFact) =>
  isInHands(card, who.viewer?.personId) &&
  readsCampaign(who, card.campaign) &&
  !who.viewer!.blocks.has(card.campaign.id);

/** Names in a text that this person may not read. */
function foreignNames(text: string, who: Somebody): string[] {
  const cards = facts.cards.filter((card) => !readsCard(who, card) && !isOwn(who, card));
  const campaigns = facts.campaigns.filter((campaign) => !readsCampaign(who, campaign));
  return [
    ...cards.map(({ id }) => `Title ${id}.`).filter((title) => text.includes(title)),
    ...campaigns.map(({ id }) => `Campaign ${id}.`).filter((title) => text.includes(title)),
  ];
}

describe.each(kinds)('%s takes away no name that they may not read', (kind) => {
  test('in the file of all that is held about them', async () => {
    const text = await exportPerson(services, idOf(world, kind));
    expect(foreignNames(text, world.people[kind])).toEqual([]);
  });

  test('on the page of their own cards', async () => {
    const who = world.people[kind];
    const { data, errors } = await ask(
      services,
      await createSchema(),
      who,
      `{ viewer { heldCards { title campaign { title } } finishedCards(first: 100) { edges { node { title } } }
        difference { thanks(first: 100) { edges { node { title } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(foreignNames(JSON.stringify(data), who)).toEqual([]);
  });

  test('in a calendar, nor in a mail about every card there is: there only what anyone may read', async () => {
    const who = world.people[kind];
    const db = services.orm.em.fork().getKysely();
    if (who.viewer!.standing !== 'SUSPENDED') {
      const path = await createCalendarFeed(services, who.viewer!);
      const token = path.slice(calendarPath('').indexOf('.ics'), -'.ics'.length);
      const settings = { url: 'http://board.example', words: createMailWords() };
      const calendar = await writeCalendar(services.orm.em.fork(), hashOf(token), settings);
      expect(foreignNames(calendar!.replaceAll('\r\n ', ''), world.people.nobody)).toEqual([]);
    }
    const { rows } = await sql<{ id: string }>`insert into delivery (id, person_id, channel)
      values (gen_random_uuid(), ${who.viewer!.personId}, 'EMAIL') returning id`.execute(db);
    await sql`insert into notification (id, person_id, kind, card_id, delivery)
      select gen_random_uuid(), ${who.viewer!.personId}, 'APPROVED', card.id, ${rows[0]!.id} from card`.execute(
      db,
    );
    const told = await readToTell(services.orm.em.fork(), rows[0]!.id);
    expect(told.length).toBe(facts.cards.length);
    expect(foreignNames(JSON.stringify(told), world.people.nobody)).toEqual([]);
  });
});

test('and the file still says what one may read, and what one wrote', async () => {
  const organizer = await exportPerson(services, idOf(world, 'organizer'));
  expect(organizer).toContain('Title ');
  const hedda = JSON.parse(await exportPerson(services, idOf(world, 'vettedHolder'))) as {
    handIns: { card: string | null; note: string }[];
  };
  expect(hedda.handIns.length).toBeGreaterThan(0);
  expect(hedda.handIns.every(({ note }) => note === 'Here it is')).toBe(true);
  expect(hedda.handIns.some(({ card }) => card === null)).toBe(true);
});
