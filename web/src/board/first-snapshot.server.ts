import { ApiFailure, ApiUnavailable, ApiUnreachable } from '#web/api/api.ts';

/**
 * The cards with which a page begins, as JSON: bytes that the server makes once for everybody who may read the same. Null when
 * there is no such board for this visitor; rejects as the API does.
 */
export async function readFirstSnapshot(
  fetch: typeof globalThis.fetch,
  slug: string,
): Promise<string | null> {
  const path = `/boards/${encodeURIComponent(slug)}/snapshot`;
  // From one process to itself: packing would only cost.
  const answer = await fetch(path, { headers: { 'accept-encoding': 'identity' } }).catch((error: unknown) => {
    throw new ApiUnreachable(String(error), { cause: error });
  });
  if (answer.status === 404) return null;
  if (answer.status === 503) throw new ApiUnavailable('The snapshot is not to be had just now');
  if (!answer.ok) throw new ApiFailure(`The snapshot was answered with ${answer.status}`, null);
  return await answer.text();
}
