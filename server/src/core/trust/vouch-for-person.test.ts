import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  cardNow,
  type LocalOnStrike,
  localOnStrike,
} from '../../../test/support/local-on-strike.ts';
import { asNow, coordinator, everythingAboutPeople, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../card/claim-card.ts';
import { passCraftReview } from '../review/review-card.ts';
import { readCampaignsById } from '../campaign/read-campaigns.ts';
import { eraseMyself } from '../../features/closing/erase-myself.ts';
import { matchCards, matchPeople } from '../../features/matching/read-matches.ts';
import { setRole } from './set-role.ts';
import { agreeToConduct } from './agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../person/conduct.ts';
import { setStanding } from './set-standing.ts';
import { updateProfile } from '../person/update-profile.ts';
import { levelFor, readerAt, readerOf, type Viewer } from '../access/viewer.ts';
import { vouchForPerson, withdrawVouch } from './vouch-for-person.ts';

let database: TestDatabase;
let services: TestServices;
let here: LocalOnStrike;
let elsewhere: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  here = await localOnStrike(services, { sensitivity: 'VETTED' });
  elsewhere = await localOnStrike(services, { sensitivity: 'VETTED' });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const em = () => services.orm.em.fork();

/** Somebody with a session and a role in one of the two locals. */
async function withRole(role: 'ORGANIZER' | 'APPROVER' | 'MEMBER', of = here): Promise<Viewer> {
  const viewer = await newcomer(services, aHandle());
  const { organizationId } = of;
  await setRole(services, of.carmen, { organizationId, handle: viewer.handle, role });
  return asNow(services, viewer);
}

async function vouchedFor(voucher?: Viewer): Promise<Viewer> {
  const person = await newcomer(services, aHandle());
  await agreeToConduct(services, person, { version: CONDUCT_VERSION });
  await updateProfile(services, person, { skills: ['WRITING'], languages: ['en'] });
  await vouchForPerson(services, voucher ?? (await withRole('MEMBER')), { handle: person.handle });
  return asNow(services, person);
}

test('a vouch opens the campaigns of its organization and none of another, in every way there is', async () => {
  const mine = await aCard(services, here, 'OPEN', { sensitivity: 'VETTED' });
  const theirs = await aCard(services, elsewhere, 'OPEN', { sensitivity: 'VETTED' });
  const vera = await vouchedFor();
  expect(vera.standing).toBe('NEW');
  const reader = readerOf(vera);
  expect(levelFor(reader, here)).toBe('VETTED');
  expect(levelFor(reader, elsewhere)).toBe('PUBLIC');
  const campaigns = await readCampaignsById(em(), reader, [here.campaignId, elsewhere.campaignId]);
  expect(campaigns.map(({ id }) => id)).toEqual([here.campaignId]);
  const matches = await matchCards(em(), reader, vera.personId);
  expect(matches.map(({ card }) => card.id)).toEqual([mine.id]);
  const asked = await matchPeople(em(), [mine.id, theirs.id]);
  const proposes = (cardId: string) => asked.get(cardId)!.some(({ person }) => person.id === vera.personId);
  expect([proposes(mine.id), proposes(theirs.id)]).toEqual([true, false]);
  await expect(claimCard(services, vera.personId, { cardId: theirs.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const { result } = await claimCard(services, vera.personId, { cardId: mine.id });
  expect(result!.holderId).toBe(vera.personId);
});

test('who is vouched for looks at the craft there, and nowhere else', async () => {
  const vera = await vouchedFor();
  const mine = await aCard(services, here, 'IN_REVIEW', { holder: here.vetted });
  await passCraftReview(services, vera.personId, { cardId: mine.id });
  const open = await localOnStrike(services);
  const theirs = await aCard(services, open, 'IN_REVIEW');
  await expect(passCraftReview(services, vera.personId, { cardId: theirs.id })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('who reads for a level of one board reads nothing of another organization', () => {
  for (const level of ['PUBLIC', 'VETTED', 'TEAM'] as const) {
    expect(levelFor(readerAt(level, here.organizationId), here)).toBe(level);
    expect(levelFor(readerAt(level, here.organizationId), elsewhere)).toBe('PUBLIC');
  }
});

test('only people of a local vouch, in its name, and nobody for themselves', async () => {
  const member = await withRole('MEMBER');
  const lead = await newcomer(services, aHandle());
  await setStanding(services, here.carmen, { handle: lead.handle, standing: 'LEAD' });
  const vetted = await newcomer(services, aHandle());
  await setStanding(services, here.carmen, { handle: vetted.handle, standing: 'VETTED' });
  const person = await newcomer(services, aHandle());
  const { handle } = person;
  const onHold = await newcomer(services, aHandle());
  await setStanding(services, here.carmen, { handle: onHold.handle, standing: 'SUSPENDED', note: 'Why' });
  const before = await everythingAboutPeople(services);
  for (const [viewer, given] of [
    [lead, { handle }],
    [vetted, { handle }],
    [person, { handle }],
    [here.carmen, { handle }],
    [member, { handle, organizationId: elsewhere.organizationId }],
    [member, { handle: member.handle }],
    [member, { handle: onHold.handle }],
  ] as const)
    await expect(vouchForPerson(services, viewer, given)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await everythingAboutPeople(services)).toEqual(before);
  // A coordinator may, in the name of a local.
  await vouchForPerson(services, here.carmen, { handle, organizationId: here.organizationId });
  expect((await asNow(services, person)).vouches).toEqual(new Set([here.organizationId]));
});

test('who belongs to two locals says for which', async () => {
  const member = await withRole('MEMBER');
  const { organizationId } = elsewhere;
  await setRole(services, here.carmen, { organizationId, handle: member.handle, role: 'MEMBER' });
  const person = await newcomer(services, aHandle());
  await expect(vouchForPerson(services, member, person)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'organizationId',
  });
  await vouchForPerson(services, member, { handle: person.handle, organizationId });
  expect((await asNow(services, person)).vouches).toEqual(new Set([organizationId]));
});

test('one member vouches for a few people a day, also for all at once, and again after taking it back', async () => {
  const member = await withRole('MEMBER');
  const people = await Promise.all(Array.from({ length: 12 }, () => newcomer(services, aHandle())));
  const outcomes = await Promise.allSettled(
    people.map(({ handle }) => vouchForPerson(services, member, { handle })),
  );
  const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(refused).toHaveLength(7);
  expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(
    new Set(['DAY_LIMIT']),
  );
  const done = people[outcomes.findIndex(({ status }) => status === 'fulfilled')]!;
  await withdrawVouch(services, member, { handle: done.handle });
  await expect(vouchForPerson(services, member, { handle: done.handle })).rejects.toMatchObject({
    code: 'DAY_LIMIT',
  });
  await sql`update vouch set at = at - interval '1 day' where by_id = ${member.personId}`.execute(
    em().getKysely(),
  );
  await vouchForPerson(services, member, { handle: done.handle });
});

test('a vouch ends with the word behind it: taken back, a lost role, an account on hold, somebody who leaves', async () => {
  const { organizationId } = here;
  const endings: ((voucher: Viewer, person: Viewer) => Promise<unknown>)[] = [
    (voucher, { handle }) => withdrawVouch(services, voucher, { handle }),
    async (_voucher, { handle }) => withdrawVouch(services, await withRole('ORGANIZER'), { handle }),
    (_voucher, { handle }) => withdrawVouch(services, here.carmen, { handle, organizationId }),
    ({ handle }) => setRole(services, here.carmen, { organizationId, handle, role: null }),
    ({ handle }) => setStanding(services, here.carmen, { handle, standing: 'SUSPENDED', note: 'Why' }),
    (voucher) => eraseMyself(services, voucher, voucher.handle),
  ];
  for (const end of endings) {
    const voucher = await withRole('MEMBER');
    const person = await vouchedFor(voucher);
    const { id: cardId } = await aCard(services, here, 'CLAIMED', {
      sensitivity: 'VETTED',
      holder: person.personId,
    });
    await expect(withdrawVouch(services, await withRole('MEMBER'), person)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    services.sent.length = 0;
    await end(voucher, person);
    expect((await asNow(services, person)).vouches).toEqual(new Set());
    expect(services.sent).toContainEqual({ person: person.personId });
    expect(await cardNow(services, cardId)).toMatchObject({ status: 'OPEN', holderId: null });
  }
});

test('vouching twice, or for the vetted, changes nothing and costs nothing', async () => {
  const voucher = await withRole('MEMBER');
  const { handle } = await vouchedFor(voucher);
  const vetted = await coordinator(services, aHandle());
  await setStanding(services, here.carmen, { handle: vetted.handle, standing: 'VETTED' });
  services.sent.length = 0;
  for (const again of [handle, vetted.handle]) await vouchForPerson(services, voucher, { handle: again });
  expect(services.sent).toEqual([]);
});
