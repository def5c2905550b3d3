import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { graphql, type GraphQLSchema } from 'graphql';
import { createSchema } from '../../app/schema.ts';
import { createContext } from '../../core/access/context.ts';
import { openSession } from '../../core/person/open-session.ts';
import { countStatements } from '../../../test/support/count-statements.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { blockCard } from '../../core/card/block-card.ts';
import { passCraftReview } from '../../core/review/review-card.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { countWaiting, placeOf, readWaiting } from './read-waiting.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

let strike: LocalOnStrike;
beforeEach(async () => {
  strike = await localOnStrike(services);
});

const db = () => services.orm.em.fork().getKysely();
async function signedIn(personId: string): Promise<Viewer> {
  return (await openSession(services.orm.em.fork(), { personId, device: 'Phone', replaces: null })).viewer;
}

/** What waits for somebody, as "KIND title". */
async function linesFor(personId: string): Promise<string[]> {
  const viewer = await signedIn(personId);
  const rows = await readWaiting(services.orm.em.fork(), viewer, { limit: 100, after: null });
  expect(await countWaiting(services.orm.em.fork(), viewer)).toBe(rows.length);
  const { rows: cards } = await sql<{ id: string; title: string }>`select id, title from card`.execute(db());
  const titles = new Map(cards.map(({ id, title }) => [id, title]));
  return rows.map(({ kind, cardId }) => `${kind} ${cardId ? titles.get(cardId) : ''}`.trim());
}

async function everythingWaits(): Promise<void> {
  const { id: good } = await aCard(services, strike, 'IN_REVIEW', { title: 'Good' });
  await passCraftReview(services, strike.coordinator, { cardId: good });
  await aCard(services, strike, 'IN_REVIEW', { title: 'Fresh' });
  const { id: stuck } = await aCard(services, strike, 'CLAIMED', { title: 'Stuck' });
  await blockCard(services, strike.volunteer, { cardId: stuck, reason: 'No photographs' });
  await aCard(services, strike, 'DRAFT', { title: 'Careful', caution: 'Ask the lawyer' });
  await aCard(services, strike, 'DRAFT', { title: 'Plain' });
  await aCard(services, strike, 'OPEN', { title: 'Open' });
  await aCard(services, strike, 'DONE', { title: 'Done' });
  const { personId } = await newcomer(services, aHandle());
  await sql`insert into lead_request (id, organization_id, campaign_id, person_id)
    values (gen_random_uuid(), ${strike.organizationId}, ${strike.campaignId}, ${personId})`.execute(db());
}

test('an organizer sees all that waits for them, the longest wait first; an approver what they say yes to', async () => {
  await everythingWaits();
  const all = ['YES Good', 'CRAFT Fresh', 'ANSWER Stuck', 'CAUTION Careful', 'LEAD'];
  expect(await linesFor(strike.organizer)).toEqual(all);
  expect(await linesFor(strike.approver)).toEqual(['YES Good']);
  await sql`update card set caution_cleared_at = null, created_at = now() - interval '9 days'
    where title = 'Careful' and board_id = ${strike.boardId}`.execute(db());
  expect((await linesFor(strike.organizer))[0]).toBe('CAUTION Careful');
});

test('nobody else sees any of it: no member, volunteer, coordinator, or organizer of another local', async () => {
  await everythingWaits();
  for (const who of [strike.member, strike.volunteer, strike.vetted, strike.coordinator, strike.foreigner]) {
    expect(await linesFor(who)).toEqual([]);
  }
});

test('it holds nothing they may not decide: own work, what they looked at, ended campaigns, and where they are blocked', async () => {
  const { id: mine } = await aCard(services, strike, 'IN_REVIEW', {
    title: 'Mine',
    holder: strike.organizer,
  });
  await passCraftReview(services, strike.coordinator, { cardId: mine });
  const { id: seen } = await aCard(services, strike, 'IN_REVIEW', { title: 'Seen' });
  await passCraftReview(services, strike.organizer, { cardId: seen });
  expect(await linesFor(strike.organizer)).toEqual([]);
  expect((await linesFor(strike.approver)).sort()).toEqual(['YES Mine', 'YES Seen']);
  await sql`insert into campaign_block (campaign_id, person_id) values (${strike.campaignId}, ${strike.approver})`.execute(
    db(),
  );
  expect(await linesFor(strike.approver)).toEqual([]);
  await sql`delete from campaign_block`.execute(db());
  await sql`update campaign set ended_at = now() where id = ${strike.campaignId}`.execute(db());
  expect(await linesFor(strike.approver)).toEqual([]);
});

test('it is read page by page', async () => {
  await everythingWaits();
  const viewer = await signedIn(strike.organizer);
  const em = services.orm.em.fork();
  const all = await readWaiting(em, viewer, { limit: 100, after: null });
  let after: string[] | null = null;
  const seen: string[] = [];
  for (let page = 0; page < 3; page += 1) {
    const rows = await readWaiting(em, viewer, { limit: 2, after });
    seen.push(...rows.map(({ kind, id }) => `${kind} ${id}`));
    after = placeOf(rows.at(-1)!);
  }
  expect(seen).toEqual(all.map(({ kind, id }) => `${kind} ${id}`));
  await expect(readWaiting(em, viewer, { limit: 2, after: ['never', 'YES', 'x'] })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});

test('the cost does not grow with what waits, nor with the boards', async () => {
  const viewer = await signedIn(strike.organizer);
  const source = `{ viewer { waitingCount waiting(first: 100) { edges { node {
    kind since campaign { slug title } card { number title } person { handle } } } } } }`;
  const cost = () =>
    countStatements(async () => {
      const contextValue = createContext(services, { viewer: await asNow(services, viewer), requestId: 'r' });
      const { errors } = await graphql({ schema, source, contextValue });
      expect(errors).toBeUndefined();
    });
  await everythingWaits();
  const few = await cost();
  const second = await localOnStrike(services);
  const { rows } = await sql<{
    handle: string;
  }>`select handle from person where id = ${strike.organizer}`.execute(db());
  await setRole(services, second.carmen, {
    ...{ organizationId: second.organizationId, handle: rows[0]!.handle, role: 'ORGANIZER' },
  });
  for (let more = 0; more < 8; more += 1) await aCard(services, more % 2 ? strike : second, 'IN_REVIEW');
  expect(await cost()).toBe(few);
});
