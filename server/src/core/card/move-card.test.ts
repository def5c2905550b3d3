import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aCard,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
  revisionsOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { cardTemplates } from '../../../test/support/templates.ts';
import { createCardsFromTemplates } from '../../features/template/create-cards.ts';
import { moveCard } from './move-card.ts';

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

/** Ids of a column in the order in which everybody sees them. */
async function columnOf(boardId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from card where board_id = ${boardId} and status = 'OPEN'
    order by position, id`.execute(services.orm.em.fork().getKysely());
  return rows.map(({ id }) => id);
}

describe('moving', () => {
  test('beside a card that is gone from the column, foreign or unknown is refused', async () => {
    const { id: cardId } = await aCard(services, strike);
    const gone = await aCard(services, strike, 'CLAIMED');
    const foreign = await aCard(services, await localOnStrike(services));
    const before = await everythingOnBoards(services);
    for (const neighbour of [gone.id, foreign.id, randomUUID()]) {
      for (const side of [{ afterCardId: neighbour }, { beforeCardId: neighbour }]) {
        const moved = moveCard(services, strike.organizer, { cardId, ...side });
        expect((await refusalOf(moved)).code).toBe('NOT_FOUND');
      }
    }
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  /** A board with six open cards, of which those named by index have the same key as the first. */
  async function sixCards(tied: number[]): Promise<LocalOnStrike> {
    const own = await localOnStrike(services);
    const templateKeys = cardTemplates.slice(0, 6).map(({ key }) => key);
    await createCardsFromTemplates(services, own.organizer, {
      boardId: own.boardId,
      templateKeys,
      cautionCleared: true,
    });
    const column = await columnOf(own.boardId);
    const same = tied.map((index) => column[index]!);
    await sql`update card set position = 'a0' where id = any(${same}::uuid[])`.execute(
      services.orm.em.fork().getKysely(),
    );
    return own;
  }

  test('a thousand moves, also among equal keys, keep a strict order and do what was asked', async () => {
    const moves = fc.array(fc.record({ card: fc.nat(5), neighbour: fc.nat(5), ahead: fc.boolean() }), {
      minLength: 100,
      maxLength: 100,
    });
    await fc.assert(
      fc.asyncProperty(fc.subarray([0, 1, 2, 3, 4, 5]), moves, async (tied, asked) => {
        const own = await sixCards(tied);
        let model = await columnOf(own.boardId);
        const cards = [...model].sort();
        for (const { card, neighbour, ahead } of asked) {
          const [cardId, beside] = [cards[card]!, cards[neighbour]!];
          const side = ahead ? { afterCardId: beside } : { beforeCardId: beside };
          await moveCard(services, own.organizer, { cardId, ...side });
          if (cardId !== beside) {
            model = model.filter((id) => id !== cardId);
            model.splice(model.indexOf(beside) + (ahead ? 1 : 0), 0, cardId);
          }
          expect(await columnOf(own.boardId)).toEqual(model);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  test('ten who move at once leave one order', async () => {
    const own = await sixCards([]);
    const column = await columnOf(own.boardId);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        moveCard(services, own.organizer, {
          cardId: column[index % 6]!,
          afterCardId: column[(index * 5 + 1) % 6]!,
        }),
      ),
    );
    expect([...(await columnOf(own.boardId))].sort()).toEqual([...column].sort());
    expect(await revisionsOf(services, own.boardId)).toHaveLength(11);
  });
});
