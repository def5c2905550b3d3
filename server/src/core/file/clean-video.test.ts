import { expect, test } from 'vitest';
import { aVideo, SHOT_AT, TELLTALES } from '../../../test/support/a-video.ts';
import { type Bytes, cleanVideo } from './clean-video.ts';
import { FileRefused } from './file-problem.ts';

function inMemory(bytes: Buffer): Bytes & { most: number } {
  const file = {
    size: bytes.length,
    most: 0,
    read: async (from: number, to: number) => {
      file.most = Math.max(file.most, to - from);
      return Buffer.from(bytes.subarray(from, to));
    },
    write: async (at: number, some: Buffer) => void some.copy(bytes, at),
  };
  return file;
}

const says = (bytes: Buffer) => TELLTALES.filter((word) => bytes.includes(word));
const shotAt = Buffer.from(SHOT_AT.toString(16).padStart(8, '0'), 'hex');

test.each(['mp42', 'qt  '])(
  'of a video (%s) its pictures stay, and nothing says where, when and with what',
  async (brand) => {
    const { bytes, pictures } = aVideo({ brand });
    const before = Buffer.from(bytes);
    expect(says(before)).toEqual(TELLTALES);
    expect(before.includes(shotAt)).toBe(true);
    await cleanVideo(inMemory(bytes));
    expect(says(bytes)).toEqual([]);
    expect(bytes.includes(shotAt)).toBe(false);
    expect(bytes.length).toBe(before.length);
    expect(bytes.subarray(pictures.from, pictures.to)).toEqual(before.subarray(pictures.from, pictures.to));
    expect(bytes.toString('latin1').split('trak')).toHaveLength(2);
  },
);

test('cleaned twice, it is as cleaned once', async () => {
  const { bytes } = aVideo();
  await cleanVideo(inMemory(bytes));
  const once = Buffer.from(bytes);
  await cleanVideo(inMemory(bytes));
  expect(bytes.equals(once)).toBe(true);
});

test('however long it is, little of it is held', async () => {
  const { bytes } = aVideo({ filler: 20_000_000 });
  const file = inMemory(bytes);
  await cleanVideo(file);
  expect(file.most).toBeLessThan(1_000_000);
});

test('what cannot be followed is refused', async () => {
  const { bytes } = aVideo();
  const cases: [string, Buffer][] = [
    ['cut short', bytes.subarray(0, bytes.length - 40)],
    ['without a description', bytes.subarray(0, bytes.indexOf('moov') - 4)],
    ['a box longer than the file', Buffer.concat([bytes, Buffer.from([0, 1, 0, 0, 102, 114, 101, 101])])],
    ['a track whose samples lie elsewhere', Buffer.from(bytes)],
    ['a table that claims more than it has', Buffer.from(bytes)],
  ];
  const lastPlace = cases[3]![1].lastIndexOf('stco') + 12;
  cases[3]![1].writeUInt32BE(0xff_ff_ff_00, lastPlace);
  cases[4]![1].writeUInt32BE(0x7f_ff_ff_ff, cases[4]![1].lastIndexOf('stsz') + 12);
  for (const [name, broken] of cases)
    await expect(cleanVideo(inMemory(broken)), name).rejects.toThrow(FileRefused);
});
