import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
  revisionsOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { updateCampaign } from '../board/update-campaign.ts';
import { createApprovalLink, revokeApprovalLink } from './approval-link.ts';
import { approveByLink, openApprovalLink, requestChangesByLink } from './approve-by-link.ts';
import { cancelCard } from '../card/cancel-card.ts';
import { handInCard } from './hand-in-card.ts';
import { approveCard, passCraftReview, requestChanges } from './review-card.ts';

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

const db = () => services.orm.em.fork().getKysely();
const open = (token: string) => openApprovalLink(services.orm.em.fork(), token);
const yes = (token: string, viewerId: string | null = null) =>
  approveByLink(services, { token, viewerId, thanks: 'Thank you' });
const change = (token: string, note = 'Shorter') =>
  requestChangesByLink(services, { token, viewerId: null, note });
const problemOf = async (call: Promise<unknown>) =>
  (await refusalOf(call)) as Awaited<ReturnType<typeof refusalOf>> & { problem?: string };

/** Work that waits for the local alone, and a link to it. */
async function asked(label = 'Lou, president') {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  await passCraftReview(services, strike.vetted, { cardId });
  const { token } = await createApprovalLink(services, strike.organizer, { cardId, label });
  return { cardId, token };
}

const linksOf = async (cardId: string) => {
  const { rows } = await sql<{ id: string; used: boolean; revoked: boolean; opened: boolean }>`
    select id, used_at is not null as used, revoked_at is not null as revoked,
      first_opened_at is not null as opened from approval_link where card_id = ${cardId} order by id`.execute(
    db(),
  );
  return rows;
};

const handInOf = async (cardId: string) =>
  db()
    .selectFrom('hand_in')
    .select(['outcome', 'reviewer_id', 'reviewed_by_link', 'review_note'])
    .where('card_id', '=', cardId)
    .orderBy('at', 'desc')
    .executeTakeFirstOrThrow();

describe('asking for an answer', () => {
  test('organizers, approvers and coordinators may; others and the author may not', async () => {
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
    await passCraftReview(services, strike.vetted, { cardId });
    const before = await everythingOnBoards(services);
    const make = (who: string) => createApprovalLink(services, who, { cardId, label: 'Lou' });
    for (const who of [strike.member, strike.vetted, strike.foreigner])
      expect((await refusalOf(make(who))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(make(strike.suspended))).code).toBe('SUSPENDED');
    expect((await refusalOf(make(strike.volunteer))).code).toBe('OWN_WORK');
    expect(await everythingOnBoards(services)).toEqual(before);
    for (const who of [strike.organizer, strike.approver, strike.coordinator]) await make(who);
    expect(await linksOf(cardId)).toHaveLength(3);
  });

  test('an organizer does not ask about work of their own', async () => {
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW', { holder: strike.organizer });
    await passCraftReview(services, strike.vetted, { cardId });
    const refused = createApprovalLink(services, strike.organizer, { cardId, label: 'Lou' });
    expect((await refusalOf(refused)).code).toBe('OWN_WORK');
  });

  test('only for work in review that is past the first gate, or where there is none', async () => {
    const { id: early } = await aCard(services, strike, 'IN_REVIEW');
    const make = (cardId: string) => createApprovalLink(services, strike.organizer, { cardId, label: 'Lou' });
    expect((await refusalOf(make(early))).code).toBe('NOT_ALLOWED');
    for (const status of ['DRAFT', 'OPEN', 'CLAIMED', 'DONE', 'CANCELLED'] as const) {
      const { id } = await aCard(services, strike, status);
      expect((await refusalOf(make(id))).code, status).toBe('WRONG_STATUS');
    }
    await updateCampaign(services, strike.organizer, {
      campaignId: strike.campaignId,
      settings: { craftReviewRequired: false },
    });
    await make(early);
  });

  test('it needs a name, and no card has more than ten links that wait', async () => {
    const { cardId } = await asked();
    const make = (label: string) => createApprovalLink(services, strike.organizer, { cardId, label });
    expect(await refusalOf(make(' '))).toMatchObject({ field: 'label', reason: 'EMPTY' });
    expect(await refusalOf(make('x'.repeat(81)))).toMatchObject({ field: 'label', reason: 'TOO_LONG' });
    for (let more = 1; more < 10; more += 1) await make(`Lou ${more}`);
    expect((await refusalOf(make('One too many'))).code).toBe('TOO_MANY_REQUESTS');
    const [first] = await linksOf(cardId);
    await revokeApprovalLink(services, strike.approver, first!.id);
    await make('In its place');
  });

  test('it is no change of the board', async () => {
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
    await passCraftReview(services, strike.vetted, { cardId });
    const before = await revisionsOf(services, strike.boardId);
    await createApprovalLink(services, strike.organizer, { cardId, label: 'Lou' });
    expect(await revisionsOf(services, strike.boardId)).toEqual(before);
  });
});

