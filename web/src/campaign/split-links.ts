/** A piece of a text that somebody wrote: words, or an address to go to. */
export interface Piece {
  text: string;
  href?: string;
}

/** Nothing invisible or turned belongs to an address that people are to trust by reading it. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»\p{C}]+/giu;
/** What ends a sentence or closes a bracket behind an address. */
const BEHIND = /[.,;:!?…'’)\]}*_]+$/u;

/** Finds the http(s) addresses in a text. Everything else stays as it is written: there are no signs of formatting. */
export function splitLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = withoutEnd(match[0]);
    const url = URL.parse(shown);
    // A name before an @ reads like the host and is none.
    if (!url || !url.hostname.includes('.') || url.username || url.password) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    pieces.push({ text: shown, href: url.href });
    at = match.index + shown.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** A bracket that opens within an address may close within it, as in Wikipedia's. */
function withoutEnd(address: string): string {
  let shown = address;
  for (;;) {
    const end = BEHIND.exec(shown)?.[0];
    if (end === undefined) return shown;
    if (shown.endsWith(')') && count(shown, '(') >= count(shown, ')')) return shown;
    shown = shown.slice(0, -1);
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1;
