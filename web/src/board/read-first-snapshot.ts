import { ApiFailure, ApiUnavailable, ApiUnreachable } from '#web/api/api.ts';
import { FirstSnapshot } from './first-snapshot.ts';

export const snapshotPath = (slug: string) => `/boards/${encodeURIComponent(slug)}/snapshot`;

/** Null when there is no such board for this visitor; rejects as the API does. */
export async function readFirstSnapshot(
  fetch: typeof globalThis.fetch,
  slug: string,
  headers: Record<string, string> = {},
): Promise<FirstSnapshot | null> {
  const answer = await fetch(snapshotPath(slug), { headers }).catch((error: unknown) => {
    throw new ApiUnreachable(String(error), { cause: error });
  });
  if (answer.status === 404) return null;
  // Also when this address has asked for too much: a page that waits for its cards goes on waiting.
  if (answer.status === 503 || answer.status === 429)
    throw new ApiUnavailable('The snapshot is not to be had just now');
  if (!answer.ok) throw new ApiFailure(`The snapshot was answered with ${answer.status}`, null);
  return new FirstSnapshot(await answer.text());
}
