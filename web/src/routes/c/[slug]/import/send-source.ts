import { ApiFailure } from '#web/api/api.ts';
import { reaching } from '#web/api/reaching.ts';

/** As much as the server takes of one file. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** Sends what is to be imported; returns by what the API knows it. */
export async function sendSource(campaignId: string, source: Blob): Promise<string> {
  const answer = await reaching(fetch)(`/imports?campaign=${campaignId}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: source,
  });
  const told = (await answer.json()) as {
    source?: string;
    errors?: { message: string; extensions?: { code?: string; logId?: string } }[];
  };
  const [refused] = told.errors ?? [];
  if (refused || !told.source) {
    const { code, logId } = refused?.extensions ?? {};
    throw new ApiFailure(refused?.message ?? 'The answer was empty', logId ?? null, code ?? null);
  }
  return told.source;
}
