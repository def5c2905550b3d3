import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findInDatabase } from '../../../test/support/find-in-database.ts';
import {
  aCard,
  cardNow,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { forgetUndos } from '../board/undo.ts';
import { addComment, removeComment } from '../card/comment-on-card.ts';
import { moveCard } from '../card/move-card.ts';
import { updateCard } from '../card/update-card.ts';
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

const WORDS = 'Meet at the north gate';
const undo = (revision: number, actor = strike.volunteer) =>
  undoBoardChange(services, actor, { boardId: strike.boardId, revision });

/** A comment of the volunteer's that somebody removed. */
async function removed(by = strike.volunteer) {
  const card = await aCard(services, strike);
  const { result } = await addComment(services, strike.volunteer, { cardId: card.id, text: WORDS });
  const commentId = result!.comment.id;
  const { revision } = await removeComment(services, by, { commentId });
  return { cardId: card.id, commentId, revision };
}

const textOf = async (id: string) =>
  (await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst())!;

test('its author puts a comment back, whatever happened to the card, once', async () => {
  const { cardId, commentId, revision } = await removed();
  await moveCard(services, strike.organizer, { cardId });
  const { result } = await undo(revision);
  expect(result!.map(({ id }) => id)).toEqual([cardId]);
  expect(await textOf(commentId)).toMatchObject({ text: WORDS, removed_at: null });
  expect((await cardNow(services, cardId)).commentCount).toBe(1);
  expect(await refusalOf(undo(revision))).toMatchObject({ why: 'UNDONE_ALREADY' });
  expect(await findInDatabase(services, [WORDS])).toEqual(['comment.text']);
  await removeComment(services, strike.volunteer, { commentId });
});

test('after the minute the words are nowhere', async () => {
  const { revision } = await removed();
  expect(await findInDatabase(services, [WORDS])).toEqual(['board_undo.before']);
  await sql`update board_undo set at = at - interval '61 seconds'`.execute(
    services.orm.em.fork().getKysely(),
  );
  expect(await refusalOf(undo(revision))).toMatchObject({ why: 'MINUTE_OVER' });
  await forgetUndos(services);
  expect(await findInDatabase(services, [WORDS])).toEqual([]);
  const { rows } = await sql<{ data: object }>`select data from pgboss.job where name = 'retention'
    and data ->> 'undoOver' = ${strike.boardId}`.execute(services.orm.em.fork().getKysely());
  expect(rows).toHaveLength(1);
});

test('of what an organizer removed nothing is kept, and nobody puts back what is not theirs', async () => {
  const { revision } = await removed(strike.organizer);
  expect(await findInDatabase(services, [WORDS])).toEqual([]);
  expect(await refusalOf(undo(revision, strike.organizer))).toMatchObject({ why: 'NOT_UNDOABLE' });
  const theirs = await removed();
  expect(await refusalOf(undo(theirs.revision, strike.organizer))).toMatchObject({ why: 'UNDO_NOT_YOURS' });
});

test('who may not read the card any more puts nothing back on it', async () => {
  const { cardId, revision } = await removed();
  await updateCard(services, strike.organizer, { cardId, version: 1, sensitivity: 'TEAM' });
  expect(await refusalOf(undo(revision))).toMatchObject({ code: 'NOT_FOUND' });
});
