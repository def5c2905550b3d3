import { moveCard } from '../src/core/card/move-card.ts';
import { startReplica } from '../test/live/support/replica.ts';
import { makeBusyBoard } from './busy-board.ts';
import { atRate, commitsOf, type FanOutServer, type Setting } from './fan-out-server.ts';

/** A whole server whose organizer moves cards: commit, hint, log, execution, sockets, all in one process as in use. */
export async function openStrikeboard({
  databaseUrl,
  cards,
  joins,
  environment,
}: Setting): Promise<FanOutServer> {
  const replica = await startReplica(databaseUrl, {
    timing: { poll: 1_000 },
    ...(environment && { environment }),
  });
  const { services, live } = replica;
  const mine = joins === undefined ? await makeBusyBoard(services, cards) : undefined;
  const committedAt = commitsOf(services, (hint) => 'board' in hint);
  let turn = 0;
  const move = async () => {
    if (!mine) throw new Error('Another server moves the cards of this board.');
    const cardId = mine.open[++turn % 50]?.id ?? '';
    const { revision } = await moveCard(services, mine.organizer.viewer.personId, { cardId });
    return revision;
  };
  return {
    url: replica.url,
    board: mine?.board ?? joins ?? null,
    event: async () => {
      const revision = await move();
      return { at: committedAt(), revision };
    },
    rate: (perSecond, seconds) => atRate(perSecond, seconds, move),
    cutAll: () => replica.cutAll(),
    counts: () => live.counts,
  };
}
