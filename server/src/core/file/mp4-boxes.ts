import { FileRefused } from './file-problem.ts';

/** A box of an MP4 or MOV file (ISO/IEC 14496-12, 4.2; QuickTime calls it atom): where it lies in what was read. */
export interface Box {
  type: string;
  /** Of the whole box. */
  start: number;
  /** Where its content begins. */
  content: number;
  end: number;
}

/** More boxes in one box are no video. */
const MOST_BOXES = 20_000;

/** The header of the box at `start` of a file, from at least its first 16 bytes; `limit` is where what holds it ends. */
export function readBox(head: Buffer, start: number, limit: number): Box {
  if (head.length < 8) throw new FileRefused('BROKEN');
  const short = head.readUInt32BE(0);
  const type = head.toString('latin1', 4, 8);
  let size = short;
  let header = 8;
  if (short === 1) {
    if (head.length < 16) throw new FileRefused('BROKEN');
    size = Number(head.readBigUInt64BE(8));
    header = 16;
  } else if (short === 0) size = limit - start;
  if (size < header || start + size > limit) throw new FileRefused('BROKEN');
  return { type, start, content: start + header, end: start + size };
}

/** The boxes in a stretch of bytes that are all there. QuickTime may end a list with four zero bytes. */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    if (bytes.readUInt32BE(at) === 0 && to - at <= 8) break;
    const box = readBox(bytes.subarray(at, at + 16), at, to);
    boxes.push(box);
    if (boxes.length > MOST_BOXES) throw new FileRefused('BROKEN');
    at = box.end;
  }
  return boxes;
}

/** The first of a type, at the end of a path of types. */
export function findBox(bytes: Buffer, { content, end }: Box, ...path: string[]): Box | undefined {
  const [type, ...below] = path;
  const found = boxesIn(bytes, content, end).find((box) => box.type === type);
  return found && below.length > 0 ? findBox(bytes, found, ...below) : found;
}
