import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  cardNow,
  cardWords,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { cardTemplates } from '../../../test/support/templates.ts';
import { clearCaution } from './clear-caution.ts';
import { createCard } from './create-card.ts';
import { createCardsFromTemplates } from '../../features/template/create-cards.ts';
import { moveCard } from './move-card.ts';
import { updateCard } from './update-card.ts';

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

const create = (status: 'DRAFT' | 'OPEN', more: { caution?: string | null; cautionCleared?: boolean }) =>
  createCard(services, strike.organizer, { ...cardWords, boardId: strike.boardId, status, ...more });
async function draft(): Promise<string> {
  return (await create('DRAFT', { caution: 'Ask the lawyer' })).result!.id;
}

const open = (cardId: string) => moveCard(services, strike.organizer, { cardId, status: 'OPEN' });

test('a card with a caution opens in no way before it is ticked', async () => {
  const cardId = await draft();
  const before = await everythingOnBoards(services);
  for (const attempt of [() => open(cardId), () => create('OPEN', { caution: 'Ask the lawyer' })])
    expect((await refusalOf(attempt())).code).toBe('CAUTION_NOT_CLEARED');
  expect(await everythingOnBoards(services)).toEqual(before);

  const { result } = await clearCaution(services, strike.organizer, { cardId });
  expect(result).toMatchObject({ cautionClearedById: strike.organizer, version: 1, status: 'DRAFT' });
  expect(result?.cautionClearedAt).toBeInstanceOf(Date);
  await open(cardId);
  const made = await create('OPEN', { caution: 'Ask the lawyer', cautionCleared: true });
  expect(made.result).toMatchObject({ status: 'OPEN', cautionClearedById: strike.organizer });
  const plain = await create('OPEN', { cautionCleared: true });
  expect(plain.result).toMatchObject({ status: 'OPEN', cautionClearedAt: null, cautionClearedById: null });
});

test('of templates those with an unticked caution start as drafts', async () => {
  const templateKeys = cardTemplates.map(({ key }) => key);
  const { result } = await createCardsFromTemplates(services, strike.organizer, {
    boardId: strike.boardId,
    templateKeys,
  });
  expect(result!.map(({ status, caution }) => [status, caution !== null])).toEqual(
    cardTemplates.map(({ caution }) => [caution === null ? 'OPEN' : 'DRAFT', caution !== null]),
  );
  // Each column has an order of its own, without two in one place.
  for (const status of ['OPEN', 'DRAFT']) {
    const positions = result!.filter((card) => card.status === status).map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort());
  }
});

test('other words take the tick away, other fields do not', async () => {
  const cardId = await draft();
  await clearCaution(services, strike.organizer, { cardId });
  const update = (words: object) =>
    updateCard(services, strike.organizer, { cardId, version: 1, ...words }).then(({ result }) => result!);
  const renamed = await update({ title: 'Another title', caution: 'Ask the lawyer' });
  expect(renamed.cautionClearedAt).not.toBeNull();
  const rewritten = await updateCard(services, strike.organizer, {
    cardId,
    version: 2,
    caution: 'Ask the lawyer, and all five in the picture',
  });
  expect(rewritten.result).toMatchObject({ cautionClearedAt: null, cautionClearedById: null });
  expect((await refusalOf(open(cardId))).code).toBe('CAUTION_NOT_CLEARED');
  await updateCard(services, strike.organizer, { cardId, version: 3, caution: null });
  await open(cardId);
});

test('organizers and coordinators tick, and it stands in the log; twice is once', async () => {
  const cardId = await draft();
  for (const who of [strike.approver, strike.member])
    expect((await refusalOf(clearCaution(services, who, { cardId }))).code).toBe('NOT_ALLOWED');
  expect((await refusalOf(clearCaution(services, strike.volunteer, { cardId }))).code).toBe('NOT_FOUND');
  const { revision } = await clearCaution(services, strike.coordinator, { cardId });
  const again = await clearCaution(services, strike.organizer, { cardId });
  expect(again.revision).toBe(revision);
  expect((await cardNow(services, cardId)).cautionClearedById).toBe(strike.coordinator);
  const event = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('board_event')
    .select(['kind', 'fields', 'actor_id as actor'])
    .where('board_id', '=', strike.boardId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  expect(event).toEqual({ kind: 'CARD_UPDATED', fields: ['cautionCleared'], actor: strike.coordinator });
  // It was no edit of the words: whoever read them before may save theirs.
  await updateCard(services, strike.organizer, { cardId, version: 1, title: 'Another title' });

  const plain = await create('DRAFT', {});
  const refusal = await refusalOf(clearCaution(services, strike.organizer, { cardId: plain.result!.id }));
  expect(refusal.code).toBe('INVALID_INPUT');
});
