/** A piece of what somebody wrote: words, an address one can follow, or somebody's handle. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'handle'; readonly text: string };

const LIVE = /https?:\/\/[^\s<>"“”]+|(?<![\p{L}\p{N}._-])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu;
/** What ends a sentence, or closes what was opened before the address, is not of the address. */
const AFTER = /[.,;:!?…'’]+$/;

/** Cuts a text at its addresses and handles. Put together again the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(LIVE)) {
    const piece = found.startsWith('@') ? ({ kind: 'handle', text: found } as const) : linkOf(found);
    if (!piece) continue;
    if (index > from) pieces.push({ kind: 'words', text: text.slice(from, index) });
    pieces.push(piece);
    from = index + piece.text.length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}

function linkOf(found: string): Piece | null {
  let text = found.replace(AFTER, '');
  const count = (sign: string) => text.split(sign).length;
  while (text.endsWith(')') && count(')') > count('(')) text = text.slice(0, -1).replace(AFTER, '');
  const address = URL.parse(text);
  // Whoever reads it sees where it leads: a name before an @ would only look like the place.
  return address && !address.username ? { kind: 'link', text, href: address.href } : null;
}
