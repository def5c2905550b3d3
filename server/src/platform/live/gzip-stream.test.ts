import { constants, createGunzip, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GzipStream, type Shared } from './gzip-stream.ts';

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 12 }).map((word) => word.repeat(100)),
  fc.constant('x'.repeat(70_000)),
);
const parts = fc.array(fc.record({ text, isShared: fc.boolean() }), { maxLength: 12 });

const shared = (words: string): Shared => ({ plain: Buffer.from(words) });

test('whatever is written, by whichever of both ways, every reader of gzip reads it, with its sums', () => {
  fc.assert(
    fc.property(parts, (written) => {
      const stream = new GzipStream();
      const bytes = [stream.head()];
      for (const part of written)
        bytes.push(part.isShared ? stream.shared(shared(part.text)) : stream.own(Buffer.from(part.text)));
      bytes.push(stream.end());
      expect(gunzipSync(Buffer.concat(bytes)).toString()).toBe(written.map((part) => part.text).join(''));
    }),
  );
});

test('each part can be read when it has come, before the next one is there', async () => {
  const stream = new GzipStream();
  const reader = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  let read = '';
  reader.on('data', (part: Buffer) => (read += part.toString()));
  const give = (bytes: Buffer) => new Promise<void>((resolve) => reader.write(bytes, () => resolve()));
  await give(stream.head());
  await give(stream.shared(shared('one '.repeat(200))));
  expect(read).toBe('one '.repeat(200));
  await give(stream.own(Buffer.from('two')));
  expect(read.endsWith('two')).toBe(true);
});

test('what many get is compressed once', () => {
  const words = shared('the same for all '.repeat(60));
  const [one, other] = [new GzipStream(), new GzipStream()];
  one.own(Buffer.from('something before'));
  const bytes = one.shared(words);
  expect(other.shared(words)).toBe(bytes);
  expect(bytes.length).toBeLessThan(100);
});
