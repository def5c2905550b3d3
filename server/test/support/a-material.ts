import { checkFile } from '../../src/core/file/check-file.ts';
import { receivePieces } from '../../src/core/file/receive-piece.ts';
import { beginMaterial, type NewMaterial } from '../../src/features/material/material-place.ts';
import type { Services } from '../../src/platform/services.ts';

/** A PDF of almost nothing, as slides are sent. */
export const SLIDES = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n'.padEnd(600));

export type MaterialWanted = Partial<Omit<NewMaterial, 'eventId' | 'bytes'>> & { data?: Buffer };

/** A file that somebody began to send for an event; returns its row id. */
export function aBegunMaterial(
  services: Services,
  personId: string,
  eventId: string,
  { data = SLIDES, ...wanted }: MaterialWanted = {},
): Promise<string> {
  return beginMaterial(services, personId, {
    ...{ eventId, sessionId: null, shown: 'NOW', name: 'slides.pdf', mediaType: 'application/pdf' },
    ...{ bytes: data.length, ...wanted },
  });
}

/** The rest of it comes, and is looked through. */
export async function letItCome(services: Services, fileId: string, data: Buffer = SLIDES): Promise<void> {
  await receivePieces(services, fileId, 0, inOne(data));
  await checkFile(services, fileId);
}

/** A file that is at an event; returns its row id. */
export async function aMaterial(
  services: Services,
  personId: string,
  eventId: string,
  wanted: MaterialWanted = {},
): Promise<string> {
  const fileId = await aBegunMaterial(services, personId, eventId, wanted);
  await letItCome(services, fileId, wanted.data);
  return fileId;
}

async function* inOne(bytes: Buffer) {
  yield bytes;
}