describe('a link', () => {
  test('shows the work, and opening it any number of times burns nothing', async () => {
    const { cardId, token } = await asked();
    for (let visit = 0; visit < 5; visit += 1) {
      expect(await open(token)).toMatchObject({
        label: 'Lou, president',
        organizationName: 'Transit Workers 41',
        campaignTitle: 'Hold the line',
        cardTitle: 'Write the leaflet',
        note: 'Here it is',
        waitingSince: (await cardNow(services, cardId)).waitingSince,
      });
    }
    expect(await linksOf(cardId)).toMatchObject([{ opened: true, used: false }]);
    await yes(token);
  });

  test('carries the yes with its thanks, once', async () => {
    const { cardId, token } = await asked();
    await yes(token);
    expect(await cardNow(services, cardId)).toMatchObject({
      status: 'DONE',
      thanks: 'Thank you',
      thankedById: null,
    });
    expect(await handInOf(cardId)).toMatchObject({
      outcome: 'APPROVED',
      reviewer_id: null,
      reviewed_by_link: 'Lou, president',
    });
    const before = await everythingOnBoards(services);
    for (const again of [yes, change, open])
      expect(await problemOf(again(token))).toMatchObject({ code: 'LINK_INVALID', problem: 'DECIDED' });
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('carries what should be different, and the volunteer works on under a new lease', async () => {
    const { cardId, token } = await asked();
    const before = await everythingOnBoards(services);
    expect(await refusalOf(change(token, '  '))).toMatchObject({ field: 'note', reason: 'EMPTY' });
    expect(await refusalOf(approveByLink(services, { token, viewerId: null, thanks: '' }))).toMatchObject({
      field: 'thanks',
      reason: 'EMPTY',
    });
    expect(await everythingOnBoards(services)).toEqual(before);
    await change(token, 'Our logo is the old one');
    const now = await cardNow(services, cardId);
    expect(now).toMatchObject({ status: 'CLAIMED', holderId: strike.volunteer });
    expect(now.leaseExpiresAt).toBeInstanceOf(Date);
    expect(await handInOf(cardId)).toMatchObject({
      outcome: 'CHANGES_REQUESTED',
      review_note: 'Our logo is the old one',
    });
    // The next version is another question: the old link does not answer it.
    await handInCard(services, strike.volunteer, { cardId, note: 'Again', links: [] });
    await passCraftReview(services, strike.vetted, { cardId });
    expect((await problemOf(yes(token))).problem).toBe('DECIDED');
    expect((await cardNow(services, cardId)).status).toBe('IN_REVIEW');
  });

  test('ends when it is taken back, has run out, or the work is decided on without it', async () => {
    const taken = await asked();
    const [link] = await linksOf(taken.cardId);
    await revokeApprovalLink(services, strike.coordinator, link!.id);
    const late = await asked();
    await sql`update approval_link set expires_at = clock_timestamp() where card_id = ${late.cardId}`.execute(
      db(),
    );
    const decided = await asked();
    await approveCard(services, strike.approver, { cardId: decided.cardId, thanks: 'Thank you' });
    const sentBack = await asked();
    await requestChanges(services, strike.vetted, { cardId: sentBack.cardId, note: 'Not yet' });
    const cancelled = await asked();
    await cancelCard(services, strike.organizer, { cardId: cancelled.cardId, reason: 'Over' });
    const before = await everythingOnBoards(services);
    const cases = [
      [taken.token, 'REVOKED'],
      [late.token, 'EXPIRED'],
      [decided.token, 'DECIDED'],
      [sentBack.token, 'DECIDED'],
      [cancelled.token, 'DECIDED'],
      ['', 'WRONG'],
      [`x${taken.token}`, 'WRONG'],
      [`${taken.token}.`, 'REVOKED'],
    ] as const;
    for (const [token, problem] of cases) {
      for (const call of [open, yes, change])
        expect(await problemOf(call(token))).toMatchObject({ code: 'LINK_INVALID', problem });
    }
    expect(await everythingOnBoards(services)).toEqual(before);

    // Also when there is new work: a link that a decision ended stays ended.
    const { cardId, token } = sentBack;
    await handInCard(services, strike.volunteer, { cardId, note: 'Again', links: [] });
    await passCraftReview(services, strike.vetted, { cardId });
    expect((await problemOf(yes(token))).code).toBe('LINK_INVALID');
  });

  test('is not for the author, nor for a campaign that has ended', async () => {
    const { cardId, token } = await asked();
    expect((await refusalOf(yes(token, strike.volunteer))).code).toBe('OWN_WORK');
    await updateCampaign(services, strike.organizer, { campaignId: strike.campaignId, ended: true });
    expect((await refusalOf(yes(token))).code).toBe('NOT_ALLOWED');
    expect((await cardNow(services, cardId)).status).toBe('IN_REVIEW');
  });

  test('is not for who made it or looked at the craft, nor in the browser of one of them, signed in or out', async () => {
    const { cardId, token } = await asked();
    const before = await everythingOnBoards(services);
    const inBrowserOf = (somebody: string) => (personId: string) => personId === somebody;
    for (const [somebody, code, barred] of [
      [strike.volunteer, 'OWN_WORK', 'AUTHOR'],
      [strike.organizer, 'OTHER_GATE', 'MAKER'],
      [strike.vetted, 'OTHER_GATE', 'CRAFT_REVIEWER'],
    ] as const) {
      for (const opener of [
        { viewerId: somebody },
        { viewerId: null, wasHere: inBrowserOf(somebody) },
        { viewerId: strike.approver, wasHere: inBrowserOf(somebody) },
      ]) {
        const said = [
          () => approveByLink(services, { token, thanks: 'Thank you', ...opener }),
          () => requestChangesByLink(services, { token, note: 'Shorter', ...opener }),
        ];
        for (const say of said) expect((await refusalOf(say())).code).toBe(code);
        expect(await openApprovalLink(services.orm.em.fork(), token, opener)).toMatchObject({ barred });
      }
    }
    // Nobody of them opened it: whoever waits for an answer is not told so.
    expect(await everythingOnBoards(services)).toEqual(before);
    const passer = { viewerId: strike.approver, wasHere: inBrowserOf(strike.member) };
    expect(await openApprovalLink(services.orm.em.fork(), token, passer)).toMatchObject({ barred: null });
    await approveByLink(services, { token, thanks: 'Thank you', ...passer });
    expect((await cardNow(services, cardId)).status).toBe('DONE');
  });

  test('tells beside the name whose link it was: to who opens it, in the record and in the log', async () => {
    const { cardId, token } = await asked();
    const { handle } = await db()
      .selectFrom('person')
      .select('handle')
      .where('id', '=', strike.organizer)
      .executeTakeFirstOrThrow();
    expect(await open(token)).toMatchObject({ label: 'Lou, president', madeBy: handle });
    await yes(token);
    const { rows } = await sql`
      select hand_in.reviewed_by_link as label, hand_in.link_made_by_id as "madeBy", link.label as "inLog"
      from hand_in join board_event event on event.cards @> array[hand_in.card_id] and event.kind = 'CARD_APPROVED'
      join approval_link link on link.id = event.approval_link where hand_in.card_id = ${cardId}`.execute(
      db(),
    );
    expect(rows).toEqual([{ label: 'Lou, president', madeBy: strike.organizer, inLog: 'Lou, president' }]);
  });

  test('earns its author standing like any other yes', async () => {
    for (let count = 0; count < 2; count += 1) await yes((await asked()).token);
    const person = await db()
      .selectFrom('person')
      .select('standing')
      .where('id', '=', strike.volunteer)
      .executeTakeFirstOrThrow();
    expect(person.standing).toBe('VETTED');
    expect(services.sent).toContainEqual({ person: strike.volunteer });
  });

  test('is nowhere in the database: a copy of it opens nothing', async () => {
    const { token } = await asked();
    await open(token);
    const { rows } = await sql<{ table: string }>`select table_schema || '.' || table_name as "table"
      from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(
      db(),
    );
    expect(rows.map(({ table }) => table)).toContain('public.approval_link');
    const asBytes = Buffer.from(token).toString('hex');
    const raw = Buffer.from(token, 'base64url').toString('hex');
    for (const { table } of rows) {
      const dump = await sql<{ text: string | null }>`
        select string_agg(t::text, ' ') as text from ${sql.table(table)} t`.execute(db());
      for (const secret of [token, asBytes, raw]) expect(dump.rows[0]?.text ?? '').not.toContain(secret);
    }
  });
});

describe('at the same moment', () => {
  // Without the second look under the lock of the board, both would decide.
  test('a link and an approver: exactly one decides, the other is told', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { cardId, token } = await asked();
      const revisions = (await revisionsOf(services, strike.boardId)).length;
      const byLink = round % 2 === 0 ? yes(token) : change(token);
      const outcomes = await Promise.allSettled([
        byLink,
        approveCard(services, strike.approver, { cardId, thanks: 'By hand' }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(['LINK_INVALID', 'WRONG_STATUS']).toContain(refused?.reason?.code);
      expect(await revisionsOf(services, strike.boardId)).toHaveLength(revisions + 1);
      const { outcome } = await handInOf(cardId);
      expect(['APPROVED', 'CHANGES_REQUESTED']).toContain(outcome);
    }
  });

  test('two taps, and two links: one answer', async () => {
    const { cardId, token } = await asked();
    const other = await createApprovalLink(services, strike.organizer, { cardId, label: 'Dee' });
    const outcomes = await Promise.allSettled([
      yes(token),
      yes(token),
      change(other.token),
      yes(other.token),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const links = await linksOf(cardId);
    expect(links.filter(({ used }) => used)).toHaveLength(1);
    expect(links.every(({ used, revoked }) => used !== revoked)).toBe(true);
  });
});
