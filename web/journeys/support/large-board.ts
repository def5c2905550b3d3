import { afterAll, beforeAll } from 'vitest';
import type { Joined } from '../../../server/src/core/person/join.ts';
import { setRole } from '../../../server/src/core/trust/set-role.ts';
import { aHandle, type LocalOnStrike, localOnStrike } from '../../../server/test/support/local-on-strike.ts';
import { makeManyCards } from '../../../server/test/support/many-cards.ts';
import { joinAs } from '../../../server/test/support/people.ts';
import { createTestServices, type TestServices } from '../../../server/test/support/services.ts';
import { type ServerProcess, startServer } from '../../../server/test/support/start-server.ts';
import {
  cloneTemplate,
  startTestCluster,
  type TestCluster,
} from '../../../server/test/support/test-cluster.ts';

export interface LargeBoard {
  readonly services: TestServices;
  readonly server: ServerProcess;
  readonly strike: LocalOnStrike;
  readonly organizer: Joined;
}

/** A server of its own with one board of so many cards, for one test file; `first` makes some that the file knows. */
export function useLargeBoard(
  name: string,
  cards: number,
  first: (services: TestServices, strike: LocalOnStrike) => Promise<void>,
): LargeBoard {
  const board = {} as { -readonly [Part in keyof LargeBoard]: LargeBoard[Part] };
  let cluster: TestCluster | undefined;

  beforeAll(async () => {
    cluster = await startTestCluster();
    const databaseUrl = await cloneTemplate(cluster.adminUrl, name);
    board.services = await createTestServices(databaseUrl);
    board.strike = await localOnStrike(board.services);
    board.organizer = await joinAs(board.services, aHandle());
    const { organizationId, carmen } = board.strike;
    const { handle } = board.organizer.viewer;
    await setRole(board.services, carmen, { organizationId, handle, role: 'ORGANIZER' });
    await first(board.services, board.strike);
    await makeManyCards(board.services, board.strike, cards);
    board.server = await startServer({ DATABASE_URL: databaseUrl, APP_SECRET: 'x'.repeat(32) });
  });
  afterAll(async () => {
    await board.server?.stop();
    await board.services?.close();
    await cluster?.stop();
  });
  return board;
}
