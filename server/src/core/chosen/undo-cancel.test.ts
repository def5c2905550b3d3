import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  aPerson,
  cardNow,
  codeOf,
  letLeaseEnd,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { aFile } from '../../../test/support/a-file.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { eraseMyself } from '../../features/closing/erase-myself.ts';
import { updateCampaign } from '../board/update-campaign.ts';
import { forgetUndos } from '../board/undo.ts';
import { blockCard } from '../card/block-card.ts';
import { bringBackCard } from '../card/bring-back-card.ts';
import { cancelCard } from '../card/cancel-card.ts';
import { claimCard } from '../card/claim-card.ts';
import { joinCard } from '../card/join-card.ts';
import { addComment, removeComment } from '../card/comment-on-card.ts';
import { extendClaim, runLeaseJob } from '../card/lease.ts';
import { updateCard } from '../card/update-card.ts';
import { moveCard } from '../card/move-card.ts';
import { handInCard } from '../review/hand-in-card.ts';
import { approveCard, passCraftReview, requestChanges } from '../review/review-card.ts';
import { saveDraft } from '../review/save-draft.ts';
import { blockPerson } from '../trust/block-person.ts';
import { setStanding } from '../trust/set-standing.ts';
import { cancelCards } from './cancel-cards.ts';
import { undoBoardChange } from './undo-board-change.ts';

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
const cancel = (cardId: string, actor = strike.organizer) =>
  cancelCard(services, actor, { cardId, reason: 'Not needed' });
const undo = (revision: number, actor = strike.organizer) =>
  undoBoardChange(services, actor, { boardId: strike.boardId, revision });
const aMinutePasses = () =>
  sql`with moved as (update board_undo set at = at - interval '61 seconds')
    update board_event set at = at - interval '61 seconds' where board_id = ${strike.boardId}`.execute(db());

/** All that belongs to the cards of the board, but for when a row was last written. */
async function everything(): Promise<unknown> {
  const here = sql`(select id from card where board_id = ${strike.boardId})`;
  const dump: Record<string, unknown> = {};
  for (const table of ['claim', 'hand_in', 'draft', 'comment', 'approval_link', 'notification']) {
    const { rows } = await sql`select t::text as row from ${sql.table(table)} t where card_id in ${here}
      order by 1`.execute(db());
    dump[table] = rows;
  }
  const { rows: files } = await sql`select (to_jsonb(file) - 'changed_at')::text as row from file
    where card_id in ${here} order by 1`.execute(db());
  const { rows } = await sql`select (to_jsonb(card) - 'updated_at')::text as row from card
    where board_id = ${strike.boardId} order by id`.execute(db());
  return { ...dump, file: files, card: rows };
}

/** Cards in every state in which one can be cancelled, made by what people do. */
const STATES: Record<string, () => Promise<string>> = {
  'a draft': async () => (await aCard(services, strike, 'DRAFT')).id,
  'an open card': async () => (await aCard(services, strike)).id,
  'a held card with a draft and comments': async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    await saveDraft(services, strike.vetted, { cardId, note: 'So far', links: [] });
    await addComment(services, strike.vetted, { cardId, text: 'On it' });
    await extendClaim(services, strike.vetted, { cardId });
    return cardId;
  },
  'a card that waits on the local': async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    await blockCard(services, strike.vetted, { cardId, reason: 'No logo' });
    return cardId;
  },
  'a card in review': async () => {
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW', { holder: strike.vetted });
    await passCraftReview(services, strike.coordinator, { cardId });
    return cardId;
  },
  'a card with changes asked for, and words begun': async () => {
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW', { holder: strike.vetted });
    await requestChanges(services, strike.organizer, { cardId, note: 'Shorter' });
    await saveDraft(services, strike.vetted, { cardId, note: 'Shorter, so far', links: [] });
    return cardId;
  },
  'a held card with a file, whose brief changed in somebody’s hands': async () => {
    const { id: cardId, version } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    await aFile(services, strike.vetted, cardId);
    await updateCard(services, strike.organizer, { cardId, version, title: 'Another leaflet' });
    return cardId;
  },
  'a card that two hold together, each with a draft': async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted, forTwo: true });
    await joinCard(services, strike.member, { cardId });
    await saveDraft(services, strike.vetted, { cardId, note: 'The first half', links: [] });
    await saveDraft(services, strike.member, { cardId, note: 'The second half', links: [] });
    return cardId;
  },
  'a card that came back with a kept draft': async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    await saveDraft(services, strike.vetted, { cardId, note: 'So far', links: [] });
    await letLeaseEnd(services, cardId);
    await claimCard(services, strike.member, { cardId });
    await saveDraft(services, strike.member, { cardId, note: 'Mine', links: [] });
    return cardId;
  },
};

