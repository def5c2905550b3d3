import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAskAnswers } from '../src/features/ask/save-ask-answers.ts';
import { startAsk } from '../src/features/ask/start-ask.ts';
import { submitAsk } from '../src/features/ask/submit-ask.ts';
import { claimCard } from '../src/core/card/claim-card.ts';
import { addComment } from '../src/core/card/comment-on-card.ts';
import { createCard } from '../src/core/card/create-card.ts';
import { handBackCard } from '../src/core/card/hand-back-card.ts';
import { handInCard } from '../src/core/review/hand-in-card.ts';
import { approveCard } from '../src/core/review/review-card.ts';
import { createCampaign } from '../src/core/board/create-campaign.ts';
import { createContext } from '../src/core/access/context.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { createSchema } from '../src/app/schema.ts';
import { loadViewers, type Viewer } from '../src/core/access/viewer.ts';
import { countStatements } from './support/count-statements.ts';
import { aHandle, aPerson, cardWords, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { joinAs } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

const FEW = 5;
const MANY = 200;
const TRIES = 4;
/** What may come apart in each of those tries. */
const BATCHES_APART = 2;

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let few: LocalOnStrike;
let many: LocalOnStrike;
let viewer: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  few = await localOnStrike(services, { settings: { craftReviewRequired: false } });
  many = await localOnStrike(services, { settings: { craftReviewRequired: false } });
  viewer = (await joinAs(services, aHandle())).viewer;
  await fill(few, FEW);
  await fill(many, MANY);
}, 240_000);
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** Cards in every column, of several people when there are many, each with a comment. */
async function fill(strike: LocalOnStrike, count: number): Promise<void> {
  let holder = strike.volunteer;
  for (let index = 0; index < count; index += 1) {
    // Of each 25 they keep five: everybody holds at most ten at once.
    if (index % 25 === 24) holder = await aPerson(services, strike.carmen);
    const { result } = await createCard(services, strike.organizer, {
      ...cardWords,
      boardId: strike.boardId,
    });
    const cardId = result!.id;
    await addComment(services, holder, { cardId, text: 'Good luck' });
    const kind = index % 5;
    if (kind === 0) continue;
    await claimCard(services, holder, { cardId });
    if (kind === 2) await handBackCard(services, holder, { cardId, note: 'No time' });
    if (kind > 2) await handInCard(services, holder, { cardId, note: 'Here it is', links: [] });
    if (kind === 4) await approveCard(services, strike.organizer, { cardId, thanks: 'Thank you' });
  }
}

/**
 * How many statements answer a query; fails when it is answered with an error. People asked for by answers that come a
 * moment apart are loaded in one batch or in two: the least of some tries is what the query needs.
 */
async function countQueries(
  source: string,
  variableValues: Record<string, unknown>,
  as: Viewer,
): Promise<number> {
  const counts: number[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const count = await countStatements(async () => {
      const contextValue = createContext(services, { viewer: as, requestId: 'test' });
      const answer = await graphql({ schema, source, contextValue, variableValues });
      expect(answer.errors).toBeUndefined();
    });
    counts.push(count);
  }
  return Math.min(...counts);
}

const CARD = `id number title status holder { id handle } campaign { id title } board { id } lastHandBack { by { handle } }
  thanks { text from { handle } } work { handIns { person { handle } reviewer { handle } craftReviewer { handle } }
    drafts { person { handle } } }
  comments(first: 3) { edges { node { text person { handle } } } }
  activity(first: 3) { edges { node { kind actor { handle } } } }`;

/** As the pages ask, and more. */
const queries: Record<string, string> = {
  'the board page': `query Board($slug: String!) { viewer { person { id } } campaign(slug: $slug) { id title
    organization { name } counts { open } viewer { canManage }
    board { id snapshot { epoch revision cards { ${CARD} } } activity(first: 30) { edges { node { kind actor { handle } } } } } } }`,
  'open cards': `query Open($campaign: ID!, $first: Int!) {
    openCards(first: $first, filter: { campaignId: $campaign }) { edges { node { ${CARD} } } } }`,
  thanks: `query Thanks($slug: String!) { campaign(slug: $slug) { thanks(first: 50) { edges { node { ${CARD} } } } } }`,
};

async function countFor(strike: LocalOnStrike, query: string, as: Viewer): Promise<number> {
  const known = query.includes('$campaign')
    ? { campaign: toGlobalId('Campaign', strike.campaignId), first: 100 }
    : { slug: strike.slug };
  return countQueries(query, known, as);
}

