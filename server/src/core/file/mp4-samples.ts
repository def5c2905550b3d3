import { FileRefused } from './file-problem.ts';
import { type Box, findBox } from './mp4-boxes.ts';

export interface Stretch {
  from: number;
  to: number;
}

/** A track of some hours with a sample for every picture. */
const MOST_SAMPLES = 2_000_000;

/**
 * Where in a file of `size` bytes the samples of a track lie: one stretch for each chunk, from the tables that say which
 * chunks there are, how many samples each has, and how long these are (ISO/IEC 14496-12, 8.7).
 */
export function stretchesOfTrack(bytes: Buffer, track: Box, size: number): Stretch[] {
  const tables = findBox(bytes, track, 'mdia', 'minf', 'stbl');
  if (!tables) return [];
  const [perChunk, sizes, near, far] = ['stsc', 'stsz', 'stco', 'co64'].map((type) =>
    findBox(bytes, tables, type),
  );
  const offsets = near ?? far;
  if (!perChunk || !sizes || !offsets) throw new FileRefused('TYPE');
  const chunks = table(bytes, offsets, far && !near ? 8 : 4, 4);
  const runs = table(bytes, perChunk, 12, 4);
  const sameSize = bytes.readUInt32BE(sizes.content + 4);
  const samples = sameSize > 0 ? undefined : table(bytes, sizes, 4, 8);
  const stretches: Stretch[] = [];
  let run = 0;
  let sample = 0;
  for (let chunk = 0; chunk < chunks.count; chunk += 1) {
    // The runs name the first of their chunks, counted from one.
    while (run + 1 < runs.count && runs.at(run + 1) <= chunk + 1) run += 1;
    const count = runs.count > 0 ? bytes.readUInt32BE(runs.place(run) + 4) : 0;
    if (sample + count > MOST_SAMPLES) throw new FileRefused('TOO_LARGE');
    let length = 0;
    for (let each = 0; each < count; each += 1) length += samples ? samples.at(sample + each) : sameSize;
    sample += count;
    const from = far && !near ? Number(bytes.readBigUInt64BE(chunks.place(chunk))) : chunks.at(chunk);
    if (from + length > size) throw new FileRefused('BROKEN');
    stretches.push({ from, to: from + length });
  }
  return stretches;
}

/** A table of a full box: after version, flags and `before - 4` more bytes, how many entries, then these. */
function table(bytes: Buffer, box: Box, width: number, before: number) {
  const head = box.content + before;
  const count = head + 4 <= box.end ? bytes.readUInt32BE(head) : 0;
  if (count > MOST_SAMPLES || head + 4 + count * width > box.end) throw new FileRefused('BROKEN');
  const place = (index: number) => head + 4 + index * width;
  return {
    count,
    place,
    at: (index: number) => {
      if (index >= count) throw new FileRefused('BROKEN');
      return bytes.readUInt32BE(place(index));
    },
  };
}
