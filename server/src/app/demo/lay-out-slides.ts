import type { Viewer } from '../../core/access/viewer.ts';
import { checkFile } from '../../core/file/check-file.ts';
import { receivePieces } from '../../core/file/receive-piece.ts';
import { beginMaterial } from '../../features/material/material-place.ts';
import type { MaterialShown } from '../../features/material/material.entity.ts';
import type { Services } from '../../platform/services.ts';
import { drawSlides } from './draw-slides.ts';

/** Slides of an event of the demo: what each of them says. */
export interface DemoSlides {
  name: string;
  shown: MaterialShown;
  pages: string[];
}

/** Sends them as a host does from a phone, and waits until they have been looked through. */
export async function layOutSlides(
  services: Services,
  host: Viewer,
  eventId: string,
  { name, shown, pages }: DemoSlides,
): Promise<void> {
  const data = drawSlides(pages);
  const fileId = await beginMaterial(services, host.personId, {
    ...{ eventId, sessionId: null, name, shown, mediaType: 'application/pdf', bytes: data.length },
  });
  await receivePieces(services, fileId, 0, inOne(data));
  await checkFile(services, fileId);
}

async function* inOne(data: Buffer) {
  yield data;
}