describe('a cancelling is undone', () => {
  test.each(Object.keys(STATES))('%s is as it was, to the last row', async (state) => {
    const cardId = await STATES[state]!();
    await aCard(services, strike, (await cardNow(services, cardId)).status, { holder: strike.member });
    const before = await everything();
    const { revision } = await cancel(cardId);
    expect((await cardNow(services, cardId)).status).toBe('CANCELLED');
    expect(await everything()).not.toEqual(before);
    const { result } = await undo(revision);
    expect(await everything()).toEqual(before);
    expect(result).toEqual([await cardNow(services, cardId)]);
    // Nothing of what it was undone with stays.
    const { rows } =
      await sql`select before, comments from board_undo where board_id = ${strike.boardId}`.execute(db());
    expect(rows).toEqual([{ before: [], comments: [] }]);
  });

  test('all of them together, in one change', async () => {
    const cardIds: string[] = [];
    for (const make of Object.values(STATES)) cardIds.push(await make());
    const before = await everything();
    const { revision } = await cancelCards(services, strike.organizer, {
      boardId: strike.boardId,
      cardIds,
      reason: 'The strike is won',
    });
    const undone = await undo(revision);
    expect(undone.revision).toBe(revision + 1);
    expect(await everything()).toEqual(before);
  });

  test('and goes on from there: handed in, said yes to', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    await undo((await cancel(cardId)).revision);
    await handInCard(services, strike.vetted, { cardId, note: 'Here it is', links: [] });
    await passCraftReview(services, strike.coordinator, { cardId });
    await approveCard(services, strike.organizer, { cardId, thanks: 'Thank you' });
    expect((await cardNow(services, cardId)).status).toBe('DONE');
  });

  test('what was said meanwhile stays, and the reason that was taken away counts once', async () => {
    const { id: cardId } = await aCard(services, strike);
    const { revision } = await cancel(cardId);
    await addComment(services, strike.organizer, { cardId, text: 'Wrong one' });
    const [reason] = (
      await sql<{ id: string }>`select id from comment where card_id = ${cardId}
      order by id`.execute(db())
    ).rows;
    await removeComment(services, strike.organizer, { commentId: reason!.id });
    await undo(revision);
    expect((await cardNow(services, cardId)).commentCount).toBe(1);
    const { rows } = await sql`select text from comment where card_id = ${cardId}`.execute(db());
    expect(rows).toEqual([{ text: 'Wrong one' }]);
  });
});

describe('its lease', () => {
  const expire = { what: 'expire' as const };

  test('still ends, when its job came while the card was cancelled', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    const { claimId } = await cardNow(services, cardId);
    const { revision } = await cancel(cardId);
    await runLeaseJob(services, { cardId, claimId: claimId!, ...expire });
    await sql`delete from pgboss.job where name = 'lease'`.execute(db());
    await undo(revision);
    const { rows } = await sql<{
      data: { what: string };
      due: Date;
    }>`select data, start_after as due from pgboss.job
      where name = 'lease' and data ->> 'cardId' = ${cardId} order by start_after`.execute(db());
    expect(rows.map(({ data }) => data)).toEqual([
      { cardId, claimId, what: 'warn' },
      { cardId, claimId, what: 'expire' },
    ]);
    expect(rows[1]!.due).toEqual((await cardNow(services, cardId)).leaseExpiresAt);
    await letLeaseEnd(services, cardId);
    await runLeaseJob(services, { cardId, claimId: claimId!, ...expire });
    expect((await cardNow(services, cardId)).status).toBe('OPEN');
  });

  test('warns once, though its job comes twice', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    const { claimId } = await cardNow(services, cardId);
    await sql`update card set lease_expires_at = clock_timestamp() + interval '10 minutes'
      where id = ${cardId}`.execute(db());
    const warn = () => runLeaseJob(services, { cardId, claimId: claimId!, what: 'warn' });
    await warn();
    await undo((await cancel(cardId)).revision);
    await warn();
    const { rows } = await sql`select from board_event where kind = 'CLAIM_EXPIRING'
      and cards @> array[${cardId}::uuid]`.execute(db());
    expect(rows).toHaveLength(1);
    await extendClaim(services, strike.vetted, { cardId });
    await sql`update card set lease_expires_at = clock_timestamp() + interval '10 minutes'
      where id = ${cardId}`.execute(db());
    await sql`update board_event set at = at - interval '1 day' where board_id = ${strike.boardId}`.execute(
      db(),
    );
    await warn();
    const again = await sql`select from board_event where kind = 'CLAIM_EXPIRING'
      and cards @> array[${cardId}::uuid]`.execute(db());
    expect(again.rows).toHaveLength(2);
  });
});

