import { MEGABYTE } from '../../platform/storage/storage-limits.ts';

/** How a file is looked through and cleaned. */
export type FileKind = 'PICTURE' | 'PDF' | 'DOCUMENT' | 'VIDEO';

interface TakenType {
  kind: FileKind;
  /** How names of such files end. */
  ending: string;
}

/** All that is taken, by media type. What else there is stays out: HTML and SVG among it. */
const TAKEN: Readonly<Record<string, TakenType>> = {
  'image/jpeg': { kind: 'PICTURE', ending: '.jpg' },
  'image/png': { kind: 'PICTURE', ending: '.png' },
  'image/webp': { kind: 'PICTURE', ending: '.webp' },
  'application/pdf': { kind: 'PDF', ending: '.pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    kind: 'DOCUMENT',
    ending: '.docx',
  },
  'application/vnd.oasis.opendocument.text': { kind: 'DOCUMENT', ending: '.odt' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    kind: 'DOCUMENT',
    ending: '.pptx',
  },
  'application/vnd.oasis.opendocument.presentation': { kind: 'DOCUMENT', ending: '.odp' },
  'video/mp4': { kind: 'VIDEO', ending: '.mp4' },
  'video/quicktime': { kind: 'VIDEO', ending: '.mov' },
};

/** The same for people. */
export const TAKEN_IN_WORDS = 'JPEG, PNG, WebP, PDF, DOCX, ODT, PPTX, ODP, MP4 and MOV';

export const takenType = (mediaType: string): TakenType | undefined =>
  Object.hasOwn(TAKEN, mediaType) ? TAKEN[mediaType] : undefined;

/** Pictures and documents are held as one while they are made anew, so they are smaller than a video may be. */
const HELD_MB = 50;

/** The most bytes that a file of a kind has, where `largest` is what any may have. */
export function mostBytes(kind: FileKind, largest: number): number {
  const isHeld = kind === 'PICTURE' || kind === 'DOCUMENT';
  return isHeld ? Math.min(HELD_MB * MEGABYTE, largest) : largest;
}

/** iPhones call their videos so, which are in no way different. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'video/x-m4v': 'video/mp4',
  'video/m4v': 'video/mp4',
};

/** The media type under its one name. */
export function plainType(declared: string): string {
  const name = declared.split(';')[0]!.trim().toLowerCase();
  return OTHER_NAMES[name] ?? name;
}

/** Names are for people; what a file is says its type, so the name ends as that does. */
export function endingAs(name: string, mediaType: string): string {
  const type = takenType(mediaType);
  if (!type) return name;
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const isRight =
    name.toLowerCase().endsWith(type.ending) ||
    (mediaType === 'image/jpeg' && /\.jpeg$/i.test(name)) ||
    (mediaType === 'video/mp4' && /\.m4v$/i.test(name));
  return isRight ? name : `${stem || 'file'}${type.ending}`;
}
