/** Characters of a text as the server counts them: code points, without spaces at the ends. */
export function lengthOf(text: string): number {
  return [...text.normalize('NFC').trim()].length;
}

/** The same of the longest line, where each line is a thing of its own. */
export function longestLine(text: string): number {
  return Math.max(0, ...text.split('\n').map(lengthOf));
}

/** Room that is told before it runs out: a fifth, and of a long text the last few lines. */
export function isNearEnd(length: number, most: number): boolean {
  return most - length <= Math.min(most / 5, 500);
}
