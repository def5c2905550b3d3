import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  aPerson,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { addComment, editComment, removeComment } from './comment-on-card.ts';
import { readComments } from './read-comments.ts';

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

describe('comments', () => {
  const say = (actor: string, cardId: string, text = 'Good luck') =>
    addComment(services, actor, { cardId, text });

  test('are for whoever may read the card, and removed by their author or an organizer, once', async () => {
    const { id: cardId } = await aCard(services, strike);
    const first = await say(strike.volunteer, cardId);
    const commentId = first.result!.comment.id;
    const remove = (actor: string) => removeComment(services, actor, { commentId });
    expect((await refusalOf(remove(strike.vetted))).code).toBe('NOT_ALLOWED');
    const removed = await remove(strike.organizer);
    expect(removed.result?.card.commentCount).toBe(0);
    expect((await remove(strike.volunteer)).revision).toBe(removed.revision);
    const [left] = await readComments(services.orm.em.fork(), [cardId], { limit: 5, after: null });
    expect(left).toMatchObject({ text: '' });
    expect(left?.removedAt).toBeInstanceOf(Date);
  });

  test.each([
    ['nothing', '\u200b', 'EMPTY'],
    ['too much', 'x'.repeat(2001), 'TOO_LONG'],
    ['a NUL', 'a\0b', 'CONTROL_CHARACTERS'],
  ])('refuse %s', async (_name, text, reason) => {
    const { id } = await aCard(services, strike);
    const before = await everythingOnBoards(services);
    expect(await refusalOf(say(strike.volunteer, id, text))).toMatchObject({ field: 'text', reason });
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('on hidden cards, and of unknown ids, are not there', async () => {
    const { id } = await aCard(services, strike, 'OPEN', { sensitivity: 'TEAM' });
    expect((await refusalOf(say(strike.vetted, id))).code).toBe('NOT_FOUND');
    const { result } = await say(strike.member, id);
    for (const commentId of [result!.comment.id, randomUUID()]) {
      const removal = removeComment(services, strike.vetted, { commentId });
      expect((await refusalOf(removal)).code).toBe('NOT_FOUND');
    }
  });
});

describe('a comment written anew', () => {
  const say = async (actor: string, cardId: string, text = 'At gate for') =>
    (await addComment(services, actor, { cardId, text })).result!.comment.id;

  test('is its author’s alone, says that it was edited, and the same words change nothing', async () => {
    const { id: cardId } = await aCard(services, strike);
    const commentId = await say(strike.volunteer, cardId);
    const edit = (actor: string, text: string) => editComment(services, actor, { commentId, text });
    for (const other of [strike.organizer, strike.coordinator, strike.vetted])
      expect((await refusalOf(edit(other, 'At gate 4'))).code).toBe('NOT_ALLOWED');
    const edited = await edit(strike.volunteer, 'At gate 4');
    expect(edited.result?.comment).toMatchObject({ text: 'At gate 4' });
    expect(edited.result?.comment.editedAt).toBeInstanceOf(Date);
    expect(edited.result?.card.commentCount).toBe(1);
    expect((await edit(strike.volunteer, 'At gate 4')).revision).toBe(edited.revision);
    await removeComment(services, strike.volunteer, { commentId });
    const before = await everythingOnBoards(services);
    expect((await refusalOf(edit(strike.volunteer, 'Back again'))).code).toBe('NOT_FOUND');
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('counts with comments: who is not of the team writes so much and no more', async () => {
    const { id: cardId } = await aCard(services, strike);
    const chatty = await aPerson(services, strike.carmen);
    const commentId = await say(chatty, cardId);
    for (let time = 0; time < 29; time += 1)
      await editComment(services, chatty, { commentId, text: `Edit ${time}` });
    const more = editComment(services, chatty, { commentId, text: 'One more' });
    expect((await refusalOf(more)).code).toBe('TOO_MANY_REQUESTS');
  });
});
