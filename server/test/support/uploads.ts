import { toGlobalId } from '../../src/platform/graphql/global-id.ts';

export interface Sender {
  url: string;
  cookie: string;
}

const TUS = { 'tus-resumable': '1.0.0' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Where a file goes: a card or an event, by row id. */
export type Place =
  { cardId: string; use?: 'WORK' | 'CARD' } | { eventId: string; sessionId?: string; shown?: string };

function saidOf(place: Place): Record<string, string> {
  if ('cardId' in place) return { card: toGlobalId('Card', place.cardId), use: place.use ?? 'WORK' };
  return {
    ...{ event: toGlobalId('Event', place.eventId), use: 'EVENT' },
    ...(place.sessionId && { session: toGlobalId('EventSession', place.sessionId) }),
    ...(place.shown && { shown: place.shown }),
  };
}

/** Begins a file by the tus protocol; gives the answer as it came. */
export function begin(
  { url, cookie }: Sender,
  file: Place & { name: string; type: string; bytes: number },
  headers: Record<string, string> = {},
): Promise<Response> {
  const metadata = { ...saidOf(file), filename: file.name, filetype: file.type };
  return fetch(`${url}/uploads`, {
    method: 'POST',
    headers: {
      ...{ ...TUS, cookie, 'upload-length': String(file.bytes) },
      'upload-metadata': Object.entries(metadata)
        .map(([key, value]) => `${key} ${base64(value)}`)
        .join(','),
      ...headers,
    },
  });
}

/** Sends a piece to an address below the server. */
export function send(
  { url, cookie }: Sender,
  address: string,
  offset: number,
  bytes: Uint8Array,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${url}${address}`, {
    method: 'PATCH',
    headers: {
      ...TUS,
      cookie,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes as Uint8Array<ArrayBuffer>,
    ...init,
  });
}

/** How much of it has come. */
export async function offsetOf({ url, cookie }: Sender, address: string): Promise<number> {
  const answer = await fetch(`${url}${address}`, { method: 'HEAD', headers: { ...TUS, cookie } });
  return answer.ok ? Number(answer.headers.get('upload-offset')) : -answer.status;
}

/** A whole file in pieces; gives its row id. */
export async function sendAll(
  sender: Sender,
  file: Place & { name: string; type: string },
  bytes: Buffer,
  pieceBytes = 512 * 1024,
): Promise<string> {
  const begun = await begin(sender, { ...file, bytes: bytes.length });
  if (begun.status !== 201) throw new Error(`${begun.status} ${await begun.text()}`);
  const address = begun.headers.get('location') ?? '';
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const answer = await send(sender, address, at, bytes.subarray(at, at + pieceBytes));
    if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return address.split('/').at(-1)!;
}
