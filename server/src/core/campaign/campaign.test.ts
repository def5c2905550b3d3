import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  everythingOnBoards,
  letLeaseEnd,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../card/claim-card.ts';
import { expireLease } from '../card/lease.ts';
import { readLog } from '../board/read-board.ts';
import { saveDraft } from '../review/save-draft.ts';
import { outsideTransactions } from '../../platform/db/orm.ts';
import { StaleFields } from '../../platform/refusal/refusal.ts';
import type { CampaignWordsInput } from './campaign-words.ts';
import { createCampaign } from '../board/create-campaign.ts';
import { updateCampaign } from '../board/update-campaign.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const aSlug = () => `fight-${randomUUID()}`;
const create = (actor: string, words: CampaignWordsInput & { slug?: string } = {}) =>
  createCampaign(services, actor, {
    title: 'Hold the line',
    slug: aSlug(),
    ...words,
    organizationId: strike.organizationId,
    kind: 'STRIKE',
  } as Parameters<typeof createCampaign>[2]);
const update = (
  actor: string,
  words: CampaignWordsInput & { ended?: boolean; asRead?: CampaignWordsInput },
) => updateCampaign(services, actor, { ...words, campaignId: strike.campaignId });
const campaignNow = () =>
  services.orm.em
    .fork()
    .getKysely()
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', strike.campaignId)
    .executeTakeFirstOrThrow();

const wrong: [string, CampaignWordsInput, string, string][] = [
  ['no title', { title: '\u200b' }, 'title', 'EMPTY'],
  ['a start in the year 26', { startsAt: new Date('0026-03-02T11:00:00Z') }, 'startsAt', 'OUT_OF_RANGE'],
  ['a start in 12027', { startsAt: new Date('+012027-03-02T11:00:00Z') }, 'startsAt', 'OUT_OF_RANGE'],
  ['an over-long title', { title: 'x'.repeat(121) }, 'title', 'TOO_LONG'],
  ['a story with a NUL', { story: 'a\0b' }, 'story', 'CONTROL_CHARACTERS'],
  ['an over-long story', { story: 'x'.repeat(5001) }, 'story', 'TOO_LONG'],
  ['13 demands', { demands: Array.from({ length: 13 }, () => 'More') }, 'demands', 'TOO_MANY'],
  ['an employer with a bell', { employer: 'a\u0007b' }, 'employer', 'CONTROL_CHARACTERS'],
  ['a time zone that is none', { timeZone: 'Mars/Base' }, 'timeZone', 'UNKNOWN'],
  ['a language that is none', { languages: ['!'] }, 'languages', 'UNKNOWN'],
  ['no lease', { settings: { leaseHours: 0 } }, 'settings.leaseHours', 'OUT_OF_RANGE'],
  ['a lease of weeks', { settings: { leaseHours: 337 } }, 'settings.leaseHours', 'OUT_OF_RANGE'],
  ['no card at once', { settings: { claimLimit: 0 } }, 'settings.claimLimit', 'OUT_OF_RANGE'],
  [
    'eleven for newcomers',
    { settings: { newcomerClaimLimit: 11 } },
    'settings.newcomerClaimLimit',
    'OUT_OF_RANGE',
  ],
];

test.each(wrong)('%s: refused for a new campaign and for an old one', async (_name, words, field, reason) => {
  const before = await everythingOnBoards(services);
  expect(await refusalOf(create(strike.organizer, words))).toMatchObject({ field, reason });
  expect(await refusalOf(update(strike.organizer, words))).toMatchObject({ field, reason });
  expect(await everythingOnBoards(services)).toEqual(before);
});

test.each([
  ['ab', 'TOO_SHORT'],
  ['x'.repeat(61), 'TOO_LONG'],
  ['Two Words', 'BAD_CHARACTERS'],
  ['-strike', 'BAD_CHARACTERS'],
  ['strike--now', 'BAD_CHARACTERS'],
  ['huelga-ñ', 'BAD_CHARACTERS'],
  ['settings', 'RESERVED'],
])('the address %s: %s', async (slug, reason) => {
  expect(await refusalOf(create(strike.organizer, { slug }))).toMatchObject({ field: 'slug', reason });
});

