import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countStatements } from '../../../test/support/count-statements.ts';
import {
  aCard,
  cardNow,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { cardTemplates } from '../../../test/support/templates.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createCardsFromTemplates } from '../../features/template/create-cards.ts';
import type { CardStatus } from '../board/card.entity.ts';
import { claimCard } from '../card/claim-card.ts';
import { addComment } from '../card/comment-on-card.ts';
import { moveCard } from '../card/move-card.ts';
import { updateCard } from '../card/update-card.ts';
import { readLog, visibleAt } from '../board/read-board.ts';
import { outsideTransactions } from '../../platform/db/orm.ts';
import { readOpenWork } from '../open-work/read-open-work.ts';
import { cancelCards } from './cancel-cards.ts';
import { moveCards } from './move-cards.ts';
import { undoBoardChange } from './undo-board-change.ts';
import { updateCards } from './update-cards.ts';

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
const undo = (revision: number, actor = strike.organizer) =>
  undoBoardChange(services, actor, { boardId: strike.boardId, revision });
const many = async (count: number, status: CardStatus = 'OPEN', words = {}) => {
  const cards = [];
  for (let index = 0; index < count; index += 1) cards.push(await aCard(services, strike, status, words));
  return cards;
};
const idsOf = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);
const move = (cardIds: string[], to: { status?: CardStatus; place?: 'TOP' | 'BOTTOM' }) =>
  moveCards(services, strike.organizer, { boardId: strike.boardId, cardIds, ...to });
const cancel = (cardIds: string[]) =>
  cancelCards(services, strike.organizer, { boardId: strike.boardId, cardIds, reason: 'The strike is won' });
const edit = (cards: { id: string; version: number }[], words: Partial<Parameters<typeof updateCards>[2]>) =>
  updateCards(services, strike.organizer, {
    boardId: strike.boardId,
    cards: cards.map(({ id, version }) => ({ cardId: id, version })),
    ...words,
  });

