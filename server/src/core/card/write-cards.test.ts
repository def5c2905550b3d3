import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  cardWords,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
  revisionsOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { cardTemplates } from '../../../test/support/templates.ts';
import type { CardWordsInput } from './card-words.ts';
import { createCard } from './create-card.ts';
import { createCardsFromTemplates } from '../../features/template/create-cards.ts';
import { tickChecklistItem } from './tick-checklist-item.ts';
import { updateCard } from './update-card.ts';
import { StaleCard } from './card-refusals.ts';

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

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);
const create = (words: CardWordsInput = {}, requestId?: string) =>
  createCard(services, strike.organizer, { ...cardWords, ...words, boardId: strike.boardId, requestId });
const update = (cardId: string, version: number, words: CardWordsInput) =>
  updateCard(services, strike.organizer, { cardId, version, ...words });

/** Words that cannot be taken: which field, and why. */
const wrong: [string, CardWordsInput, string, string][] = [
  ['no title', { title: ' ' }, 'title', 'EMPTY'],
  ['an over-long title', { title: 'x'.repeat(121) }, 'title', 'TOO_LONG'],
  ['a title with a NUL', { title: 'a\0 b' }, 'title', 'CONTROL_CHARACTERS'],
  ['an over-long deliverable', { deliverable: 'x'.repeat(301) }, 'deliverable', 'TOO_LONG'],
  ['an over-long caution', { caution: 'x'.repeat(501) }, 'caution', 'TOO_LONG'],
  ['no hours', { hours: 0 }, 'hours', 'OUT_OF_RANGE'],
  ['a week of hours', { hours: 41 }, 'hours', 'OUT_OF_RANGE'],
  ['a language that is none', { languages: ['klingon!'] }, 'languages', 'UNKNOWN'],
  ['a script for a link', { links: [{ url: 'javascript:alert(1)' }] }, 'links', 'BAD_URL'],
  ['a step too long', { checklist: [{ text: 'x'.repeat(201) }] }, 'checklist', 'TOO_LONG'],
  ['21 steps', { checklist: Array.from({ length: 21 }, () => ({ text: 'x' })) }, 'checklist', 'TOO_MANY'],
  ['a past due moment', { dueAt: inHours(-1) }, 'dueAt', 'PAST'],
  ['a due moment in the year 12027', { dueAt: new Date('+012027-03-02T11:00:00Z') }, 'dueAt', 'OUT_OF_RANGE'],
  ['two due moments', { dueAt: inHours(1), dueOffsetHours: 1 }, 'dueAt', 'OUT_OF_RANGE'],
  ['a due moment years after T-0', { dueOffsetHours: 24 * 366 }, 'dueOffsetHours', 'OUT_OF_RANGE'],
];

describe.each(wrong)('%s', (_name, words, field, reason) => {
  test('is refused on a new card and on an old one, and changes nothing', async () => {
    const { id, version } = await aCard(services, strike);
    const before = await everythingOnBoards(services);
    for (const refusal of [await refusalOf(create(words)), await refusalOf(update(id, version, words))]) {
      expect(refusal).toBeInstanceOf(InvalidInput);
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field, reason });
    }
    expect(await everythingOnBoards(services)).toEqual(before);
  });
});

describe('a new card', () => {
  test('gets the next number, the end of its column, and its board’s languages', async () => {
    const { boardId, organizer } = await localOnStrike(services);
    const cards = [];
    for (const status of ['OPEN', 'OPEN', 'DRAFT'] as const) {
      const { result } = await createCard(services, organizer, { ...cardWords, boardId, status });
      cards.push(result!);
    }
    expect(cards.map(({ number, status }) => [number, status])).toEqual([
      [1, 'OPEN'],
      [2, 'OPEN'],
      [3, 'DRAFT'],
    ]);
    expect(cards[1]!.position > cards[0]!.position).toBe(true);
    expect(cards[0]!.languages).toEqual(['en']);
  });

  test('asked for twice with one request id is one card', async () => {
    const first = await create({}, 'one card');
    const second = await create({ title: 'Never made' }, 'one card');
    expect(second).toEqual({ revision: first.revision, result: undefined, cards: [first.result!.id] });
  });

  test.each(['volunteer', 'vetted', 'member', 'approver', 'foreigner'] as const)(
    'is not for: %s',
    async (person) => {
      const before = await everythingOnBoards(services);
      const made = createCard(services, strike[person], { ...cardWords, boardId: strike.boardId });
      expect((await refusalOf(made)).code).toBe('NOT_ALLOWED');
      expect(await everythingOnBoards(services)).toEqual(before);
    },
  );

  test('on a board nobody knows is refused', async () => {
    const made = createCard(services, strike.organizer, { ...cardWords, boardId: randomUUID() });
    expect((await refusalOf(made)).code).toBe('NOT_FOUND');
  });

  test('may be due relative to T-0, but not before now', async () => {
    const begun = await localOnStrike(services, { startsAt: inHours(-10) });
    const due = (dueOffsetHours: number) =>
      createCard(services, begun.organizer, { ...cardWords, boardId: begun.boardId, dueOffsetHours });
    expect((await due(24)).result?.dueOffsetHours).toBe(24);
    expect(await refusalOf(due(5))).toMatchObject({ field: 'dueOffsetHours', reason: 'PAST' });
  });
});

