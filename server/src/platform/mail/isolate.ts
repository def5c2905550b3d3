/** Letters of scripts that run from right to left, and marks that turn a direction. */
const TURNS =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Somebody's words as they stand within a sentence of ours: held apart (Unicode's first strong isolate), so that an
 * Arabic name turns neither the words around it nor the number behind it. All sentences run from left to right: what
 * does so too is left as it is.
 */
export function isolate(words: string): string {
  return TURNS.test(words) ? `\u2068${words}\u2069` : words;
}
