import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { plainText, type TextRules } from '../../platform/input/text.ts';

/** What no text holds, but for line breaks and tabs. */
const FORBIDDEN = /(?![\n\t\r\v\f\u0085])[\p{Cc}\p{Cs}]/gu;

/** Of one text: what is longer was not written for a card. Trello takes 16,384. */
const MOST_CHARACTERS = 100_000;

export interface SoftText {
  text: string;
  /** Whether invisible signs were taken out. */
  isCleaned: boolean;
}

/** A text of a file as our own texts are: what a person would be asked to mend is mended, since nobody sees each of them. */
export function softText(value: string, { multiline = false }: Pick<TextRules, 'multiline'> = {}): SoftText {
  if (value.length > MOST_CHARACTERS)
    throw new InvalidInput(
      'source',
      'TOO_LONG',
      `There is a text of more than ${MOST_CHARACTERS} characters in it. Shorten it, then import again.`,
      { limit: MOST_CHARACTERS, about: value.slice(0, 40).trim() },
    );
  const clean = value.replace(FORBIDDEN, '');
  const text = plainText(clean, { field: 'source', max: Infinity, optional: true, multiline });
  return { text, isCleaned: clean.length !== value.length };
}

/** At most so many characters, the last of them an ellipsis where there were more. */
export function cut(text: string, max: number): string {
  // A character takes two units at most, so that nothing is spread out that is not needed.
  const characters = [...text.slice(0, 2 * max + 2)];
  if (characters.length <= max && text.length <= 2 * max + 2) return text;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

export const isLonger = (text: string, max: number) =>
  text.length > max && (text.length > 2 * max || [...text].length > max);

/** A long text in pieces that fit, broken where a line or a word ends. */
export function inPieces(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (isLonger(rest, max)) {
    const piece = [...rest.slice(0, 2 * max)].slice(0, max).join('');
    const end = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' '));
    const at = end > piece.length / 2 ? end : piece.length;
    pieces.push(piece.slice(0, at).trim());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest].filter(Boolean);
}
