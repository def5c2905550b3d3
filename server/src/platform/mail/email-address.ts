import { domainToASCII } from 'node:url';
import { plainText } from '../input/text.ts';
import { InvalidInput } from '../refusal/refusal.ts';

/** What every mail server takes without quoting; stricter than the standard, as people type it. */
const LOCAL_PART = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u;
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** An e-mail address as it was typed, with its domain in the form that mail servers use. Refuses what is none. */
export function takeEmailAddress(typed: string): string {
  const text = plainText(typed, { field: 'address', max: 254 });
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const host = domainToASCII(text.slice(at + 1));
  if (at < 1 || !LOCAL_PART.test(local) || /^\.|\.$|\.\./.test(local) || !HOST.test(host)) {
    throw new InvalidInput('address', 'BAD_CHARACTERS', 'Use an e-mail address, as in name@example.org.');
  }
  return `${local}@${host}`;
}

/** Providers that ignore dots before the @, and the name under which they are counted. */
const IGNORE_DOTS: ReadonlyMap<string, string> = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/**
 * Equal for what may well be one mailbox: `+tags` do not count, nor dots where the provider ignores them. For brakes
 * alone: some servers do tell such addresses apart, so the mail goes where it was typed.
 */
export function foldMailbox(address: string): string {
  const folded = foldAddress(address);
  const domain = domainForCounting(address);
  // A name that begins with + is one.
  const name = folded.slice(0, folded.lastIndexOf('@')).replace(/(?<=.)\+.*$/, '');
  return `${IGNORE_DOTS.has(domain) ? name.replaceAll('.', '') : name}@${domain}`;
}

/** Where an address is, by one name for each provider. */
export function domainForCounting(address: string): string {
  const domain = foldAddress(address.slice(address.lastIndexOf('@') + 1));
  return IGNORE_DOTS.get(domain) ?? domain;
}

/** Equal for addresses that reach the same mailbox almost everywhere. */
export function foldAddress(address: string): string {
  return address.toLowerCase();
}

/** Enough of an address for its owner to know which it is, such as `a…@example.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${address.slice(at)}`;
}
