import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { askForLook } from './ask-for-look.ts';
import { claimCard } from './claim-card.ts';
import { addComment } from './comment-on-card.ts';
import { handBackCard } from './hand-back-card.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const ask = (cardId: string) => askForLook(services, strike.volunteer, { cardId });
const waits = async (cardId: string) => (await cardNow(services, cardId)).lookAskedAt !== null;
const say = (actorId: string, cardId: string) =>
  addComment(services, actorId, { cardId, text: 'I would begin with the second line.' });

test('a look is waited for until somebody else who knows the craft says something', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  const { revision, result } = await ask(cardId);
  expect(result?.lookAskedAt).toBeInstanceOf(Date);
  expect((await ask(cardId)).revision).toBe(revision);
  // Its holder, and somebody new, give none.
  await say(strike.volunteer, cardId);
  expect(await waits(cardId)).toBe(true);
  await say(strike.vetted, cardId);
  expect(await waits(cardId)).toBe(false);

  // Nor does a holder who knows the craft give it to themselves.
  const { id: own } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  await askForLook(services, strike.vetted, { cardId: own });
  await say(strike.vetted, own);
  expect(await waits(own)).toBe(true);
});

test('it calls many people: an hour passes before the next', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  await ask(cardId);
  await say(strike.vetted, cardId);
  const before = await everythingOnBoards(services);
  expect((await refusalOf(ask(cardId))).code).toBe('TOO_MANY_REQUESTS');
  expect(await everythingOnBoards(services)).toEqual(before);
  const db = services.orm.em.fork().getKysely();
  await sql`update card set look_asked_at = look_asked_at - interval '61 minutes' where id = ${cardId}`.execute(
    db,
  );
  await ask(cardId);
  expect(await waits(cardId)).toBe(true);
});

test('with the claim the waiting ends', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  await ask(cardId);
  await handBackCard(services, strike.volunteer, { cardId });
  expect(await waits(cardId)).toBe(false);
  await claimCard(services, strike.vetted, { cardId });
  expect(await waits(cardId)).toBe(false);
});
