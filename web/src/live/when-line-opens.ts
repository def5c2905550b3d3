import { page } from '$app/state';
import { keepAsking } from '#web/browser/keep-asking.ts';
import { openLiveSocket, type LineEvents, type LiveSocket } from './live-socket.ts';

/** Behind an edge there are streams that it can give to thousands: for whoever is nobody. */
export function followsByStreams(): boolean {
  return page.data.atEdge === true && !page.data.viewer;
}

/** Opens the line of a page: the code of streams comes late, a socket is there at once. */
export function whenLineOpens(
  signal: AbortSignal,
  use: (open: (on: LineEvents) => LiveSocket) => void,
): void {
  if (!followsByStreams()) return use(openLiveSocket);
  keepAsking(() => import('./live-events.ts'), { signal }).then(
    ({ openLiveEvents }) => {
      if (!signal.aborted) use(openLiveEvents);
    },
    () => undefined,
  );
}
