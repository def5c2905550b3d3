import type { PageLine } from '#web/live/page-line.ts';
import {
  OpenCardsChangedDocument,
  type OpenCardsChangedSubscription,
  type OpenCardsFilter,
} from '#web/gql/graphql.ts';

/** A place in the history of open work, as the answer of `openCards` and each message give it. */
interface Place {
  epoch: string;
  revision: number;
}

/** At most one refresh in this time (ms): a busy hour must not make every visitor reload every second. */
const pause = 2000;

/**
 * Calls `refresh` after open work changed since `from`, the place of the answer that the page shows, until the returned
 * function is called.
 */
export function followOpenCards(
  line: PageLine,
  { filter, from }: { filter: OpenCardsFilter | null; from: Place },
  refresh: () => Promise<unknown>,
): () => void {
  let place = from;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** What was told could not be fetched: it is not told again. */
  let isStale = false;
  const soon = () => {
    // By chance within the pause, so that all visitors of a page do not ask in the same moment.
    waiting ??= setTimeout(
      async () => {
        waiting = undefined;
        isStale = await refresh().then(
          () => false,
          () => true,
        );
      },
      pause / 4 + Math.random() * pause,
    );
  };
  const operation = {
    query: OpenCardsChangedDocument.toString(),
    operationName: 'OpenCardsChanged',
    variables: {
      filter,
      // Again after each break: what changed meanwhile is told then.
      get after() {
        return { epoch: place.epoch, revision: place.revision };
      },
    },
  };
  const stop = line.follow(operation, {
    next: (data) => {
      const { kind, epoch, previousRevision, revision } = (data as OpenCardsChangedSubscription)
        .openCardsChanged;
      const follows = epoch === place.epoch && previousRevision <= place.revision;
      // A heartbeat that does not follow says that something was lost; a reset says so itself.
      if (kind !== 'HEARTBEAT' || !follows) soon();
      if (epoch !== place.epoch || revision > place.revision) place = { epoch, revision };
    },
    connected: () => {
      if (isStale) soon();
    },
  });
  return () => {
    clearTimeout(waiting);
    stop();
  };
}
