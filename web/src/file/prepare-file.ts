/** A file as it is sent. */
export interface Prepared {
  blob: Blob;
  name: string;
  type: string;
}

/** What may be chosen; the server looks at what is in it. */
export const TAKEN =
  'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif,application/pdf,.pdf,.docx,.odt,.pptx,.odp,video/mp4,video/quicktime,.mp4,.mov,.m4v';

const BY_ENDING: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  heif: 'image/heic',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
};

/** Many devices give no type to what they do not show themselves. */
export function typeOf({ type, name }: { type: string; name: string }): string {
  if (type === 'image/heif' || type === 'image/heic') return 'image/heic';
  return type || BY_ENDING[name.split('.').at(-1)?.toLowerCase() ?? ''] || 'application/octet-stream';
}

/** Neither this browser nor our own reader can read this HEIC. */
export class HeicUnreadable extends Error {}

/**
 * Makes a photo anew from its pixels, so that place, time and camera do not leave the phone; a HEIC becomes a JPEG. What
 * cannot be read here is sent as it is: the server takes the same out of it, and of videos and documents alone.
 */
export async function prepareFile(file: File): Promise<Prepared> {
  const type = typeOf(file);
  const asItIs = { blob: file, name: file.name, type };
  if (type !== 'image/jpeg' && type !== 'image/png' && type !== 'image/heic') return asItIs;
  const into = type === 'image/png' ? 'image/png' : 'image/jpeg';
  const picture = await readPicture(file, type);
  const blob = picture && (await redraw(picture, into).catch(() => null));
  if (blob?.type === into) {
    const name = type === 'image/heic' ? `${file.name.replace(/\.\w+$/, '')}.jpg` : file.name;
    return { blob, name, type: into };
  }
  if (type === 'image/heic') throw new HeicUnreadable();
  return asItIs;
}

/** Null for what cannot be read as a picture. */
async function readPicture(file: Blob, type: string): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    // Safari alone reads a HEIC by itself.
    return type === 'image/heic' ? (await import('./read-heic.ts')).readHeic(file) : null;
  }
}

async function redraw(picture: ImageBitmap, type: string): Promise<Blob | null> {
  try {
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(picture, 0, 0);
    return await new Promise((resolve) => canvas.toBlob(resolve, type, 0.95));
  } finally {
    picture.close();
  }
}
