import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../startup/project-dir.ts';

/** The fonts of pictures: `sign` is heavy and narrow and has every script we draw, `text` quiet and Latin. */
export type PictureFont = 'sign' | 'text';

export const fontsFolder = () => join(projectDir(), 'server/fonts');

let widths: Record<PictureFont, Record<string, number>> | undefined;
/** Thousandths of the font's size, by code point. Read at the first use. */
const widthsOf = (font: PictureFont) =>
  (widths ??= JSON.parse(readFileSync(join(fontsFolder(), 'widths.json'), 'utf8')) as NonNullable<
    typeof widths
  >)[font];

/** Joins what scripts write joined, and no sign of its own. */
const JOINERS = /[\u200c\u200d]/u;

/**
 * The text as it can be drawn with a font: without emoji and invisible signs, of which no letter depends. Null where a
 * letter is left that the font lacks (Chinese, Korean and many more): half a name is a wrong name.
 */
export function drawable(text: string, font: PictureFont): string | null {
  const known = widthsOf(font);
  const bare = text
    .normalize('NFC')
    .replace(
      /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20e3|\p{Variation_Selector}/gu,
      '',
    )
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{C}/gu, (sign) => (JOINERS.test(sign) ? sign : ''))
    .trim();
  if (bare === '') return null;
  const has = (sign: string) => JOINERS.test(sign) || known[sign.codePointAt(0)!] !== undefined;
  return [...bare].every(has) ? bare : null;
}

/** How wide a line is at most, in units of the font's size. What is written joined comes out narrower. */
export function widthOf(line: string, font: PictureFont): number {
  const known = widthsOf(font);
  let sum = 0;
  for (const sign of line) sum += known[sign.codePointAt(0)!] ?? 0;
  return sum / 1_000;
}

/** Whether a line begins from the right: its first letter that has a direction decides. */
export function isRightToLeft(line: string): boolean {
  const first = /[\p{L}]/u.exec(line)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first);
}

export interface Room {
  font: PictureFont;
  width: number;
  height: number;
  /** From the largest to the smallest. */
  sizes: readonly number[];
  lineHeight: number;
}

/** The words in lines, as large as the room allows. What does not fit at the smallest size ends in an ellipsis. */
export function fitWords(text: string, { font, width, height, sizes, lineHeight }: Room) {
  let fitted: { size: number; lines: string[] } = { size: 0, lines: [] };
  for (const size of sizes) {
    const most = Math.max(1, Math.floor(height / (size * lineHeight)));
    const { lines, broken } = inLines(text, font, width / size);
    const isLast = size === sizes.at(-1);
    fitted = { size, lines };
    // A word is broken only where no smaller size helps.
    if (lines.length <= most && (!broken || isLast)) return fitted;
    if (isLast) return { size, lines: cut(lines, most, font, width / size) };
  }
  return fitted;
}

function inLines(text: string, font: PictureFont, width: number): { lines: string[]; broken: boolean } {
  const lines: string[] = [];
  let line = '';
  let broken = false;
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const sign of signsOf(word)) {
      if (line !== '' && widthOf(line + sign, font) > width) {
        lines.push(line);
        line = '';
        broken = true;
      }
      line += sign;
    }
  }
  if (line !== '') lines.push(line);
  return { lines, broken };
}

function cut(lines: string[], most: number, font: PictureFont, width: number): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const signs = signsOf(kept.at(-1) ?? '');
  while (signs.length > 0 && widthOf(`${signs.join('').trimEnd()}…`, font) > width) signs.pop();
  return [...kept.slice(0, -1), `${signs.join('').trimEnd()}…`];
}

/** Letters with their marks. */
function signsOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
