import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anEventWith, type Attended } from '../../../test/support/an-afterwards.ts';
import { type Hosts, hosts } from '../../../test/support/an-event.ts';
import { aHandle, refusalOf } from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { setRole } from '../../core/trust/set-role.ts';
import type { ApprovalLinkInvalid } from '../../core/review/review-refusals.ts';
import { approveRecapByLink, openRecapLink, requestRecapChangesByLink } from './approve-recap-by-link.ts';
import { prepareRecap } from './prepare-recap.ts';
import { publishRecap } from './publish-recap.ts';
import { readRecap } from './read-recap.ts';
import { createRecapLink, readRecapChanges, readRecapLinks, revokeRecapLink } from './recap-link.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
let approver: Viewer;
let after: Attended;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
  const { viewer } = await joinAs(services, aHandle());
  const { organizationId } = by;
  await setRole(services, by.coordinator, { organizationId, handle: viewer.handle, role: 'APPROVER' });
  approver = await asNow(services, viewer);
});
beforeEach(async () => {
  after = await anEventWith(services, by, { accounts: 2 });
  await prepareRecap(services, by.organizer, { eventId: after.eventId, asks: true, words: 'A full house' });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const rowOf = () => readRecap(db(), after.eventId);
const link = async (who: Viewer = by.coordinator, label = 'Lou, president') =>
  (await createRecapLink(services, who, { eventId: after.eventId, label })).token;
const nobody = { viewerId: null };
const open = (token: string, opener = nobody as Parameters<typeof openRecapLink>[2]) =>
  openRecapLink(services.orm.em.fork(), token, opener);
const yes = (token: string, more: object = {}) =>
  approveRecapByLink(services, { token, edition: 1, ...nobody, ...more });
const back = (token: string, words: string, more: object = {}) =>
  requestRecapChangesByLink(services, { token, edition: 1, words, ...nobody, ...more });
const changesOf = (edition: number) => readRecapChanges(db(), { eventId: after.eventId, edition });
async function toldToChange(who: Viewer): Promise<number> {
  const { rows } = await sql`select from notification where event_id = ${after.eventId}
    and person_id = ${who.personId} and kind = 'RECAP_CHANGES_ASKED'`.execute(db());
  return rows.length;
}
const problemOf = async (call: Promise<unknown>) => ((await refusalOf(call)) as ApprovalLinkInvalid).problem;

test('somebody without an account reads what waits and says yes, once; those who had a place are told', async () => {
  const token = await link();
  expect(await open(token)).toMatchObject({
    ...{ label: 'Lou, president', madeBy: by.coordinator.handle, barred: null },
    row: { edition: 1, prepared: { words: 'A full house' } },
  });
  expect(await yes(token)).toBe(after.eventId);
  const row = await rowOf();
  expect(row.published).toEqual(row.prepared);
  expect(await problemOf(yes(token))).toBe('DECIDED');
  expect(await problemOf(open(token))).toBe('DECIDED');
  const [used] = await readRecapLinks(db(), after.eventId);
  expect([used?.openedAt, used?.usedAt]).toEqual([expect.any(Date), expect.any(Date)]);
  const { rows } = await sql<{ personId: string }>`select person_id as "personId" from notification
    where event_id = ${after.eventId} and kind = 'RECAP_THERE'`.execute(db());
  expect(rows.map(({ personId }) => personId).sort()).toEqual(
    after.people.map(({ personId }) => personId).sort(),
  );
  // The secret is nowhere.
  const { rows: all } = await sql<{ all: string }>`select recap_link::text as all from recap_link`.execute(
    db(),
  );
  expect(JSON.stringify(all)).not.toContain(token);
});

// mutant: whoever prepared the recap may make a link to it, and says yes in another browser.
test('two are two people: not who prepared it, not who made the link, nor their browsers', async () => {
  expect(await refusalOf(link(by.organizer))).toMatchObject({ code: 'OWN_WORK', why: 'OWN_RECAP' });
  const token = await link();
  const here = (who: Viewer) => ({ viewerId: null, wasHere: (id: string) => id === who.personId });
  expect(await open(token, here(by.organizer))).toMatchObject({ barred: 'AUTHOR' });
  expect(await open(token, { viewerId: by.coordinator.personId })).toMatchObject({ barred: 'MAKER' });
  expect((await readRecapLinks(db(), after.eventId))[0]?.openedAt).toBeNull();
  for (const who of [by.organizer, by.coordinator]) {
    expect((await refusalOf(yes(token, here(who)))).code).toMatch(/OWN_WORK|OTHER_GATE/);
    expect((await refusalOf(yes(token, { viewerId: who.personId }))).code).toMatch(/OWN_WORK|OTHER_GATE/);
  }
  // Prepared anew by whoever made the link.
  await prepareRecap(services, by.coordinator, { eventId: after.eventId, asks: true, words: 'Mine' });
  expect(await problemOf(yes(token, { edition: 2 }))).toBe('REVOKED');
  expect((await rowOf()).published).toBeNull();
});

test('the yes is to what was read', async () => {
  const token = await link(approver);
  await prepareRecap(services, by.organizer, { eventId: after.eventId, asks: true, words: 'Another' });
  expect((await refusalOf(yes(token))).why).toBe('RECAP_CHANGED');
  expect((await open(token)).row.prepared?.words).toBe('Another');
  await yes(token, { edition: 2 });
  expect((await rowOf()).published?.words).toBe('Another');
});

test('of eight who say yes at once one does it; and of a link and the page', async () => {
  const token = await link();
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => yes(token)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await prepareRecap(services, by.organizer, { eventId: after.eventId, asks: true, words: 'Two' });
  const other = await link();
  await publishRecap(services, approver, { eventId: after.eventId, edition: 2 });
  expect(await problemOf(yes(other, { edition: 2 }))).toBe('DECIDED');
});

test('the local and coordinators make and revoke links, ten at most; one that ended opens nothing', async () => {
  for (const who of [by.member, by.stranger])
    expect((await refusalOf(link(who))).why).toBe('LOCAL_AND_COORDINATORS_ONLY');
  expect(await refusalOf(link(approver, ' '))).toMatchObject({ field: 'label', reason: 'EMPTY' });
  const token = await link();
  const [{ id } = { id: '' }] = await readRecapLinks(db(), after.eventId);
  expect((await refusalOf(revokeRecapLink(services, by.stranger, id))).why).toBe(
    'LOCAL_AND_COORDINATORS_ONLY',
  );
  await revokeRecapLink(services, by.organizer, id);
  expect(await problemOf(open(token))).toBe('REVOKED');
  const late = await link();
  await sql`update recap_link set expires_at = now() where revoked_at is null`.execute(db());
  expect(await problemOf(yes(late))).toBe('EXPIRED');
  const left = await link();
  await sql`update recap_link set created_by_id = null where expires_at > now()`.execute(db());
  expect(await problemOf(yes(left))).toBe('REVOKED');
  expect(await problemOf(yes('x'.repeat(43)))).toBe('WRONG');
  for (let count = 1; count < 10; count += 1) await link();
  expect((await refusalOf(link())).why).toBe('LINKS_WAITING');
});

// mutant: words asked of an edition are shown with the next one, as if nobody had answered.
test('"Please change it": who prepared it reads the words, prepares again, and the same link says yes to that', async () => {
  const token = await link();
  expect((await open(token)).changesAsked).toBeNull();
  await back(token, ' Leave the names out. ');
  const said = { label: 'Lou, president', words: 'Leave the names out.', at: expect.any(Date) as Date };
  expect(await changesOf(1)).toEqual([said]);
  expect((await open(token)).changesAsked).toEqual(said);
  expect([await toldToChange(by.organizer), await toldToChange(approver)]).toEqual([1, 0]);
  expect(services.sent).toContainEqual({ notify: by.organizer.personId });
  expect((await rowOf()).published).toBeNull();
  // Said again, the last words count, and one notice waits.
  await back(token, 'Leave all names out.');
  expect((await changesOf(1)).map(({ words }) => words)).toEqual(['Leave all names out.']);
  expect(await toldToChange(by.organizer)).toBe(1);

  await prepareRecap(services, by.organizer, { eventId: after.eventId, asks: true, words: 'No names' });
  expect((await open(token)).changesAsked).toBeNull();
  expect(await changesOf(2)).toEqual([]);
  // Neither a yes nor another wish counts for what was not read.
  expect((await refusalOf(yes(token))).why).toBe('RECAP_CHANGED');
  expect((await refusalOf(back(token, 'More'))).why).toBe('RECAP_CHANGED');
  await yes(token, { edition: 2 });
  expect((await rowOf()).published?.words).toBe('No names');
  expect(await problemOf(back(token, 'Too late', { edition: 2 }))).toBe('DECIDED');
});

test('two who were asked both say what to change, and nobody’s words are lost', async () => {
  const [lou, max] = [await link(), await link(by.coordinator, 'Max')];
  await Promise.all([back(lou, 'Shorter'), back(max, 'Longer')]);
  expect((await changesOf(1)).map(({ label, words }) => `${label}: ${words}`).sort()).toEqual([
    'Lou, president: Shorter',
    'Max: Longer',
  ]);
});

// mutant: what is asked for by a link is not asked who asks: its maker sends the recap back from their own browser.
test('nobody sends it back who prepared it or made the link, nor with no words or too many', async () => {
  const token = await link();
  for (const who of [by.organizer, by.coordinator])
    expect((await refusalOf(back(token, 'Mine', { viewerId: who.personId }))).code).toMatch(
      /OWN_WORK|OTHER_GATE/,
    );
  expect(await refusalOf(back(token, ' '))).toMatchObject({ field: 'words', reason: 'EMPTY' });
  expect(await refusalOf(back(token, 'x'.repeat(2001)))).toMatchObject({
    field: 'words',
    reason: 'TOO_LONG',
  });
  expect(await problemOf(back('x'.repeat(43), 'Words'))).toBe('WRONG');
  expect(await changesOf(1)).toEqual([]);
});

test('where who prepared it runs the event no more, the others of the local are told', async () => {
  const token = await link();
  await sql`update recap set prepared_by_id = null where event_id = ${after.eventId}`.execute(db());
  await back(token, 'Shorter');
  expect([await toldToChange(by.organizer), await toldToChange(approver)]).toEqual([1, 1]);
});
