import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeBoard } from '../src/core/board/change-board.ts';
import { claimCard } from '../src/core/card/claim-card.ts';
import { handBackCard } from '../src/core/card/hand-back-card.ts';
import { handInCard } from '../src/core/review/hand-in-card.ts';
import { expireLease, extendClaim } from '../src/core/card/lease.ts';
import { type CardOnBoard, readCard } from '../src/core/board/read-cards.ts';
import { endClaim, releaseCard } from '../src/core/card/release-card.ts';
import { saveDraft } from '../src/core/review/save-draft.ts';
import { takeBackCard } from '../src/core/card/take-back-card.ts';
import { Refusal } from '../src/platform/refusal/refusal.ts';
import {
  aCard,
  cardNow,
  letLeaseEnd,
  localOnStrike,
  type LocalOnStrike,
  revisionsOf,
} from './support/local-on-strike.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// Many people act on one card at once, and the card adds up afterwards.

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { settings: { leaseHours: 48 } });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

type Act = 'claim' | 'other claim' | 'extend' | 'hand back' | 'take back' | 'hand in' | 'end' | 'draft';
const acts: Act[] = ['claim', 'other claim', 'extend', 'hand back', 'take back', 'hand in', 'end', 'draft'];

/** Does one act; refusals are a fair answer, anything else fails. Returns what must not be lost, if it was done. */
async function perform(cardId: string, act: Act, token: string): Promise<string | null> {
  const { volunteer, vetted, organizer } = strike;
  const holder = (await cardNow(services, cardId)).holderId ?? volunteer;
  try {
    if (act === 'claim') await claimCard(services, volunteer, { cardId });
    if (act === 'other claim') await claimCard(services, vetted, { cardId });
    if (act === 'extend') await extendClaim(services, holder, { cardId });
    if (act === 'take back') await takeBackCard(services, organizer, { cardId, reason: token });
    if (act === 'end') {
      await sql`update card set lease_expires_at = clock_timestamp() where id = ${cardId}
        and lease_expires_at is not null`.execute(db());
      await expireLease(services, cardId);
    }
    if (act === 'hand back') await handBackCard(services, holder, { cardId, note: token });
    if (act === 'hand in') await handInCard(services, holder, { cardId, note: token, links: [] });
    // A later draft of the same person replaces an earlier one, so a draft alone is looked for elsewhere.
    if (act === 'draft') await saveDraft(services, holder, { cardId, note: `Draft ${token}` });
    return ['hand back', 'take back', 'hand in'].includes(act) ? token : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What is wrong about a card after many hands were at it, in words. */
async function findFaults(card: CardOnBoard, tokens: string[]): Promise<string[]> {
  const { rows: claims } = await sql<{ running: boolean; person: string }>`select ended_at is null as running,
    person_id as person from claim where card_id = ${card.id}`.execute(db());
  const running = claims.filter((claim) => claim.running);
  const faults: string[] = [];
  const claimed = card.status === 'CLAIMED';
  if (running.length !== (claimed ? 1 : 0))
    faults.push(`${running.length} claims run on a ${card.status} card`);
  if (claimed && running[0]?.person !== card.holderId) faults.push('the record names somebody else');
  if (!['OPEN', 'CLAIMED', 'IN_REVIEW'].includes(card.status)) faults.push(`it is ${card.status}`);
  const revisions = await revisionsOf(services, strike.boardId);
  const head = await db()
    .selectFrom('board')
    .select('revision')
    .where('id', '=', strike.boardId)
    .executeTakeFirstOrThrow();
  if (revisions.length !== head.revision || revisions.at(-1) !== head.revision)
    faults.push(`${revisions.length} events make revision ${head.revision}`);
  const { rows: kept } = await sql<{ text: string }>`
    select coalesce(note, '') as text from claim where card_id = ${card.id}
    union all select note from hand_in where card_id = ${card.id}
    union all select text from comment where card_id = ${card.id}`.execute(db());
  for (const token of tokens) {
    if (!kept.some(({ text }) => text.includes(token))) faults.push(`${token} is lost`);
  }
  const { rows: stranded } = await sql`select from draft where card_id = ${card.id} and kept_at is null
    and person_id is distinct from ${claimed ? card.holderId : null}`.execute(db());
  if (stranded.length > 0) faults.push('a draft is left where nobody can read it');
  return faults;
}

test('whatever many people do at once, the card ends in one state that adds up', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 3, maxLength: 8 }), async (chosen) => {
      round += 1;
      const { id: cardId } = await aCard(services, strike, 'CLAIMED');
      const done = await Promise.all(
        chosen.map((act, index) => perform(cardId, act, `Token ${round}-${index}.`)),
      );
      const tokens = done.filter((token) => token !== null);
      expect(await findFaults(await cardNow(services, cardId), tokens)).toEqual([]);
      await db().deleteFrom('card').where('id', '=', cardId).execute();
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);

describe('the checks notice', () => {
  test('an expiry that does not look at the clock again under the lock', async () => {
    /** Wrong: decides by a card it read before the lock, so that an extension in between is lost. */
    const expireByOldClock = async (seen: CardOnBoard) => {
      if (seen.leaseExpiresAt! > new Date()) return;
      await changeBoard(services, { board: { ofCard: seen.id }, actorId: null }, async (board) => {
        await releaseCard(board, await board.card(seen.id), { how: 'EXPIRED', by: null, note: null });
        return { kind: 'CLAIM_EXPIRED', cards: [seen.id], result: undefined };
      });
    };
    const survives = async (expire: (seen: CardOnBoard) => Promise<unknown>) => {
      const { id: cardId } = await aCard(services, strike, 'CLAIMED');
      await letLeaseEnd(services, cardId);
      const seen = await cardNow(services, cardId);
      // The extension had the lock first: the same as one that was made in the last second.
      await sql`update card set lease_expires_at = clock_timestamp() + interval '48 hours', extensions = 1
        where id = ${cardId}`.execute(db());
      await expire(seen);
      return (await cardNow(services, cardId)).status === 'CLAIMED';
    };
    expect(await survives(({ id, claimId }) => expireLease(services, id, claimId ?? undefined))).toBe(true);
    expect(await survives(expireByOldClock)).toBe(false);
  });

  test('a hand-back that forgets the draft', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    await saveDraft(services, strike.volunteer, { cardId, note: 'Half a leaflet' });
    const forgetful = changeBoard(
      services,
      { board: { ofCard: cardId }, actorId: strike.volunteer },
      async (board) => {
        await endClaim(board, await board.card(cardId), 'HANDED_BACK', null);
        await sql`update card set status = 'OPEN', holder_id = null, claim = null, claimed_at = null,
          lease_expires_at = null where id = ${cardId}`.execute(board.db);
        return { kind: 'CARD_HANDED_BACK', cards: [cardId], result: await readCard(board.db, cardId) };
      },
    );
    await forgetful;
    expect(await findFaults(await cardNow(services, cardId), [])).toEqual([
      'a draft is left where nobody can read it',
    ]);
  });
});
