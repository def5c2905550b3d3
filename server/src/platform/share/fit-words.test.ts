import { expect, test } from 'vitest';
import { drawable, fitWords, isRightToLeft, type Room, widthOf } from './fit-words.ts';

const room: Room = { font: 'sign', width: 1080, height: 330, sizes: [156, 110, 58], lineHeight: 1 };

test.each([
  ['Marks stay', 'Łódź, Điện Biên, São', 'Łódź, Điện Biên, São'],
  ['letters and marks apart come together', 'E\u0301l', 'Él'],
  [
    'Arabic, Hebrew, Cyrillic, Greek and Hindi',
    'إضراب שביתה забастовка απεργία हड़ताल',
    'إضراب שביתה забастовка απεργία हड़ताल',
  ],
  ['emoji and what nobody sees go', 'Strike 👩🏽‍🔧🇺🇸❤️\u202e now\u0000', 'Strike \u200d now'],
])('%s', (_what, text, drawn) => {
  expect(drawable(text, 'sign')?.replaceAll('\u200d', '')).toBe(
    drawn.normalize('NFC').replaceAll('\u200d', ''),
  );
});

test('one letter that the font lacks, and nothing is drawn: half a name is a wrong name', () => {
  expect(drawable('罢工', 'sign')).toBeNull();
  expect(drawable('Strike 파업', 'sign')).toBeNull();
  expect(drawable('забастовка', 'text')).toBeNull();
  expect(drawable(' \u200b ✊ ', 'sign')).toBeNull();
});

test('few words are large, many small, and none pass the room', () => {
  const few = fitWords('PAY US', room);
  const many = fitWords('SAFE STAFFING ON EVERY WARD AND EVERY NIGHT OF THE YEAR FOR ALL', room);
  expect(few).toEqual({ size: 156, lines: ['PAY US'] });
  expect(many.size).toBeLessThan(156);
  for (const line of many.lines) expect(widthOf(line, 'sign') * many.size).toBeLessThanOrEqual(1080);
});

test('a word without an end is broken, and a text without an end is cut with a sign that says so', () => {
  const long = fitWords('W'.repeat(400), room);
  expect(long.size).toBe(58);
  expect(long.lines.length * 58).toBeLessThanOrEqual(330);
  expect(long.lines.at(-1)).toMatch(/…$/);
  for (const line of long.lines) expect(widthOf(line, 'sign') * 58).toBeLessThanOrEqual(1080);
});

test('the first letter says where a line begins', () => {
  expect(isRightToLeft('24 عمال UAW')).toBe(true);
  expect(isRightToLeft('UAW عمال')).toBe(false);
});
