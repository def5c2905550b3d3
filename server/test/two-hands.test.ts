import { buffer as bytesOf } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readerOf, type Viewer } from '../src/core/access/viewer.ts';
import { blockCard } from '../src/core/card/block-card.ts';
import { handBackCard } from '../src/core/card/hand-back-card.ts';
import { joinCard } from '../src/core/card/join-card.ts';
import { beginFile } from '../src/core/file/begin-file.ts';
import { readFile } from '../src/core/file/read-file.ts';
import { openSession } from '../src/core/person/open-session.ts';
import { handInCard } from '../src/core/review/hand-in-card.ts';
import { approveCard, passCraftReview } from '../src/core/review/review-card.ts';
import { saveDraft } from '../src/core/review/save-draft.ts';
import { closeCampaign } from '../src/features/closing/close-campaign.ts';
import { eraseCampaign } from '../src/features/closing/erase-campaign.ts';
import { eraseMyself } from '../src/features/closing/erase-myself.ts';
import { exportCampaign } from '../src/features/closing/export-campaign.ts';
import { exportPerson } from '../src/features/closing/export-person.ts';
import { readDesk } from '../src/features/desk/read-desk.ts';
import { readPeople } from '../src/features/desk/read-people.ts';
import { readCampaignDifferences } from '../src/features/difference/campaign-difference.ts';
import { readGiven } from '../src/features/difference/given.ts';
import { readProgramme } from '../src/features/difference/programme.ts';
import { readPublicPages } from '../src/features/difference/public-pages.ts';
import { setPublicPage } from '../src/features/difference/set-public-page.ts';
import { readWaiting } from '../src/features/home/read-waiting.ts';
import { readPair } from '../src/features/matching/read-matches.ts';
import { readWall } from '../src/features/wall/read-wall.ts';
import { aFile } from './support/a-file.ts';
import { aCard, aHandle, cardNow, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { asNow, joinAs } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// Wherever the house asks who holds or finished a card, both of two are an answer.

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let one: Viewer;
let other: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  one = (await joinAs(services, 'Uma')).viewer;
  other = (await joinAs(services, 'Otis')).viewer;
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const em = () => services.orm.em.fork();
const db = () => em().getKysely();

async function shared(title: string, fight = strike): Promise<string> {
  const { id: cardId } = await aCard(services, fight, 'CLAIMED', {
    ...{ holder: one.personId, forTwo: true, title },
  });
  await joinCard(services, other.personId, { cardId });
  return cardId;
}

async function finished(title: string, fight = strike): Promise<string> {
  const cardId = await shared(title, fight);
  await handInCard(services, other.personId, { cardId, note: 'Here it is', links: [] });
  await passCraftReview(services, fight.coordinator, { cardId });
  await approveCard(services, fight.organizer, { cardId, thanks: 'Thank you both' });
  return cardId;
}

test('figures, lists and pages count a card for both, its hours once', async () => {
  const fight = await localOnStrike(services);
  await finished('Finished together', fight);
  const held = await shared('Held together', fight);
  await blockCard(services, other.personId, { cardId: held, reason: 'No logo' });
  const reader = readerOf(one);

  const [difference] = await readCampaignDifferences(em(), reader, [fight.campaignId]);
  expect(difference).toMatchObject({ deliverables: 1, hours: 2, people: 2 });
  const given = await readGiven(em(), [one.personId, other.personId]);
  for (const { personId } of [one, other])
    expect(given.get(personId)).toMatchObject({ cards: 1, hours: 1, fights: 1 });
  expect((await readProgramme(em())).waits.find(({ wait }) => wait === 'WORK')?.count).toBe(1);
  await setPublicPage(services, other, { on: true, showThanks: true });
  const page = (await readPublicPages(em(), [other.personId])).get(other.personId);
  expect(page?.works).toMatchObject([{ title: 'Finished together', hours: 1, thanks: 'Thank you both' }]);

  const people = await readPeople(em(), { text: 'Otis' }, { limit: 5, after: null });
  expect(people).toMatchObject([{ id: other.personId, held: 1, finished: 1 }]);
  const pair = await readPair(em(), { personId: other.personId, cardId: held });
  expect(pair?.person).toMatchObject({
    ...{ held: 1, heldHours: 1, weekHours: 1, heldOn: { [fight.boardId]: 1 } },
    ...{ doneInSkill: { WRITING: 1 }, doneFor: { [fight.organizationId]: 1 } },
  });
  await sql`update session set last_seen_at = now() - interval '30 days' where person_id = ${other.personId}`.execute(
    db(),
  );
  const desk = { viewerId: fight.coordinator, limit: 20, after: null };
  const quiet = await readDesk(em(), 'QUIET_PEOPLE', {}, desk);
  expect(quiet.find(({ id }) => id === other.personId)).toMatchObject({ held: 1, cardId: held });
  const newcomers = await readDesk(em(), 'NEWCOMERS', {}, desk);
  expect(newcomers.find(({ id }) => id === other.personId)).toMatchObject({ finished: 1, held: 1 });
  expect((await readDesk(em(), 'NEWCOMERS', { text: 'Held together' }, desk)).map(({ id }) => id)).toEqual(
    expect.arrayContaining([one.personId, other.personId]),
  );

  const view = {
    boardId: fight.boardId,
    sensitivity: 'PUBLIC',
    showsHandles: true,
    showsThanks: true,
  } as const;
  const done = (await readWall(em(), view))?.columns.find(({ status }) => status === 'DONE');
  expect(done?.cards).toMatchObject([{ handle: 'Uma', partner: 'Otis' }]);
  const nameless = (await readWall(em(), { ...view, showsHandles: false }))?.columns;
  expect(nameless?.find(({ status }) => status === 'DONE')?.cards).toMatchObject([
    { handle: null, partner: null },
  ]);
  const cards = JSON.parse(await exportPerson(services, other.personId)) as {
    cards: { title: string }[];
    claims: { card: string; as_partner: boolean }[];
  };
  expect(cards.cards.map(({ title }) => title)).toEqual(['Finished together', 'Held together']);
  expect(cards.claims.map((claim) => claim.as_partner)).toEqual([true, true]);
  const { reader: zip } = await exportCampaign(services, fight.campaignId);
  const files = unzipSync(await bytesOf(zip));
  expect(new TextDecoder().decode(files['cards.csv'])).toContain('Uma,Otis');
});

test('what waits for the local waits for nobody of the two', async () => {
  const fight = await localOnStrike(services);
  const { id: cardId } = await aCard(services, fight, 'CLAIMED', { holder: one.personId, forTwo: true });
  await joinCard(services, fight.organizer, { cardId });
  await blockCard(services, one.personId, { cardId, reason: 'No logo' });
  const session = { personId: fight.organizer, device: 'Phone', replaces: null };
  const { viewer } = await openSession(em(), session);
  const kinds = async () =>
    (await readWaiting(em(), viewer, { limit: 10, after: null })).map(({ kind }) => kind);
  expect(await kinds()).toEqual([]);
  await handInCard(services, one.personId, { cardId, note: 'Here it is', links: [] });
  expect(await kinds()).toEqual([]);
  await passCraftReview(services, fight.coordinator, { cardId });
  expect(await kinds()).toEqual([]);
});

test('both send files for the work and read what was handed in with it', async () => {
  const cardId = await shared('With pictures');
  const { personId } = other;
  await beginFile(services, personId, {
    ...{ cardId, use: 'WORK', name: 'half.jpg', mediaType: 'image/jpeg', bytes: 4_711 },
  });
  const fileId = await aFile(services, personId, cardId);
  await handInCard(services, personId, { cardId, note: '', links: [], fileIds: [fileId] });
  for (const viewer of [one, other])
    expect(
      (await readFile({ em: em(), filePlaces: services.filePlaces }, await asNow(services, viewer), fileId))
        ?.id,
    ).toBe(fileId);
  const stranger = (await joinAs(services, aHandle())).viewer;
  expect(await readFile({ em: em(), filePlaces: services.filePlaces }, stranger, fileId)).toBeNull();
});

test('the end of a campaign takes it from both, with both drafts kept, and its erasing leaves who finished what', async () => {
  const fight = await localOnStrike(services);
  const done = await finished('Finished together', fight);
  const held = await shared('Held together', fight);
  const inReview = await shared('Not decided', fight);
  await handInCard(services, one.personId, { cardId: inReview, note: 'Here it is', links: [] });
  await saveDraft(services, other.personId, { cardId: held, note: 'Half of it', links: [] });
  await closeCampaign(services, fight.organizer, { campaignId: fight.campaignId });
  expect(await cardNow(services, held)).toMatchObject({
    ...{ status: 'OPEN', holderId: null, partnerId: null, draftKept: true },
  });
  const told = await db()
    .selectFrom('notification')
    .select('person_id as personId')
    .where('campaign_id', '=', fight.campaignId)
    .where('kind', '=', 'CAMPAIGN_ENDED')
    .execute();
  expect(told.map(({ personId }) => personId)).toEqual(
    expect.arrayContaining([one.personId, other.personId]),
  );
  await sql`update closing set erase_after = now() - interval '1 second'
    where campaign_id = ${fight.campaignId}`.execute(db());
  await eraseCampaign(services, fight.campaignId);
  expect(await cardNow(services, inReview)).toMatchObject({ status: 'OPEN', partnerId: null });
  expect(await cardNow(services, done)).toMatchObject({ status: 'DONE', partnerId: other.personId });
  const { rows } = await sql<{ people: number; named: number }>`
    select (counts->>'people')::int as people, (select count(*)::int from claim join card on card.id = claim.card_id
      where card.board_id = ${fight.boardId} and person_id is not null) as named
    from closing where campaign_id = ${fight.campaignId}`.execute(db());
  // Two finished it, and of their claims of the others nobody's name is left.
  expect(rows).toEqual([{ people: 2, named: 2 }]);
});

test('who erases themselves leaves what they held to the other, and their name to none', async () => {
  const leaving = (await joinAs(services, 'Ada')).viewer;
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', {
    ...{ holder: leaving.personId, forTwo: true },
  });
  const { id: joined } = await aCard(services, strike, 'CLAIMED', {
    ...{ holder: strike.volunteer, forTwo: true },
  });
  const { id: back } = await aCard(services, strike, 'CLAIMED', {
    ...{ holder: strike.volunteer, forTwo: true },
  });
  await joinCard(services, strike.volunteer, { cardId });
  await joinCard(services, leaving.personId, { cardId: joined });
  await joinCard(services, leaving.personId, { cardId: back });
  await saveDraft(services, leaving.personId, { cardId: joined, note: 'A line of hers', links: [] });
  await handBackCard(services, leaving.personId, { cardId: back, note: 'Words of hers' });
  await eraseMyself(services, leaving, 'Ada');
  for (const id of [cardId, joined])
    expect(await cardNow(services, id)).toMatchObject({
      ...{ status: 'CLAIMED', holderId: strike.volunteer, partnerId: null },
    });
  const { rows } = await sql<{ note: string | null }>`select note from claim
    where person_id = ${leaving.personId} and note is not null`.execute(db());
  expect(rows).toEqual([]);
});
