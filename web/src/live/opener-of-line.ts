import { page } from '$app/state';
import type { LineEvents, LiveSocket } from './live-socket.ts';

/** Behind an edge whoever is nobody follows by streams that it can give to thousands; everybody else by a socket. */
export async function openerOfLine(): Promise<(on: LineEvents) => LiveSocket> {
  if (page.data.atEdge && !page.data.viewer) return (await import('./live-events.ts')).openLiveEvents;
  return (await import('./live-socket.ts')).openLiveSocket;
}