describe('a board from templates', () => {
  test('is one change, in the order asked for, whatever the doubles', async () => {
    const { boardId, organizer } = await localOnStrike(services);
    const keys = cardTemplates.map(({ key }) => key);
    const templateKeys = [...keys, keys[0]!];
    const made = await createCardsFromTemplates(services, organizer, {
      boardId,
      templateKeys,
      cautionCleared: true,
    });
    expect(await revisionsOf(services, boardId)).toEqual([1]);
    expect(made.result?.map(({ title }) => title)).toEqual(cardTemplates.map(({ title }) => title));
    expect(made.cards).toHaveLength(keys.length);
    const positions = made.result!.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort());
  });

  test.each([
    [['no-such-template'], 'UNKNOWN'],
    [[], 'EMPTY'],
  ])('refuses %j', async (templateKeys, reason) => {
    const { boardId, organizer } = strike;
    const made = createCardsFromTemplates(services, organizer, {
      boardId,
      templateKeys,
      cautionCleared: true,
    });
    expect(await refusalOf(made)).toMatchObject({ field: 'templateKeys', reason });
  });

  test('leaves out due moments that have passed', async () => {
    const { boardId, organizer } = await localOnStrike(services, { startsAt: inHours(-24 * 60) });
    const templateKeys = cardTemplates.map(({ key }) => key);
    const { result } = await createCardsFromTemplates(services, organizer, {
      boardId,
      templateKeys,
      cautionCleared: true,
    });
    expect(result?.every(({ dueOffsetHours }) => dueOffsetHours === null || dueOffsetHours > 24 * 60)).toBe(
      true,
    );
  });
});

describe('an edit', () => {
  test('of an old version is refused where others changed the same, with all the fields they changed', async () => {
    const { id, version } = await aCard(services, strike);
    await update(id, version, { title: 'A better title', hours: 3 });
    await update(id, version + 1, { caution: 'Legal signs off' });
    const before = await everythingOnBoards(services);
    const refusal = await refusalOf(update(id, version, { title: 'Mine' }));
    expect(refusal).toBeInstanceOf(StaleCard);
    expect(refusal).toMatchObject({ cardId: id, changedFields: ['caution', 'hours', 'title'] });
    expect(await refusalOf(update(id, version + 1, { caution: '' }))).toMatchObject({
      changedFields: ['caution'],
    });
    expect(await refusalOf(update(id, version + 9, { title: 'Mine' }))).toMatchObject({ field: 'version' });
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('of an old version changes what nobody else changed, and undoes nothing', async () => {
    const { id, version } = await aCard(services, strike);
    await update(id, version, { title: 'A better title', hours: 3 });
    await update(id, version, { outOfScope: 'No translation', hours: 3 });
    expect(await cardNow(services, id)).toMatchObject({
      title: 'A better title',
      hours: 3,
      outOfScope: 'No translation',
      version: version + 2,
    });
  });

  test('of two at once in different fields, both are there', async () => {
    const { id, version } = await aCard(services, strike);
    await Promise.all([
      update(id, version, { title: 'Mine' }),
      update(id, version, { deliverable: 'Two pages' }),
    ]);
    expect(await cardNow(services, id)).toMatchObject({ title: 'Mine', deliverable: 'Two pages' });
  });

  test('of two at once, one is stale', async () => {
    const { id, version } = await aCard(services, strike);
    const both = await Promise.allSettled([
      update(id, version, { title: 'Mine' }),
      update(id, version, { title: 'Yours' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await cardNow(services, id)).version).toBe(version + 1);
  });

  test('that changes nothing is no change', async () => {
    const { id, version } = await aCard(services, strike, 'OPEN', { dueAt: inHours(5) });
    const before = await everythingOnBoards(services);
    await update(id, version, { title: cardWords.title, hours: cardWords.hours });
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('may leave a due moment that has passed, keeps ticks, and takes one due moment for another', async () => {
    const { id, version, checklist } = await aCard(services, strike, 'OPEN', { dueAt: inHours(5) });
    const past = inHours(-1);
    await services.orm.em
      .fork()
      .getKysely()
      .updateTable('card')
      .set({ due_at: past })
      .where('id', '=', id)
      .execute();
    await tickChecklistItem(services, strike.organizer, {
      cardId: id,
      itemId: checklist[1]!.id,
      done: true,
    });
    const steps = [{ text: 'Look first' }, { id: checklist[1]!.id, text: 'Show it to all' }];
    const { result } = await update(id, version, { dueAt: past, title: 'New', checklist: steps });
    expect(result).toMatchObject({ title: 'New', dueAt: past });
    expect(result?.checklist.map(({ text, done }) => [text, done])).toEqual([
      ['Look first', false],
      ['Show it to all', true],
    ]);
    const relative = await update(id, version + 1, { dueOffsetHours: 12 });
    expect(relative.result).toMatchObject({ dueAt: null, dueOffsetHours: 12 });
  });

  test('does not hide a card from the one who holds it', async () => {
    const { id, version } = await aCard(services, strike, 'CLAIMED');
    for (const sensitivity of ['VETTED', 'TEAM'] as const) {
      expect((await refusalOf(update(id, version, { sensitivity }))).code).toBe('NOT_ALLOWED');
    }
    const known = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
    const { result } = await update(known.id, known.version, { sensitivity: 'VETTED' });
    expect(result?.sensitivity).toBe('VETTED');
  });
});
