import { beginFile } from '../../src/core/file/begin-file.ts';
import { checkFile } from '../../src/core/file/check-file.ts';
import type { FileUse } from '../../src/core/file/file.entity.ts';
import { receivePieces } from '../../src/core/file/receive-piece.ts';
import type { Services } from '../../src/platform/services.ts';
import { aPicture } from './a-picture.ts';

export interface FileWanted {
  use?: Exclude<FileUse, 'EVENT'>;
  name?: string;
  mediaType?: string;
  bytes?: Buffer;
}

/** A file that somebody sent for a card, in one piece, and that was looked through; returns its row id. */
export async function aFile(
  services: Services,
  personId: string,
  cardId: string,
  { use = 'WORK', name = 'leaflet.jpg', mediaType = 'image/jpeg', bytes }: FileWanted = {},
): Promise<string> {
  const sent = bytes ?? (await aPicture());
  const given = { cardId, use, name, mediaType, bytes: sent.length };
  const fileId = await beginFile(services, personId, given);
  await receivePieces(services, fileId, 0, inOne(sent));
  await checkFile(services, fileId);
  return fileId;
}

export const aCardFile = (services: Services, organizerId: string, cardId: string) =>
  aFile(services, organizerId, cardId, { use: 'CARD' });

async function* inOne(bytes: Buffer) {
  yield bytes;
}
