/** A secret at the end of a link: 256 bits as base64url. */
const LINK_SECRET = /[\w-]{43}/;
/** Longer than any link of ours with what a mail program hangs on it. */
const MAX_TYPED = 4_000;
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** The text with the digits of every script as those of ASCII. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digit.codePointAt(0)! - zeroOf(digit)));
}

/** The code point of the zero in the system of a digit: its ten digits stand in a run that the zero begins. */
export function zeroOf(digit: string): number {
  let zero = digit.codePointAt(0)!;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return zero;
}

/**
 * What was typed, heard or pasted of a code, in capitals: its letters and digits, in whatever digits, without the
 * quotes, brackets, spaces and marks that came along.
 */
export function lettersOfCode(typed: string): string {
  return asciiDigits(typed.slice(0, MAX_TYPED).normalize('NFKC'))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/**
 * The secret in what was given of a link: all of the link, or what stands behind its #, whatever a mail program or a
 * phone put around it. What holds none is returned as it is, and opens nothing.
 */
export function secretOfLink(given: string): string {
  const parts = given
    .slice(0, MAX_TYPED)
    .replace(UNSEEN, '')
    .split(/#|%(?:25)*23/i);
  return (
    parts
      .reverse()
      .map((part) => LINK_SECRET.exec(part)?.[0])
      .find(Boolean) ?? given
  );
}