test.each(Object.entries(queries))('%s: as many queries for 200 cards as for five', async (_name, query) => {
  const [session] = await loadViewers(services.orm.em.fork(), { sessionIds: [viewer.sessionId] });
  const coordinator = many.carmen;
  for (const as of [session!, coordinator]) {
    const forFew = await countFor(few, query, as);
    expect(forFew).toBeGreaterThan(2);
    expect(await countFor(many, query, as)).toBeLessThanOrEqual(forFew + BATCHES_APART);
    expect(forFew).toBeLessThanOrEqual(24);
  }
});

test('the list of campaigns: as many queries for thirty as for two', async () => {
  const LIST = `{ campaigns(first: 50) { edges { node { title organization { name members { person { handle } } }
    counts { open done } viewer { canManage } } } } }`;
  const forFew = await countQueries(LIST, {}, viewer);
  for (let index = 0; index < 28; index += 1) {
    await createCampaign(services, few.organizer, {
      organizationId: few.organizationId,
      slug: `another-${index}`,
      title: 'Another one',
      kind: 'BOYCOTT',
      sensitivity: 'PUBLIC',
    });
  }
  expect(await countQueries(LIST, {}, viewer)).toBeLessThanOrEqual(forFew + BATCHES_APART);
});

test('one’s own cards: as many queries for one as for ten', async () => {
  const MINE = `{ viewer { heldCards { ${CARD} } finishedCards(first: 50) { edges { node { ${CARD} } } } finishedCount hoursGiven } }`;
  const holder = await joinAs(services, aHandle());
  const take = async () => {
    const { result } = await createCard(services, few.organizer, { ...cardWords, boardId: few.boardId });
    await claimCard(services, holder.viewer.personId, { cardId: result!.id });
  };
  await take();
  const forOne = await countQueries(MINE, {}, holder.viewer);
  for (let index = 1; index < 10; index += 1) await take();
  expect(await countQueries(MINE, {}, holder.viewer)).toBeLessThanOrEqual(forOne + BATCHES_APART);
});

test('requests for help: as many queries for thirty as for two, alike or not', async () => {
  const ASKS = `{ asks(first: 50) { edges { node { status contact answers { organizationName } askedBefore
    triagedBy { handle } decidedBy { handle } campaign { title } likeDuplicates { id answers { role } } } } } }`;
  const send = async (index: number) => {
    const { token } = await startAsk(services, { language: 'en' });
    const answers = { organizationName: `Local number ${index % 5}` };
    await saveAskAnswers(services, { token, answers, contact: `line.${index % 3}.example` });
    await submitAsk(services, token);
  };
  for (let index = 0; index < 2; index += 1) await send(index);
  const forFew = await countQueries(ASKS, {}, few.carmen);
  for (let index = 2; index < 30; index += 1) await send(index);
  expect(await countQueries(ASKS, {}, few.carmen)).toBeLessThanOrEqual(forFew + BATCHES_APART);
});

test('the whole desk: as many queries for all campaigns and 200 cards as for one with five', async () => {
  const row = 'title number campaign { title slug } holder { id handle }';
  const DESK = `query ($filter: DeskFilter) { desk(filter: $filter) { sections { section total }
    asks(first: 100) { edges { node { askId takenBy { handle } } } }
    campaigns(first: 100) { edges { node { open campaign { title organization { name } } } } }
    quietCards(first: 100) { edges { node { card { ${row} } match { person { handle } isGood } } } }
    quietPeople(first: 100) { edges { node { person { handle } card { ${row} } } } }
    newcomers(first: 100) { edges { node { person { handle standing } card { ${row} } } } }
    handIns(first: 100) { edges { node { ${row} } } } } }`;
  const db = services.orm.em.fork().getKysely();
  await sql`update card set opened_at = opened_at - interval '5 days', updated_at = updated_at - interval '5 days',
    handed_in_at = handed_in_at - interval '5 days'`.execute(db);
  await sql`update session set last_seen_at = now() - interval '5 days'`.execute(db);
  const forFew = await countQueries(DESK, { filter: { campaign: few.slug } }, few.carmen);
  expect(await countQueries(DESK, {}, few.carmen)).toBeLessThanOrEqual(forFew + BATCHES_APART);
  // One for each list, one for all counts, one for each kind of thing that rows lead to, and four that match.
  expect(forFew).toBeLessThanOrEqual(7 + 4 + 4 + 2 * BATCHES_APART);
});

test('the count notices a query per card', async () => {
  const naive = (strike: LocalOnStrike) =>
    countStatements(async () => {
      const db = services.orm.em.fork().getKysely();
      const cards = await db.selectFrom('card').select('id').where('board_id', '=', strike.boardId).execute();
      for (const { id } of cards) {
        await db.selectFrom('comment').select('text').where('card_id', '=', id).execute();
      }
    });
  expect(await naive(many)).toBeGreaterThan((await naive(few)) + 100);
});