test('who was told of what waits hears of it again, and open pages hear', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  await blockCard(services, strike.vetted, { cardId, reason: 'No logo' });
  const unread = async () =>
    (
      await sql<{ personId: string }>`select person_id as "personId" from notification
      where card_id = ${cardId} and read_at is null order by person_id`.execute(db())
    ).rows;
  // One of the two has read it before.
  await sql`update notification set read_at = clock_timestamp() - interval '1 hour'
    where card_id = ${cardId} and person_id = ${strike.approver}`.execute(db());
  const { revision } = await cancel(cardId);
  expect(await unread()).toEqual([]);
  await sql`delete from pgboss.job where name = 'notification'`.execute(db());
  services.sent.length = 0;
  await undo(revision);
  expect(await unread()).toEqual([{ personId: strike.organizer }]);
  expect(services.sent).toContainEqual({ notify: strike.organizer });
  const { rows } = await sql`select data from pgboss.job where name = 'notification'`.execute(db());
  expect(rows).toEqual([{ data: { personId: strike.organizer } }]);
});

/** A refusal that changed nothing. */
async function refused(call: () => Promise<unknown>) {
  const before = await everything();
  const { code, why, message } = await refusalOf(call());
  expect(message).not.toBe('');
  expect(await everything()).toEqual(before);
  return { code, why };
}