/** The cards of a column, in their order. */
async function column(status: CardStatus): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from card where board_id = ${strike.boardId}
    and status = ${status} order by position, id`.execute(db());
  return idsOf(rows);
}

/** All cards of the board, but for what every edit moves on. */
async function cardsNow(): Promise<unknown> {
  const { rows } = await sql`select to_jsonb(card) - 'updated_at' - 'version' as row from card
    where board_id = ${strike.boardId} order by id`.execute(db());
  return rows;
}

/** The last event of the board, and which cards each class of readers is told to take away. */
async function lastChange() {
  const head = await db()
    .selectFrom('board')
    .selectAll()
    .where('id', '=', strike.boardId)
    .executeTakeFirstOrThrow();
  const log = await readLog(outsideTransactions(services.orm), strike.boardId, head.revision - 1);
  if (log === 'reset' || !log) throw new Error('This log should be readable.');
  const removed = (level: 'PUBLIC' | 'VETTED' | 'TEAM') => visibleAt(level, log).removedCardIds.sort();
  return { ...log.events[0]!, removed, head };
}

describe('moving many', () => {
  test('opens drafts in one change, leaves those that are open, and is undone', async () => {
    const drafts = await many(3, 'DRAFT');
    const open = await aCard(services, strike);
    const before = await cardsNow();
    const { revision, result } = await move(idsOf([...drafts, open]), { status: 'OPEN' });
    expect(await column('OPEN')).toEqual([open.id, ...idsOf(drafts)]);
    expect(idsOf(result!)).toEqual(idsOf(drafts));
    expect(await lastChange()).toMatchObject({ kind: 'CARD_OPENED', revision, cards: idsOf(drafts) });
    await undo(revision);
    expect(await cardsNow()).toEqual(before);
    const undone = await lastChange();
    expect(undone.kind).toBe('CARD_RETURNED_TO_DRAFT');
    expect(undone.removed('PUBLIC')).toEqual(idsOf(drafts).sort());
  });

  test('puts open cards back to drafts: each reader is told of those alone that they could read', async () => {
    const [open] = await many(1);
    const [vetted] = await many(1, 'OPEN', { sensitivity: 'VETTED' });
    const [team] = await many(1, 'OPEN', { sensitivity: 'TEAM' });
    const cards = [team!, vetted!, open!];
    const before = await cardsNow();
    const { revision } = await move(idsOf(cards), { status: 'DRAFT' });
    const hidden = await lastChange();
    expect(hidden.kind).toBe('CARD_RETURNED_TO_DRAFT');
    expect(hidden.removed('PUBLIC')).toEqual([open!.id]);
    expect(hidden.removed('VETTED')).toEqual(idsOf([open!, vetted!]).sort());
    expect(hidden.removed('TEAM')).toEqual([]);
    await undo(revision);
    expect(await cardsNow()).toEqual(before);
    expect((await lastChange()).kind).toBe('CARD_OPENED');
  });

  test('who follows open work is told of each card by who could read that one', async () => {
    const [team] = await many(1, 'OPEN', { sensitivity: 'TEAM' });
    const [vetted] = await many(1, 'OPEN', { sensitivity: 'VETTED' });
    const [open] = await many(1);
    const { head } = await lastChange();
    const since = async () => {
      const read = await readOpenWork(services.orm.em, new Map([[strike.boardId, head.revision]]));
      const { touched } = read.boards.find(({ id }) => id === strike.boardId)!;
      return new Map(touched!.map(({ id, seenBefore }) => [id, seenBefore]));
    };
    const { revision } = await cancel(idsOf([team!, vetted!, open!]));
    const hidden = new Map([
      [team!.id, 'TEAM'],
      [vetted!.id, 'VETTED'],
      [open!.id, 'PUBLIC'],
    ]);
    expect(await since()).toEqual(hidden);
    await undo(revision);
    expect(await since()).toEqual(hidden);
    await moveCard(services, strike.organizer, { cardId: vetted!.id, status: 'DRAFT' });
    expect(await since()).toEqual(hidden);
  });

  test('what happens to hidden cards alone is not counted outside', async () => {
    const cards = await many(2, 'OPEN', { sensitivity: 'TEAM' });
    const { head } = await lastChange();
    await cancel(idsOf(cards));
    const after = (await lastChange()).head;
    expect(after.hidden_from_public).toBe(head.hidden_from_public + 1);
    expect(after.hidden_from_vetted).toBe(head.hidden_from_vetted + 1);
    const [open] = await many(1);
    await cancel([open!.id, (await many(1, 'OPEN', { sensitivity: 'TEAM' }))[0]!.id]);
    expect((await lastChange()).head.hidden_from_public).toBe(after.hidden_from_public + 1);
  });

  test('to the top or bottom of the columns they are in, in their order, and back', async () => {
    const [one, two, three, four] = idsOf(await many(4));
    const [five, six] = idsOf(await many(2, 'DRAFT'));
    const before = await cardsNow();
    const up = await move([four!, three!, six!], { place: 'TOP' });
    expect(await column('OPEN')).toEqual([three, four, one, two]);
    expect(await column('DRAFT')).toEqual([six, five]);
    const down = await move([three!], { place: 'BOTTOM' });
    expect(await column('OPEN')).toEqual([four, one, two, three]);
    await undo(down.revision);
    expect(await column('OPEN')).toEqual([three, four, one, two]);
    // Each undoes itself alone: of the first, what the second touched was touched since.
    expect(await refusalOf(undo(up.revision))).toMatchObject({ why: 'CHANGED_SINCE', cardId: three });
    const again = await move([two!], { place: 'TOP' });
    await undo(again.revision);
    expect(await cardsNow()).not.toEqual(before);
  });

  test('keeps out what does not go by moving, and names it', async () => {
    const drafts = await many(2, 'DRAFT');
    const held = await aCard(services, strike, 'CLAIMED');
    const warned = await aCard(services, strike, 'DRAFT', { caution: 'Ask the lawyer' });
    const before = await cardsNow();
    expect(await refusalOf(move(idsOf([...drafts, held]), { status: 'OPEN' }))).toMatchObject({
      code: 'WRONG_STATUS',
      why: 'NOT_BY_MOVING',
      cardId: held.id,
    });
    expect(await refusalOf(move(idsOf([...drafts, warned]), { status: 'OPEN' }))).toMatchObject({
      code: 'CAUTION_NOT_CLEARED',
      cardId: warned.id,
    });
    expect(await refusalOf(move(idsOf(drafts), { status: 'DONE' }))).toMatchObject({ code: 'WRONG_STATUS' });
    expect(await refusalOf(move(idsOf(drafts), {}))).toMatchObject({ field: 'place', reason: 'EMPTY' });
    expect(await cardsNow()).toEqual(before);
  });
});

describe('editing many', () => {
  const dueAt = new Date(Date.now() + 86_400_000 * 3);

  test('writes the same into all that say something else, in one change, and is undone', async () => {
    const cards = await many(3, 'OPEN', { dueOffsetHours: 200 });
    const there = await aCard(services, strike, 'OPEN', { dueAt });
    await updateCard(services, strike.organizer, { cardId: cards[1]!.id, version: 1, title: 'Other words' });
    const now = await Promise.all(cards.map(({ id }) => cardNow(services, id)));
    const before = await cardsNow();
    const { revision, result } = await edit([...now, there], { dueAt, phase: 'ONGOING' });
    expect(
      result!.map(({ dueAt: due, dueOffsetHours, version }) => ({ due, dueOffsetHours, version })),
    ).toEqual([1, 2, 3].map(() => ({ due: dueAt, dueOffsetHours: null, version: 3 })));
    // Of the fields that were sent, those that changed.
    expect(await lastChange()).toMatchObject({
      kind: 'CARD_UPDATED',
      fields: ['dueAt', 'dueOffsetHours'],
      cards: idsOf(cards),
    });
    const undone = await undo(revision);
    expect(await cardsNow()).toEqual(before);
    expect(undone.result!.map(({ version }) => version)).toEqual([4, 4, 4]);
    expect(await lastChange()).toMatchObject({ kind: 'CARD_UPDATED', fields: ['dueAt', 'dueOffsetHours'] });
  });

  test('every field that it takes comes back', async () => {
    const cards = await many(2, 'OPEN', { languages: ['en'], hours: 2 });
    const before = await cardsNow();
    const words = {
      skill: 'GRAPHIC_DESIGN',
      hours: 3.5,
      phase: 'AFTER',
      languages: ['es', 'ht'],
      sensitivity: 'VETTED',
    } as const;
    const { revision, result } = await edit(cards, { ...words, languages: [...words.languages], dueAt });
    expect(result).toMatchObject([1, 2].map(() => ({ ...words, dueAt })));
    const hidden = await lastChange();
    expect(hidden.removed('PUBLIC')).toEqual(idsOf(cards).sort());
    expect(hidden.removed('VETTED')).toEqual([]);
    await undo(revision);
    expect(await cardsNow()).toEqual(before);
  });

  test('is refused where one was edited in the same fields since it was read, or is closed, or nothing is said', async () => {
    const cards = await many(3);
    await updateCard(services, strike.coordinator, { cardId: cards[1]!.id, version: 1, phase: 'BEFORE' });
    const before = await cardsNow();
    expect(await refusalOf(edit(cards, { phase: 'AFTER' }))).toMatchObject({
      code: 'STALE_CARD',
      cardId: cards[1]!.id,
    });
    expect(await refusalOf(edit(cards, {}))).toMatchObject({ field: 'cards', reason: 'EMPTY' });
    expect(await refusalOf(edit(cards, { dueAt: new Date(0) }))).toMatchObject({ field: 'dueAt' });
    expect(await refusalOf(edit([{ id: cards[0]!.id, version: 9 }], { phase: 'AFTER' }))).toMatchObject({
      reason: 'UNKNOWN',
    });
    const done = await aCard(services, strike, 'CANCELLED');
    expect(await refusalOf(edit([...cards, done], { hours: 5 }))).toMatchObject({
      code: 'WRONG_STATUS',
      cardId: done.id,
    });
    await sql`delete from card where id = ${done.id}`.execute(db());
    expect(await cardsNow()).toEqual(before);
    // Other fields are no clash.
    await edit(cards, { hours: 5 });
    // And a later edit of one card sees that it is behind what many were given.
    expect(
      await refusalOf(
        updateCard(services, strike.coordinator, { cardId: cards[0]!.id, version: 1, hours: 6 }),
      ),
    ).toMatchObject({ code: 'STALE_CARD', changedFields: ['hours'] });
  });

  test('hides no card from whoever holds it, and neither does undoing it', async () => {
    const held = await aCard(services, strike, 'CLAIMED', { holder: strike.volunteer });
    const open = await aCard(services, strike);
    expect(await refusalOf(edit([open, held], { sensitivity: 'VETTED' }))).toMatchObject({
      code: 'NOT_ALLOWED',
      why: 'HOLDER_COULD_NOT_READ',
      cardId: held.id,
    });
    const theirs = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted, sensitivity: 'VETTED' });
    const { revision } = await edit([theirs], { sensitivity: 'PUBLIC' });
    await sql`update person set standing = 'NEW' where id = ${strike.vetted}`.execute(db());
    expect(await refusalOf(undo(revision))).toMatchObject({
      why: 'HOLDER_COULD_NOT_READ',
      cardId: theirs.id,
    });
  });
});

describe('cards from templates', () => {
  const add = () =>
    createCardsFromTemplates(services, strike.organizer, {
      boardId: strike.boardId,
      templateKeys: cardTemplates.slice(0, 3).map(({ key }) => key),
      cautionCleared: true,
    });

  test('vanish again, from every view, and their numbers are not given twice', async () => {
    const before = await cardsNow();
    const { revision, cards } = await add();
    const { result } = await undo(revision);
    expect(result).toEqual([]);
    expect(await cardsNow()).toEqual(before);
    const undone = await lastChange();
    expect(undone).toMatchObject({ kind: 'CARD_CREATE_UNDONE' });
    expect([...undone.cards].sort()).toEqual([...cards].sort());
    const open = cardTemplates.slice(0, 3).every(({ sensitivity }) => sensitivity === 'PUBLIC');
    if (open) expect(undone.removed('PUBLIC')).toEqual([...cards].sort());
    expect(undone.removed('TEAM')).toEqual([...cards].sort());
    expect((await aCard(services, strike)).number).toBe(4);
  });

  test.each([
    ['took one', (cardId: string) => claimCard(services, strike.member, { cardId })],
    [
      'said something',
      (cardId: string) => addComment(services, strike.coordinator, { cardId, text: 'Good' }),
    ],
    ['moved one', (cardId: string) => moveCard(services, strike.organizer, { cardId })],
    [
      'began a file for one',
      (cardId: string) =>
        sql`insert into file (id, card_id, person_id, use, name, media_type, bytes)
        values (gen_random_uuid(), ${cardId}, ${strike.organizer}, 'CARD', 'a.jpg', 'image/jpeg', 1)`.execute(
          db(),
        ),
    ],
    [
      'asked somebody about one',
      (cardId: string) =>
        sql`insert into invitation (id, card_id, person_id, expires_at)
        values (gen_random_uuid(), ${cardId}, ${strike.member}, now())`.execute(db()),
    ],
  ])('stay when somebody %s', async (_what, touch) => {
    const { revision, cards } = await add();
    await sql`update card set status = 'OPEN', sensitivity = 'PUBLIC', opened_at = now()
      where id = any(${cards}::uuid[])`.execute(db());
    await touch(cards[1]!);
    const before = await cardsNow();
    expect(await refusalOf(undo(revision))).toMatchObject({ why: 'CHANGED_SINCE', cardId: cards[1] });
    expect(await cardsNow()).toEqual(before);
  });

  test('are taken or taken away, never both', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { revision, cards } = await add();
      await sql`update card set status = 'OPEN', sensitivity = 'PUBLIC', opened_at = now()
        where id = any(${cards}::uuid[])`.execute(db());
      const both = [() => undo(revision), () => claimCard(services, strike.member, { cardId: cards[0]! })];
      if (round % 2) both.reverse();
      const ended = await Promise.allSettled(both.map((each) => each()));
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const left = (await sql`select from card where id = any(${cards}::uuid[])`.execute(db())).rows;
      const undone = ended[round % 2 ? 1 : 0]!.status === 'fulfilled';
      expect(left).toHaveLength(undone ? 0 : 3);
      await sql`delete from card where board_id = ${strike.boardId}`.execute(db());
    }
  });
});

describe('any of them', () => {
  const changes = {
    open: { status: 'DRAFT', make: (cards) => move(idsOf(cards), { status: 'OPEN' }) },
    move: { status: 'OPEN', make: (cards) => move(idsOf(cards), { place: 'TOP' }) },
    edit: { status: 'OPEN', make: (cards) => edit(cards, { phase: 'AFTER', sensitivity: 'VETTED' }) },
    cancel: { status: 'OPEN', make: (cards) => cancel(idsOf(cards)) },
    'cancel held': { status: 'CLAIMED', make: (cards) => cancel(idsOf(cards)) },
  } satisfies Record<
    string,
    { status: CardStatus; make: (cards: { id: string; version: number }[]) => Promise<{ revision: number }> }
  >;

  test.each(Object.keys(changes) as (keyof typeof changes)[])(
    '%s costs the same for few and for many',
    async (name) => {
      const { status, make } = changes[name];
      const figures: number[][] = [];
      for (const count of [2, 9]) {
        const cards = await many(count, status, { holder: strike.vetted });
        let revision = 0;
        const done = await countStatements(async () => void ({ revision } = await make(cards)), /pgboss/);
        figures.push([done, await countStatements(() => undo(revision), /pgboss/)]);
        await sql`delete from card where board_id = ${strike.boardId}`.execute(db());
      }
      expect(figures[1]).toEqual(figures[0]);
    },
  );

  test('takes a hundred, and not one more; none is too few; of another board none', async () => {
    const { id } = await aCard(services, strike);
    const ids = Array.from({ length: 101 }, () => crypto.randomUUID());
    expect(await refusalOf(move(ids, { place: 'TOP' }))).toMatchObject({
      field: 'cardIds',
      reason: 'TOO_MANY',
      limit: 100,
    });
    expect(await refusalOf(cancel([]))).toMatchObject({ field: 'cardIds', reason: 'EMPTY' });
    const other = await aCard(services, await localOnStrike(services));
    for (const call of [
      () => move([id, other.id], { place: 'TOP' }),
      () => cancel([id, other.id]),
      () => edit([{ id: other.id, version: 1 }], { hours: 5 }),
    ])
      expect(await refusalOf(call())).toMatchObject({ code: 'NOT_FOUND' });
    expect((await cardNow(services, id)).status).toBe('OPEN');
  });

  test('cancels all or none, and names the card that is closed', async () => {
    const cards = await many(2);
    const closed = await aCard(services, strike, 'CANCELLED');
    expect(await refusalOf(cancel(idsOf([...cards, closed])))).toMatchObject({
      code: 'WRONG_STATUS',
      why: 'CARD_CLOSED',
      cardId: closed.id,
    });
    expect(await column('OPEN')).toEqual(idsOf(cards));
  });

  test('undoing goes round with undoing: what came back can be changed, and that undone', async () => {
    const cards = await many(3);
    for (let round = 0; round < 3; round += 1) await undo((await cancel(idsOf(cards))).revision);
    expect(await column('OPEN')).toEqual(idsOf(cards));
  });
});
