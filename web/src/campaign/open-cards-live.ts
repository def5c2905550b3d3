import { OpenCardsChangedDocument, type OpenCardsFilter } from '#web/gql/graphql.ts';

/** At most one refresh in this time (ms): a busy hour must not make every visitor reload every second. */
const pause = 2000;

/**
 * Calls `refresh` after open work changed, until the returned function is called. The socket is loaded and
 * opened only when the browser is idle, so that it weighs nothing on the first view.
 */
export function followOpenCards(filter: OpenCardsFilter | null, refresh: () => Promise<unknown>): () => void {
  let stop: () => void = () => {};
  let stopped = false;
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

  const start = async () => {
    const { openLiveSocket } = await import('#web/board/live-socket.ts');
    if (stopped) return;
    // What changed between the page and the socket would be missed: look once when the line stands.
    const socket = openLiveSocket(`${location.origin.replace(/^http/, 'ws')}/graphql`, {
      connected: soon,
      lost: () => {},
      signedOut: () => {},
    });
    socket.subscribe(
      {
        query: OpenCardsChangedDocument.toString(),
        operationName: 'OpenCardsChanged',
        variables: { filter },
      },
      { next: soon, ended: () => {} },
    );
    stop = () => socket.close();
  };
  // Without a connection the page simply stays as it is; the notice on top says so.
  const idle = setTimeout(() => void start().catch(() => undefined), 1500);

  return () => {
    stopped = true;
    clearTimeout(idle);
    clearTimeout(waiting);
    stop();
  };
}
