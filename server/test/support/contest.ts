import { sql } from 'kysely';
import { pino } from 'pino';
import { createApp } from '../../src/app/app.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { fromGlobalId, toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { joinAs } from './people.ts';
import { aCard, aHandle, cardNow, localOnStrike } from './local-on-strike.ts';
import { type Contest, openBrowser } from './race.ts';
import type { TestServices } from './services.ts';

const CONTENDERS = 8;
/** As many as one newcomer may hold at once here: whoever wins them all is not refused for that. */
const CARDS = 10;

const SNAPSHOT = `query Snapshot($board: ID!) {
  node(id: $board) { ... on Board { snapshot { cards { id status holder { handle } } } } }
}`;

interface SnapshotAnswer {
  node: { snapshot: { cards: { id: string; status: string; holder: { handle: string } | null }[] } };
}

/** A server on a port of its own, eight browsers that want the same cards, and one more that only looks. */
export async function openContest(
  databaseUrl: string,
  services: TestServices,
): Promise<Contest & { cardIds: string[]; close(): Promise<void> }> {
  const strike = await localOnStrike(services);
  const cards = await Promise.all(Array.from({ length: CARDS }, () => aCard(services, strike)));
  const people = [];
  for (let count = 0; count <= CONTENDERS; count += 1) people.push(await joinAs(services, aHandle()));
  // Eight people who do nothing but claim.
  const environment = { DATABASE_URL: databaseUrl, PORT: '0', DEMO: 'off', BUDGETS: 'off' };
  const config = readConfig(environment, 'none');
  const app = await createApp(config, pino({ level: 'silent' }));
  const [reader, ...contenders] = people.map((person) => openBrowser(app.url, person));
  return {
    cardIds: cards.map(({ id }) => id),
    contend: (cardId) => Promise.all(contenders.map((browser) => browser.claim(cardId))),
    read: async () => {
      const { node } = await reader!.ask<SnapshotAnswer>(SNAPSHOT, {
        board: toGlobalId('Board', strike.boardId),
      });
      return new Map(
        node.snapshot.cards.map(({ id, status, holder }) => [
          fromGlobalId(id)?.uuid ?? '',
          { status, holder: holder?.handle ?? null },
        ]),
      );
    },
    reset: async (cardIds) => {
      for (const cardId of cardIds) {
        const { holderId } = await cardNow(services, cardId);
        if (holderId) await handBackCard(services, holderId, { cardId });
      }
      // Hours pass, for the database: nobody is slowed down for what the contest asks of them.
      await sql`update claim set ended_at = ended_at - interval '2 hours' where ended_at is not null
        and how = 'HANDED_BACK' and ended_at > clock_timestamp() - interval '1 hour'`.execute(
        services.orm.em.fork().getKysely(),
      );
    },
    close: async () => {
      for (const browser of [reader!, ...contenders]) browser.close();
      await app.close();
    },
  };
}
