/** The easy half of the server's rules for handles, so that one learns them while typing. The server decides. */
const shortest = 3;
const longest = 24;
/** Joiners stand between letters in Persian, Hindi or Sinhala; where, the server knows. */
const letterOrDigit = String.raw`(?:\p{L}[\p{M}\u200C\u200D]{0,6}|\p{Nd})`;
const shape = new RegExp(`^${letterOrDigit}+(?:[-_.]${letterOrDigit}+)*$`, 'u');
/** While typing, a handle may end in a sign that the next letter makes right. */
const shapeSoFar = new RegExp(`^${letterOrDigit}+(?:[-_.]${letterOrDigit}+)*[-_.]?$`, 'u');

export type HandleState =
  | { kind: 'empty' }
  | { kind: 'shape' }
  | { kind: 'short'; missing: number }
  | { kind: 'long'; over: number }
  | { kind: 'good' };

/** How far a handle is while it is being typed. Lengths are in characters as people count them. */
export function checkHandle(typed: string): HandleState {
  // Marks of direction come along with a paste; the server drops them too.
  const handle = typed
    .replace(/[^\P{Cf}\u200C\u200D]/gu, '')
    .normalize('NFKC')
    .trim();
  const length = [...handle].length;
  if (length === 0) return { kind: 'empty' };
  if (!shapeSoFar.test(handle)) return { kind: 'shape' };
  if (length < shortest) return { kind: 'short', missing: shortest - length };
  if (length > longest) return { kind: 'long', over: length - longest };
  return shape.test(handle) ? { kind: 'good' } : { kind: 'shape' };
}