describe('is refused', () => {
  test('when the minute is over, and when what is needed for it is gone', async () => {
    const { id } = await aCard(services, strike, 'CLAIMED');
    const { revision } = await cancel(id);
    await aMinutePasses();
    const over = { code: 'WRONG_STAGE', why: 'MINUTE_OVER' };
    expect(await refused(() => undo(revision))).toEqual(over);
    await forgetUndos(services);
    expect((await sql`select from board_undo`.execute(db())).rows).toEqual([]);
    expect(await refused(() => undo(revision))).toEqual(over);
  });

  test('twice', async () => {
    const { id } = await aCard(services, strike, 'CLAIMED');
    const { revision } = await cancel(id);
    const tries = await Promise.allSettled([undo(revision), undo(revision)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refused(() => undo(revision))).toEqual({ code: 'WRONG_STAGE', why: 'UNDONE_ALREADY' });
  });

  test('to somebody else, to whoever organizes no more, and of what was never done', async () => {
    const { id } = await aCard(services, strike, 'CLAIMED');
    const { revision } = await cancel(id);
    const notTheirs = { code: 'NOT_ALLOWED', why: 'UNDO_NOT_YOURS' };
    expect(await refused(() => undo(revision, strike.coordinator))).toEqual(notTheirs);
    const organizersOnly = { code: 'NOT_ALLOWED', why: 'ORGANIZERS_ONLY' };
    expect(await refused(() => undo(revision, strike.vetted))).toEqual(notTheirs);
    await sql`delete from membership where person_id = ${strike.organizer}`.execute(db());
    expect(await refused(() => undo(revision))).toEqual(organizersOnly);
    expect(await codeOf(undo(revision + 5, strike.coordinator))).toBe('NOT_FOUND');
  });

  test('of a change that is none of these', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    const { revision } = await addComment(services, strike.organizer, { cardId, text: 'Hello' });
    expect(await refused(() => undo(revision))).toEqual({ code: 'WRONG_STAGE', why: 'NOT_UNDOABLE' });
  });

  test.each([
    ['brought it back', (cardId: string) => bringBackCard(services, strike.coordinator, { cardId })],
    ['moved it', (cardId: string) => moveCard(services, strike.coordinator, { cardId })],
  ])('when somebody %s', async (_what, change) => {
    const other = await aCard(services, strike);
    const { id } = await aCard(services, strike, 'CLAIMED');
    const { revision } = await cancelCards(services, strike.organizer, {
      boardId: strike.boardId,
      cardIds: [other.id, id],
      reason: 'Not needed',
    });
    await change(id);
    const refusal = await refusalOf(undo(revision));
    expect(refusal).toMatchObject({ code: 'WRONG_STAGE', why: 'CHANGED_SINCE', cardId: id });
    expect((await cardNow(services, other.id)).status).toBe('CANCELLED');
  });

  test.each([
    ['on hold', () => onHold(strike.vetted)],
    ['blocked here', () => blocked(strike.vetted)],
    [
      'without the standing for it',
      () => sql`update person set standing = 'NEW' where id = ${strike.vetted}`.execute(db()),
    ],
  ])('when whoever held it is %s', async (_what, happens) => {
    const words = { holder: strike.vetted, sensitivity: 'VETTED' } as const;
    const cards = [
      await aCard(services, strike, 'CLAIMED', words),
      await aCard(services, strike, 'IN_REVIEW', words),
    ];
    const revisions: number[] = [];
    for (const { id } of cards) revisions.push((await cancel(id)).revision);
    await happens();
    for (const revision of revisions)
      expect(await refused(() => undo(revision))).toEqual({ code: 'WRONG_STAGE', why: 'HOLDER_GONE' });
  });

  test('when whoever held it left, and of them nothing is kept', async () => {
    const viewer = await newcomer(services, aHandle());
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: viewer.personId });
    await blockCard(services, viewer.personId, { cardId, reason: 'My words' });
    const { revision } = await cancel(cardId);
    await eraseMyself(services, await asNow(services, viewer), viewer.handle);
    const { rows } = await sql<{ kept: string }>`select before::text as kept from board_undo
      where board_id = ${strike.boardId}`.execute(db());
    expect(rows[0]!.kept).not.toContain(viewer.personId);
    expect(rows[0]!.kept).not.toContain('My words');
    expect(await refused(() => undo(revision))).toEqual({ code: 'WRONG_STAGE', why: 'HOLDER_GONE' });
  });

  test('to who held it with another and left: the other goes on alone', async () => {
    const viewer = await newcomer(services, aHandle());
    const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted, forTwo: true });
    await joinCard(services, viewer.personId, { cardId });
    const { revision } = await cancel(cardId);
    await eraseMyself(services, await asNow(services, viewer), viewer.handle);
    await undo(revision);
    expect(await cardNow(services, cardId)).toMatchObject({ holderId: strike.vetted, partnerId: null });
    const { rows } = await sql<{ runs: number }>`select count(*)::int as runs from claim
      where card_id = ${cardId} and ended_at is null`.execute(db());
    expect(rows).toEqual([{ runs: 1 }]);
  });

  test('when whoever held it holds as many others by now as they may', async () => {
    await updateCampaign(services, strike.organizer, {
      campaignId: strike.campaignId,
      settings: { claimLimit: 2 },
    });
    const [one, two] = [
      await aCard(services, strike, 'CLAIMED', { holder: strike.vetted }),
      await aCard(services, strike, 'CLAIMED', { holder: strike.vetted }),
    ];
    const { revision } = await cancelCards(services, strike.organizer, {
      boardId: strike.boardId,
      cardIds: [one.id, two.id],
      reason: 'Not needed',
    });
    const third = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    // The second of the two is one too many.
    expect(await refused(() => undo(revision))).toEqual({ code: 'WRONG_STAGE', why: 'HOLDER_AT_LIMIT' });
    await cancel(third.id);
    await undo(revision);
    expect((await cardNow(services, two.id)).holderId).toBe(strike.vetted);
  });
});

test('a request that is repeated is carried out once', async () => {
  const { id } = await aCard(services, strike, 'CLAIMED');
  const { revision } = await cancel(id);
  const again = () =>
    undoBoardChange(services, strike.organizer, { boardId: strike.boardId, revision, requestId: 'undo-1' });
  const first = await again();
  expect(await again()).toMatchObject({ revision: first.revision, cards: [id] });
});

test('one who is put on hold while it is undone does not keep the card', async () => {
  for (let round = 0; round < 5; round += 1) {
    const holder = await aPerson(services, strike.carmen, { standing: 'VETTED' });
    const { id } = await aCard(services, strike, 'CLAIMED', { holder });
    const { revision } = await cancel(id);
    const [, undone] = await Promise.allSettled([onHold(holder), undo(revision)]);
    const { status, holderId } = await cardNow(services, id);
    expect(status).toBe(undone.status === 'fulfilled' ? 'OPEN' : 'CANCELLED');
    expect(holderId).toBeNull();
  }
});

const handleOf = async (id: string) =>
  (await db().selectFrom('person').select('handle').where('id', '=', id).executeTakeFirstOrThrow()).handle;
const onHold = async (id: string) =>
  setStanding(services, strike.carmen, { handle: await handleOf(id), standing: 'SUSPENDED', note: 'A test' });
const blocked = async (id: string) =>
  blockPerson(services, await asNow(services, strike.carmen), {
    campaignId: strike.campaignId,
    handle: await handleOf(id),
    reason: 'A test',
  });
