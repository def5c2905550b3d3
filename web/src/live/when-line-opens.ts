import { page } from '$app/state';
import { keepAsking } from '#web/browser/keep-asking.ts';
import { openLiveSocket, type LineEvents, type LiveSocket } from './live-socket.ts';

/**
 * Behind an edge whoever is nobody follows by streams that it can give to thousands, whose code comes late; everybody
 * else by a socket, at once.
 */
export function whenLineOpens(
  signal: AbortSignal,
  use: (open: (on: LineEvents) => LiveSocket) => void,
): void {
  if (!page.data.atEdge || page.data.viewer) return use(openLiveSocket);
  keepAsking(() => import('./live-events.ts'), { signal }).then(
    ({ openLiveEvents }) => {
      if (!signal.aborted) use(openLiveEvents);
    },
    () => undefined,
  );
}
