import { FileRefused } from './file-problem.ts';
import { type Box, boxesIn, findBox, readBox } from './mp4-boxes.ts';
import { type Stretch, stretchesOfTrack } from './mp4-samples.ts';

/** A file that lies somewhere in pieces: read and written over a stretch at a time. */
export interface Bytes {
  size: number;
  read(from: number, to: number): Promise<Buffer>;
  write(at: number, bytes: Buffer): Promise<void>;
}

/** The description of a video of hours; it is held as one. */
const MOST_DESCRIPTION_BYTES = 32_000_000;
/** What is written over at once. */
const WINDOW_BYTES = 512 * 1024;

/** At the top of a file: what there is to be played, and how. All else is blanked. */
const TOP = new Set(['ftyp', 'moov', 'mdat', 'moof', 'sidx', 'styp', 'mfra', 'pdin', 'free', 'skip', 'wide']);
/** In a description: boxes that hold boxes. */
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'dinf', 'edts', 'mvex', 'moof', 'traf']);
/** All that is left in these; makers put boxes of their own beside it. */
const LEFT: Readonly<Record<string, ReadonlySet<string>>> = {
  moov: new Set(['mvhd', 'trak', 'iods', 'mvex', 'pssh']),
  trak: new Set(['tkhd', 'edts', 'mdia', 'tapt', 'trgr']),
  mdia: new Set(['mdhd', 'hdlr', 'minf', 'elng']),
  moof: new Set(['mfhd', 'traf', 'pssh']),
};
/** What says place, time, camera, program, or anything that people or makers wrote, wherever it stands. */
const TELLING = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide', 'tref']);
/** Tracks that are seen, heard or read. What else cameras write along (GPS, motion, faces, time codes) is blanked. */
const SHOWN = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp']);

/**
 * Takes out of an MP4 or MOV, where it lies, all that says where, when and with what it was made: boxes become empty
 * ones of the same length (`free`), times zero, names nothing, and samples of tracks that only machines read zero too.
 * Nothing moves and no picture is made anew, so it takes as long as reading the description. What an encoder writes into
 * the pictures themselves stays. Refuses what cannot be followed. Doing it twice does it once.
 */
export async function cleanVideo(video: Bytes): Promise<void> {
  const found = await topOf(video);
  if (!found.some(({ type }) => type === 'moov') || found[0]?.type !== 'ftyp')
    throw new FileRefused('BROKEN');
  const blank: Stretch[] = [];
  for (const box of found) {
    const isSpace = ['free', 'skip', 'wide'].includes(box.type);
    if (box.type === 'moov' || box.type === 'moof') blank.push(...(await cleanDescription(video, box)));
    else if (!TOP.has(box.type) || isSpace) {
      await video.write(box.start + 4, Buffer.from('free', 'latin1'));
      blank.push({ from: box.content, to: box.end });
    }
  }
  await blankOut(video, blank);
}

async function topOf(video: Bytes): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = 0; at < video.size;) {
    const box = readBox(await video.read(at, Math.min(at + 16, video.size)), at, video.size);
    boxes.push(box);
    // In fragments, a film of hours at most.
    if (boxes.length > 20_000) throw new FileRefused('BROKEN');
    at = box.end;
  }
  return boxes;
}

/** Cleans a `moov` or `moof`, and returns what of the film's samples is to go. */
async function cleanDescription(video: Bytes, top: Box): Promise<Stretch[]> {
  if (top.end - top.start > MOST_DESCRIPTION_BYTES) throw new FileRefused('TOO_LARGE');
  const bytes = await video.read(top.start, top.end);
  const whole = { ...top, start: 0, content: top.content - top.start, end: bytes.length };
  const blank: Stretch[] = [];
  const isInFragments = findBox(bytes, whole, 'mvex') !== undefined;
  for (const track of boxesIn(bytes, whole.content, whole.end).filter(({ type }) => type === 'trak')) {
    if (isShown(bytes, track)) continue;
    // Its samples would lie in pieces that this does not follow.
    if (isInFragments) throw new FileRefused('TYPE');
    blank.push(...stretchesOfTrack(bytes, track, video.size));
    makeFree(bytes, track);
  }
  if (findBox(bytes, whole, 'cmov')) throw new FileRefused('TYPE');
  cleanBoxes(bytes, whole);
  await video.write(top.start, bytes);
  return blank;
}

function isShown(bytes: Buffer, track: Box): boolean {
  const handler = findBox(bytes, track, 'mdia', 'hdlr');
  return (
    handler !== undefined && SHOWN.has(bytes.toString('latin1', handler.content + 8, handler.content + 12))
  );
}

function cleanBoxes(bytes: Buffer, holder: Box): void {
  for (const box of boxesIn(bytes, holder.content, holder.end)) {
    const left = LEFT[holder.type];
    if (TELLING.has(box.type) || (left && !left.has(box.type))) makeFree(bytes, box);
    else if (HOLDERS.has(box.type)) cleanBoxes(bytes, box);
    else if (['mvhd', 'tkhd', 'mdhd'].includes(box.type)) clearTimes(bytes, box);
    // Behind version, flags and two words: who made the handler, and its name, such as that of the camera.
    else if (box.type === 'hdlr') bytes.fill(0, Math.min(box.content + 12, box.end), box.end);
    else if (box.type === 'stsd') clearEncoders(bytes, box);
  }
}

function makeFree(bytes: Buffer, box: Box): void {
  bytes.write('free', box.start + 4, 'latin1');
  bytes.fill(0, box.content, box.end);
}

/** When it was made and changed: after version and flags, in 32 or 64 bits each. */
function clearTimes(bytes: Buffer, { content, end }: Box): void {
  const width = bytes[content] === 1 ? 16 : 8;
  bytes.fill(0, content + 4, Math.min(content + 4 + width, end));
}

/** The name of the encoder in each description of a picture: 32 bytes, 42 behind its header. Sound has none there. */
function clearEncoders(bytes: Buffer, { content, end }: Box): void {
  for (const entry of boxesIn(bytes, content + 8, end)) {
    const isPicture = /^(avc|hvc|hev|mp4v|vp0|av01|ap[a-z0-9]|jpeg|s263)/i.test(entry.type);
    const at = entry.content + 42;
    if (isPicture && at + 32 <= entry.end) bytes.fill(0, at, at + 32);
  }
}

/** Writes zeros over stretches, window after window, each written once however many lie in it. */
async function blankOut(video: Bytes, stretches: readonly Stretch[]): Promise<void> {
  const byWindow = new Map<number, Stretch[]>();
  for (const { from, to } of stretches) {
    for (let window = Math.floor(from / WINDOW_BYTES); window * WINDOW_BYTES < to; window += 1) {
      const inWindow = byWindow.get(window);
      if (inWindow) inWindow.push({ from, to });
      else byWindow.set(window, [{ from, to }]);
    }
  }
  for (const [window, inWindow] of byWindow) {
    const begin = window * WINDOW_BYTES;
    const bytes = await video.read(begin, Math.min(begin + WINDOW_BYTES, video.size));
    for (const { from, to } of inWindow)
      bytes.fill(0, Math.max(0, from - begin), Math.min(bytes.length, to - begin));
    await video.write(begin, bytes);
  }
}
