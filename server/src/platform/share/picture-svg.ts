import { drawable, fitWords, isRightToLeft, type PictureFont, type Room } from './fit-words.ts';
import type { PictureWords } from './shared-things.ts';

/** What messengers and social sites show large. */
export const WIDTH = 1_200;
export const HEIGHT = 630;

const PAPER = '#f4efe4';
const INK = '#17130e';
const SIGNAL = '#c8201a';
const MARGIN = 60;
const SPAN = WIDTH - 2 * MARGIN;

const SIGN: Room = {
  font: 'sign',
  width: SPAN,
  height: 330,
  sizes: [156, 140, 124, 110, 98, 86, 76, 66, 58],
  lineHeight: 0.98,
};

/** A picket sign: whose it is on the band, the words on paper, our name on red. */
export function pictureSvg({ over, title, instead, under }: PictureWords): string {
  const sign = drawable(title.toUpperCase(), 'sign') ?? drawable(instead.toUpperCase(), 'sign') ?? '';
  const { size, lines } = fitWords(sign, SIGN);
  const lineHeight = size * SIGN.lineHeight;
  // Capitals are about seven tenths of the size high: the block stands in the middle of its room.
  const first = 126 + (384 - lines.length * lineHeight) / 2 + size * 0.85;
  const drawn = lines.map((line, index) => text(line, { y: first + index * lineHeight, size, fill: INK }));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Strikeboard Sign">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/><rect width="${WIDTH}" height="112" fill="${INK}"/>
${oneLine(over, { y: 70, size: 40, fill: PAPER, width: SPAN })}
${drawn.join('\n')}
<rect y="518" width="${WIDTH}" height="112" fill="${SIGNAL}"/>
${oneLine(under, { y: 588, size: 40, fill: '#fffdf8', width: 720 })}
<text x="${WIDTH - MARGIN}" y="594" font-size="62" fill="#fffdf8" text-anchor="end">STRIKEBOARD</text>
</svg>`;
}

interface Line {
  y: number;
  size: number;
  fill: string;
  font?: PictureFont;
  /** Where it must not reach the end, as another stands there. */
  isLeft?: boolean;
}

/** In the quiet font if it has the letters, else in the other one; nothing where that lacks them too. */
function oneLine(words: string, { width, ...line }: Line & { width: number }): string {
  const font: PictureFont = drawable(words, 'text') === null ? 'sign' : 'text';
  const known = drawable(words, font);
  if (known === null) return '';
  const room = { font, width, height: line.size, sizes: [line.size], lineHeight: 1 };
  const [first = ''] = fitWords(known, room).lines;
  return text(first, { ...line, font, isLeft: width < SPAN });
}

function text(words: string, { y, size, fill, font = 'sign', isLeft = false }: Line): string {
  const isFromRight = isRightToLeft(words);
  // Held together by an isolate: the library takes every line for one that begins from the left.
  const ordered = isFromRight ? `\u2067${words}\u2069` : words;
  const place = isFromRight && !isLeft ? `x="${WIDTH - MARGIN}" text-anchor="end"` : `x="${MARGIN}"`;
  const family = font === 'text' ? ' font-family="Strikeboard Text"' : '';
  return `<text ${place} y="${Math.round(y)}" font-size="${size}" fill="${fill}"${family}>${escape(ordered)}</text>`;
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (words: string) => words.replace(/[&<>"']/g, (sign) => NAMED[sign] ?? sign);
