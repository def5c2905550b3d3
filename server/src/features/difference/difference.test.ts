import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { blockCard, unblockCard } from '../../core/card/block-card.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { handBackCard } from '../../core/card/hand-back-card.ts';
import { takeBackCard } from '../../core/card/take-back-card.ts';
import { createContext } from '../../core/access/context.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createSchema } from '../../app/schema.ts';
import { agreeToConduct } from '../../core/trust/agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../../core/person/conduct.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { readCampaignDifferences } from './campaign-difference.ts';
import { readGiven } from './given.ts';
import { readProgramme } from './programme.ts';
import { readPublicPages } from './public-pages.ts';
import { setPublicPage } from './set-public-page.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
beforeAll(async () => {
  schema = await createSchema();
});
// A database for each: the programme counts everything there is.
beforeEach(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  return async () => {
    await services.close();
    await database.drop();
  };
});

const em = () => services.orm.em.fork();
const run = (query: ReturnType<typeof sql>) => query.execute(em().getKysely());
const volunteer = async (): Promise<Viewer> => (await joinAs(services, aHandle())).viewer;

/** What somebody is answered. `Shape` is what the test looks at. */
async function ask<Shape = Record<string, unknown>>(viewer: Viewer | null, source: string): Promise<Shape> {
  const contextValue = createContext(services, { viewer, requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Shape;
}

/** How many statements reach PostgreSQL while `work` runs. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const send = pg.Client.prototype.query;
  let count = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    count += 1;
    return Reflect.apply(send, this, args) as never;
  } as typeof send;
  try {
    await work();
    return count;
  } finally {
    pg.Client.prototype.query = send;
  }
}

interface Mine {
  viewer: {
    difference: {
      thanks: { edges: { node: { thanks: { text: string } } }[]; pageInfo: { hasNextPage: boolean } };
    };
  };
}

describe('what a person gave', () => {
  test('cards, hours and fights, by skill and by month; only what is finished', async () => {
    const holder = strike.vetted;
    const other = await localOnStrike(services);
    const old = await aCard(services, strike, 'DONE', { holder, hours: 1.5 });
    await run(sql`update card set finished_at = '2026-02-03T12:00:00Z' where id = ${old.id}`);
    await aCard(services, strike, 'DONE', { holder, hours: 4, skill: 'ONLINE_VIDEO' });
    await aCard(services, other, 'DONE', { holder, hours: 2 });
    await aCard(services, strike, 'IN_REVIEW', { holder, hours: 9 });
    const given = (await readGiven(em(), [holder])).get(holder)!;
    expect(given).toMatchObject({ cards: 3, hours: 7.5, fights: 2 });
    expect(given.bySkill).toEqual([
      { skill: 'ONLINE_VIDEO', cards: 1, hours: 4 },
      { skill: 'WRITING', cards: 2, hours: 3.5 },
    ]);
    expect(given.byMonth[0]).toEqual({ month: '2026-02', cards: 1, hours: 1.5 });
    expect(given.byMonth.reduce((sum, { cards }) => sum + cards, 0)).toBe(3);
  });

  test('words of thanks come page by page; nothing is null for who gave nothing', async () => {
    const viewer = await volunteer();
    const source = `{ viewer { difference { cards hours fights bySkill { skill } byMonth { month }
      thanks(first: 2) { edges { node { title thanks { text } } } pageInfo { hasNextPage } } } } }`;
    const before = (await ask<Mine>(viewer, source)).viewer.difference;
    expect(before).toMatchObject({ cards: 0, hours: 0, fights: 0, bySkill: [], byMonth: [] });
    for (let count = 0; count < 3; count += 1)
      await aCard(services, strike, 'DONE', { holder: viewer.personId });
    const { thanks } = (await ask<Mine>(viewer, source)).viewer.difference;
    expect(thanks.edges).toHaveLength(2);
    expect(thanks.edges[0]?.node.thanks.text).toBe('Thank you');
    expect(thanks.pageInfo.hasNextPage).toBe(true);
  });
});

describe('the page one may show', () => {
  const pageOf = async (personId: string) => (await readPublicPages(em(), [personId])).get(personId) ?? null;

  test('there is none until its person wants it, and none after they do not', async () => {
    const viewer = await volunteer();
    const of = `{ publicPage(handle: "${viewer.handle}") { handle cards } }`;
    expect((await ask(null, of))['publicPage']).toBeNull();
    await setPublicPage(services, viewer, { on: true });
    expect((await ask(null, of))['publicPage']).toEqual({ handle: viewer.handle, cards: 0 });
    expect(
      (await ask(null, of.replace(viewer.handle, viewer.handle.toUpperCase())))['publicPage'],
    ).not.toBeNull();
    await setPublicPage(services, viewer, { on: false });
    expect((await ask(null, of))['publicPage']).toBeNull();
    expect((await ask(null, `{ publicPage(handle: "nobody at all") { handle } }`))['publicPage']).toBeNull();
  });

  test('words and sums come from public cards of public campaigns alone: nobody learns that there are more', async () => {
    const viewer = await volunteer();
    const holder = viewer.personId;
    await setStanding(services, strike.carmen, { handle: viewer.handle, standing: 'VETTED' });
    await agreeToConduct(services, viewer, { version: CONDUCT_VERSION });
    const hidden = await localOnStrike(services, { sensitivity: 'VETTED', title: 'Secret drive' });
    await aCard(services, strike, 'DONE', { holder, title: 'For all', hours: 1 });
    await aCard(services, strike, 'DONE', {
      holder,
      title: 'For the vetted',
      sensitivity: 'VETTED',
      hours: 2,
    });
    await aCard(services, hidden, 'DONE', { holder, title: 'In a hidden campaign', hours: 4 });
    await aCard(services, strike, 'CLAIMED', { holder, title: 'Not done' });
    await setPublicPage(services, await asNow(services, viewer), { on: true });
    const page = await pageOf(holder);
    expect(page).toMatchObject({
      cards: 1,
      hours: 1,
      fights: 1,
      bySkill: [{ cards: 1 }],
      byMonth: [{ cards: 1 }],
    });
    // A mutant without the condition on the campaign shows "In a hidden campaign" here, and counts it above.
    expect(page!.works.map(({ title }) => title)).toEqual(['For all']);
    expect(page!.works[0]!.thanks).toBe('Thank you');
  });

  test('thanks are shown or not as its person says; leaving it out keeps the choice', async () => {
    const viewer = await volunteer();
    await aCard(services, strike, 'DONE', { holder: viewer.personId });
    await setPublicPage(services, viewer, { on: true, showThanks: false });
    await setPublicPage(services, viewer, { on: true });
    expect((await pageOf(viewer.personId))!.works[0]!.thanks).toBeNull();
    await setPublicPage(services, viewer, { on: true, showThanks: true });
    expect((await pageOf(viewer.personId))!.works[0]!.thanks).toBe('Thank you');
  });

  test('who is put on hold shows none', async () => {
    const viewer = await volunteer();
    await setPublicPage(services, viewer, { on: true });
    await setStanding(services, strike.carmen, {
      handle: viewer.handle,
      standing: 'SUSPENDED',
      note: 'Rude',
    });
    expect(await pageOf(viewer.personId)).toBeNull();
    const refused = await refusalOf(setPublicPage(services, viewer, { on: true }));
    expect(refused.code).toBe('SUSPENDED');
  });
});

describe('what came of a campaign', () => {
  test('is counted over what the reader may read, from the moment the local asked', async () => {
    await aCard(services, strike, 'DONE', { hours: 2 });
    await aCard(services, strike, 'DONE', { hours: 3, holder: strike.vetted, sensitivity: 'VETTED' });
    await aCard(services, strike, 'OPEN');
    const read = async (viewer: Viewer | null) =>
      (await readCampaignDifferences(em(), readerOf(viewer), [strike.campaignId]))[0]!;
    expect(await read(null)).toMatchObject({ deliverables: 1, hours: 2, people: 1, hoursToFirstClaim: null });
    await run(sql`insert into ask (id, token_hash, status, submitted_at, campaign_id) values
      (gen_random_uuid(), '\\x01', 'ACCEPTED', now() - interval '3 hours', ${strike.campaignId})`);
    const team = await read(strike.carmen);
    expect(team).toMatchObject({ deliverables: 2, hours: 5, people: 2 });
    expect(team.hoursToFirstClaim).toBeCloseTo(3, 1);
    expect(team.hoursToFirstDelivery).toBeGreaterThanOrEqual(team.hoursToFirstClaim!);
    expect(team.byDay.reduce((sum, { deliverables }) => sum + deliverables, 0)).toBe(2);
  });

  test('days are those of the campaign’s own zone', async () => {
    const far = await localOnStrike(services, { timeZone: 'Pacific/Auckland' });
    const { id } = await aCard(services, far, 'DONE');
    await run(sql`update card set finished_at = '2026-03-01T20:00:00Z' where id = ${id}`);
    const [difference] = await readCampaignDifferences(em(), readerOf(null), [far.campaignId]);
    expect(difference!.byDay).toEqual([{ day: '2026-03-02', deliverables: 1 }]);
    const odd = await localOnStrike(services, { timeZone: 'Australia/Eucla' });
    for (const at of ['2026-03-01T15:10:00Z', '2026-03-01T15:20:00Z', '2026-03-01T15:50:00Z']) {
      const card = await aCard(services, odd, 'DONE');
      await run(sql`update card set finished_at = ${at} where id = ${card.id}`);
    }
    const [oddly] = await readCampaignDifferences(em(), readerOf(null), [odd.campaignId]);
    expect(oddly!.byDay).toEqual([
      { day: '2026-03-01', deliverables: 1 },
      { day: '2026-03-02', deliverables: 2 },
    ]);
  });

  test('as many statements for thirty campaigns and pages as for one', async () => {
    const query = `query { campaigns(first: 50) { edges { node { difference { deliverables byDay { day } } closing { closedAt } } } } }`;
    const forOne = await statements(() => ask(strike.carmen, query));
    for (let count = 0; count < 5; count += 1) await aCard(services, await localOnStrike(services), 'DONE');
    expect(await statements(() => ask(strike.carmen, query))).toBeLessThanOrEqual(forOne);
    const people = `{ ${[strike.vetted, strike.volunteer, strike.member]
      .map(
        (id, index) =>
          `p${index}: node(id: "${toGlobalId('Person', id)}") { ... on Person { publicPage { cards } } }`,
      )
      .join(' ')} }`;
    expect(await statements(() => ask(strike.carmen, people))).toBeLessThanOrEqual(6);
  });
});

describe('the programme', () => {
  test('is for coordinators alone', async () => {
    const source = '{ programme { finishers returned waits { wait count medianHours } losses { skill } } }';
    expect((await ask(null, source))['programme']).toBeNull();
    expect((await ask(await volunteer(), source))['programme']).toBeNull();
    expect((await ask(strike.carmen, source))['programme']).not.toBeNull();
  });

  test('who came back within thirty days of handing in', async () => {
    const { volunteer: back, vetted: late } = strike;
    for (const holder of [back, late, strike.member]) await aCard(services, strike, 'DONE', { holder });
    await aCard(services, strike, 'CLAIMED', { holder: back });
    const second = await aCard(services, strike, 'CLAIMED', { holder: late });
    await run(
      sql`update claim set claimed_at = claimed_at + interval '31 days' where card_id = ${second.id}`,
    );
    expect(await readProgramme(em())).toMatchObject({ finishers: 3, returned: 1 });
  });

  test('median waits of each side', async () => {
    const { id } = await aCard(services, strike, 'CLAIMED');
    await blockCard(services, strike.volunteer, { cardId: id, reason: 'No logo' });
    await unblockCard(services, strike.organizer, { cardId: id, answer: 'Here' });
    await aCard(services, strike, 'DONE');
    const shift = (kind: string, hours: number) =>
      run(sql`update board_event set at = at + make_interval(hours => ${hours}) where kind = ${kind}`);
    await shift('CARD_UNBLOCKED', 5);
    await shift('CRAFT_REVIEW_PASSED', 2);
    await shift('CARD_APPROVED', 8);
    await run(sql`update claim set claimed_at = claimed_at - interval '10 hours' where how = 'HANDED_IN'`);
    for (const [triaged, decided, key] of [
      [1, 4, '01'],
      [3, 6, '02'],
    ])
      await run(sql`insert into ask (id, token_hash, status, submitted_at, triaged_at, decided_at) values
        (gen_random_uuid(), decode(${key}, 'hex'), 'ACCEPTED', now(), now() + make_interval(hours => ${triaged}),
        now() + make_interval(hours => ${decided}))`);
    const { waits } = await readProgramme(em());
    const median = Object.fromEntries(waits.map(({ wait, medianHours }) => [wait, medianHours]));
    for (const [wait, hours] of Object.entries({
      WORK: 10,
      CRAFT_REVIEW: 2,
      APPROVAL: 6,
      ANSWER: 5,
      TRIAGE: 2,
    }))
      expect([wait, median[wait]]).toEqual([wait, expect.closeTo(hours, 1)]);
    expect(median['DECISION']).toBeCloseTo(5, 5);
  });

  test('where cards die: claims without work, and cards that nobody takes for three days', async () => {
    const back = await aCard(services, strike, 'CLAIMED', { skill: 'ONLINE_VIDEO' });
    await handBackCard(services, strike.volunteer, { cardId: back.id });
    await claimCard(services, strike.volunteer, { cardId: back.id });
    await takeBackCard(services, strike.organizer, { cardId: back.id, reason: 'Needed today' });
    const quiet = await aCard(services, strike, 'OPEN');
    await aCard(services, strike, 'OPEN');
    await run(sql`update card set created_at = now() - interval '73 hours' where id = ${quiet.id}`);
    await run(sql`update board_event set at = at - interval '73 hours' where ${quiet.id} = any(cards)`);
    const { losses } = await readProgramme(em());
    expect(losses).toEqual([
      { skill: 'ONLINE_VIDEO', phase: 'ONGOING', handedBack: 1, expired: 0, takenBack: 1, quiet: 0 },
      { skill: 'WRITING', phase: 'ONGOING', handedBack: 0, expired: 0, takenBack: 0, quiet: 1 },
    ]);
  });

  test('three statements, however much there is', async () => {
    const forNone = await statements(() => readProgramme(em()));
    for (let count = 0; count < 4; count += 1) await aCard(services, strike, 'DONE');
    expect(await statements(() => readProgramme(em()))).toBe(forNone);
    expect(forNone).toBeLessThanOrEqual(3);
  });
});
