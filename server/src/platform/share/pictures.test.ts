import { expect, test } from 'vitest';
import { pictureSvg } from './picture-svg.ts';
import { Pictures } from './pictures.ts';

const words = (title: string) => ({ over: 'Local 12', title, instead: 'strike', under: 'strike' });

test('who asks for the same words shares one drawing, and a failed one is tried again', async () => {
  let drawn = 0;
  const pictures = new Pictures(async () => {
    drawn += 1;
    if (drawn === 1) throw new Error('out of paint');
    return new Uint8Array([drawn]);
  });
  await expect(pictures.of(words('A'))).rejects.toThrow('out of paint');
  const [one, other] = await Promise.all([pictures.of(words('A')), pictures.of(words('A'))]);
  expect([drawn, one]).toEqual([2, other]);
});

test('they are drawn one after the other, and only so many wait', async () => {
  let running = 0;
  let most = 0;
  const pictures = new Pictures(async () => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return new Uint8Array();
  });
  const all = await Promise.all(Array.from({ length: 50 }, (_, index) => pictures.of(words(String(index)))));
  expect(most).toBe(1);
  expect(all.filter((picture) => picture === null)).toHaveLength(30);
  expect(await pictures.of(words('later'))).not.toBeNull();
});

test('the last two hundred are kept, and no more', async () => {
  let drawn = 0;
  const pictures = new Pictures(async () => new Uint8Array([(drawn += 1)]));
  for (let index = 0; index < 201; index += 1) await pictures.of(words(String(index)));
  await pictures.of(words('200'));
  expect(drawn).toBe(201);
  await pictures.of(words('0'));
  expect(drawn).toBe(202);
});

test('what people wrote stays text', () => {
  const svg = pictureSvg(words('<image href="file:///etc/passwd"/> & "more"'));
  expect(svg).not.toContain('<image');
  expect(svg).toContain('&lt;IMAGE');
});

test('a title in signs that the font lacks gives way to a word of ours', () => {
  expect(pictureSvg(words('罢工'))).toContain('>STRIKE<');
});
