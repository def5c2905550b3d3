import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { addComment, removeComment } from './comment-on-card.ts';
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
