import type { PageLine } from '#web/frame/page-line.ts';
import { OpenCardsChangedDocument, type OpenCardsFilter } from '#web/gql/graphql.ts';

/** At most one refresh in this time (ms): a busy hour must not make every visitor reload every second. */
const pause = 2000;

/** Calls `refresh` after open work changed, until the returned function is called. */
export function followOpenCards(
  line: PageLine,
  filter: OpenCardsFilter | null,
  refresh: () => Promise<unknown>,
): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    // By chance within the pause, so that all visitors of a page do not ask in the same moment.
    waiting ??= setTimeout(
      async () => {
        await refresh().catch(() => undefined);
        waiting = undefined;
      },
      pause / 4 + Math.random() * pause,
    );
  };
  const operation = {
    query: OpenCardsChangedDocument.toString(),
    operationName: 'OpenCardsChanged',
    variables: { filter },
  };
  // What changed between the page and the line would be missed: look once when it stands.
  const stop = line.follow(operation, { next: soon, connected: soon });
  return () => {
    clearTimeout(waiting);
    stop();
  };
}