test('of two who want one address, one gets it', async () => {
  const slug = aSlug();
  const both = await Promise.allSettled([
    create(strike.organizer, { slug, sensitivity: 'PUBLIC' }),
    create(strike.coordinator, { slug, sensitivity: 'PUBLIC' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const again = create(strike.organizer, { slug, sensitivity: 'PUBLIC' });
  expect(await refusalOf(again)).toMatchObject({ field: 'slug', reason: 'TAKEN' });
});

test('that a campaign which not everybody may read has an address is told to nobody who asks for it', async () => {
  const slug = aSlug();
  for (const sensitivity of ['TEAM', 'VETTED'] as const) {
    const secret = await create(strike.organizer, { slug, sensitivity });
    expect(secret.slug).toMatch(new RegExp(`^${slug}-[0-9a-f]{6}$`));
  }
  // Whoever tries it is answered as if there were nothing, in both ways one can.
  const [hidden, open] = [
    await create(strike.coordinator, { slug, sensitivity: 'TEAM' }),
    await create(strike.coordinator, { slug, sensitivity: 'PUBLIC' }),
  ];
  expect(hidden.slug).toMatch(new RegExp(`^${slug}-[0-9a-f]{6}$`));
  expect(open.slug).toBe(slug);
  const long = await create(strike.organizer, { slug: 'x'.repeat(60), sensitivity: 'TEAM' });
  expect(long.slug).toHaveLength(60);
});

test.each(['volunteer', 'vetted', 'member', 'approver', 'foreigner'] as const)(
  'the %s neither starts nor changes a campaign here',
  async (person) => {
    const before = await everythingOnBoards(services);
    expect((await refusalOf(create(strike[person]))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(update(strike[person], { title: 'Mine' }))).code).toBe('NOT_ALLOWED');
    expect(await everythingOnBoards(services)).toEqual(before);
  },
);

test('who is suspended, or asks for what is not there, is told so', async () => {
  expect((await refusalOf(create(strike.suspended))).code).toBe('SUSPENDED');
  expect((await refusalOf(update(strike.suspended, {}))).code).toBe('SUSPENDED');
  const nowhere = updateCampaign(services, strike.organizer, { campaignId: randomUUID(), title: 'x' });
  expect((await refusalOf(nowhere)).code).toBe('NOT_FOUND');
});

test('starts with an empty board, hidden from others until it says otherwise', async () => {
  const { campaignId } = await create(strike.organizer);
  const db = services.orm.em.fork().getKysely();
  const row = await db
    .selectFrom('campaign')
    .innerJoin('board', 'campaign_id', 'campaign.id')
    .select(['sensitivity', 'lease_hours', 'newcomer_claim_limit', 'claim_limit', 'board.revision'])
    .where('campaign.id', '=', campaignId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({
    sensitivity: 'TEAM',
    lease_hours: 48,
    newcomer_claim_limit: 1,
    claim_limit: 3,
    revision: 0,
  });
});

describe('a change', () => {
  test('is a change of the board, which says what was changed', async () => {
    services.sent.length = 0;
    const { revision } = await update(strike.organizer, { title: 'Hold it longer', employer: null });
    expect(await campaignNow()).toMatchObject({ title: 'Hold it longer', employer: null, kind: 'STRIKE' });
    expect(services.sent).toEqual([{ board: strike.boardId, revision }]);
    expect(await readLog(outsideTransactions(services.orm), strike.boardId, revision - 1)).toMatchObject({
      events: [{ kind: 'CAMPAIGN_UPDATED', fields: ['title'] }],
    });
  });

  test('of who may read it takes back what strangers hold, with their drafts', async () => {
    const held = await aCard(services, strike, 'CLAIMED');
    const known = await aCard(services, strike, 'CLAIMED', { holder: strike.member });
    await saveDraft(services, strike.volunteer, { cardId: held.id, note: 'Half' });
    await update(strike.organizer, { sensitivity: 'TEAM' });
    expect(await cardNow(services, held.id)).toMatchObject({
      status: 'OPEN',
      returnedHow: 'TAKEN_BACK',
      draftKept: true,
    });
    expect((await cardNow(services, known.id)).holderId).toBe(strike.member);
  });

  test('of the lease counts from the next claim on', async () => {
    await update(strike.organizer, { settings: { leaseHours: 1 } });
    const { id } = await aCard(services, strike);
    const { result } = await claimCard(services, strike.volunteer, { cardId: id });
    const lease = result!.leaseExpiresAt!.getTime() - result!.claimedAt!.getTime();
    expect(Math.round(lease / 60_000)).toBe(60);
  });
});

describe('the end', () => {
  test('can be taken back, and keeps its first moment', async () => {
    const { id: cardId } = await aCard(services, strike);
    await update(strike.organizer, { ended: true });
    const { ended_at: first } = await campaignNow();
    await update(strike.organizer, { ended: true });
    expect((await campaignNow()).ended_at).toEqual(first);
    expect((await refusalOf(claimCard(services, strike.volunteer, { cardId }))).code).toBe('NOT_ALLOWED');
    await update(strike.organizer, { ended: false });
    expect((await claimCard(services, strike.volunteer, { cardId })).result?.status).toBe('CLAIMED');
  });

  test('does not stop the clock of a lease', async () => {
    const { id } = await aCard(services, strike, 'CLAIMED');
    await update(strike.organizer, { ended: true });
    await letLeaseEnd(services, id);
    expect(await expireLease(services, id)).toBe(true);
    expect((await cardNow(services, id)).status).toBe('OPEN');
  });
});

describe('two who change a campaign', () => {
  test('keep what the other changed, also in the rules', async () => {
    const asRead = { story: 'Why', demands: [], settings: { claimLimit: 3 } };
    await update(strike.organizer, asRead);
    await update(strike.organizer, { story: 'Ours', settings: { claimLimit: 5 }, asRead });
    await update(strike.organizer, { demands: ['Pay'], settings: { leaseHours: 24 }, asRead });
    expect(await campaignNow()).toMatchObject({
      story: 'Ours',
      demands: ['Pay'],
      claim_limit: 5,
      lease_hours: 24,
    });
  });

  test('the second hears what the first wrote in the same field, and nothing of theirs is written', async () => {
    const asRead = { story: '', howToHelp: '', settings: { claimLimit: 3 } };
    await update(strike.organizer, asRead);
    await update(strike.organizer, { story: 'Ours', settings: { claimLimit: 5 }, asRead });
    const before = await campaignNow();
    const mine = { story: 'Mine', howToHelp: 'Come by', settings: { claimLimit: 2 }, asRead };
    const refusal = await refusalOf(update(strike.organizer, mine));
    expect(refusal).toBeInstanceOf(StaleFields);
    expect(refusal).toMatchObject({
      code: 'STALE_FIELDS',
      fields: [
        { field: 'story', now: '"Ours"' },
        { field: 'settings.claimLimit', now: '5' },
      ],
    });
    expect(await campaignNow()).toEqual(before);
  });

  test('at once: one of them is told', async () => {
    const asRead = { startsAt: (await campaignNow()).starts_at };
    const both = await Promise.allSettled(
      ['2030-01-01T10:00:00Z', '2030-01-02T10:00:00Z'].map((moment) =>
        update(strike.organizer, { startsAt: new Date(moment), asRead }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
