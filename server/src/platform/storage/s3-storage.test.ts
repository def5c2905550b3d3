import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type S3Server, startS3Server } from '../../../test/support/s3-server.ts';
import { createS3Storage } from './s3-storage.ts';

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.stop());

const inParts = async function* (bytes: Buffer, size = 256 * 1024) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};
async function read(storage: ReturnType<typeof createS3Storage>, key: string, from: number, to: number) {
  const parts: Uint8Array[] = [];
  for await (const part of storage.read(key, from, to)) parts.push(part);
  return Buffer.concat(parts);
}

test('what is put there comes back, whole and in stretches, until it is removed', async () => {
  const storage = createS3Storage(s3.url);
  const bytes = randomBytes(3_000_000);
  await storage.put('a-key', bytes.length, inParts(bytes));
  expect((await read(storage, 'a-key', 0, bytes.length)).equals(bytes)).toBe(true);
  expect(
    (await read(storage, 'a-key', 1_000_001, 2_000_000)).equals(bytes.subarray(1_000_001, 2_000_000)),
  ).toBe(true);
  await storage.remove('a-key');
  await storage.remove('a-key');
  await expect(read(storage, 'a-key', 0, 10)).rejects.toThrow('404');
});

test('what breaks on the way is not there', async () => {
  const storage = createS3Storage(s3.url);
  const broken = async function* () {
    yield randomBytes(100_000);
    throw new Error('the database is away');
  };
  await expect(storage.put('half', 3_000_000, broken())).rejects.toThrow();
  await expect(read(storage, 'half', 0, 10)).rejects.toThrow('404');
});

// s3rver looks at the key, the moment and the headers of a signature; the signature itself is the library's.
test('with another key nothing is kept, and no word of it is told', async () => {
  const storage = createS3Storage(s3.url.replace('S3RVER:S3RVER', 'ANOTHER:its-secret'));
  const told = await storage.put('a-key', 3, inParts(Buffer.from('abc'))).catch(String);
  expect(told).toContain('403');
  expect(told).not.toMatch(/its-secret|ANOTHER/);
});
