import { type Context, createContext } from '../access/context.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { notAllowed, notSignedIn } from '../../platform/refusal/refusal.ts';
import { rememberHere } from '../access/browser-marks.ts';
import { deviceName } from '../access/device.ts';
import type { EntryLimit } from '../../platform/entries/entry-limit.ts';
import type { Visitor } from './join.ts';
import type { OpenedSession } from './open-session.ts';
import { endedSessionCookie, sessionCookie } from '../access/session-cookie.ts';
import type { Viewer } from '../access/viewer.ts';
import { toViewer, type ViewerType } from './viewer.type.ts';

/**
 * The visitor behind an operation that is about to open a session. Refuses a socket, which cannot take a cookie,
 * and an address that came too often.
 */
export async function visitorOf({ http, viewer }: Context, limit?: EntryLimit): Promise<Visitor> {
  if (!http)
    throw notAllowed(
      'BY_POST',
      'Do this by POST: the session comes as a cookie, which a socket cannot carry.',
    );
  await limit?.count(visitorAddress(http.request));
  return { viewer, device: deviceName(http.request.headers['user-agent']) };
}

/** Gives the browser its cookie, and one that remembers who was here. The rest of the operation runs as the person who came in. */
export function letIn(context: Context, { viewer, token }: OpenedSession): ViewerType {
  const { services, http } = context;
  http?.response.setHeader('set-cookie', [
    sessionCookie(services.config, token),
    rememberHere(services, http.request, viewer.personId),
  ]);
  becomes(context, viewer);
  return toViewer(viewer);
}

/** Takes the cookie back. The rest of the operation runs as nobody. */
export function letOut(context: Context): void {
  const { services, http, viewer } = context;
  http?.response.setHeader('set-cookie', [
    endedSessionCookie(services.config),
    ...(viewer ? [rememberHere(services, http.request, viewer.personId)] : []),
  ]);
  becomes(context, null);
}

/** Rights and what was read under them change together: loaders keep what they read. */
function becomes(context: Context, viewer: Viewer | null): void {
  const { services, http, requestId } = context;
  const next = createContext(services, { viewer, http, requestId });
  // As properties and not as values: some are made when they are first asked for.
  Object.defineProperties(context, Object.getOwnPropertyDescriptors(next));
}

/** The signed-in person, suspended or not: what is about one's own sessions stays open to the suspended. */
export function signedIn({ viewer }: Context): Viewer {
  if (!viewer) throw notSignedIn();
  return viewer;
}
