import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { lettersOfCode, secretOfLink } from '../../platform/input/typed-code.ts';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread from paper or misheard on a phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 28 characters of 5 bits: 140 bits, in seven groups of four. */
const CODE_LENGTH = 28;

/** What a secret is kept as. Secrets of this strength need no slow hash: there is nothing to guess from. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A session token: 256 random bits as base64url, 43 characters. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A recovery code as it is shown, such as `7K2M-…`: 140 random bits. */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte % 32]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/**
 * The hash of a recovery code however it was typed: any case, any digits, with or without what stands between and
 * around it, O for 0, I or L for 1.
 */
export function hashOfRecoveryCode(typed: string): Buffer {
  return hashOf(lettersOfCode(typed).replace(/O/g, '0').replace(/[IL]/g, '1'));
}

/** The hash of a secret that came by a link, whatever came along with it. */
export function hashOfLinkSecret(given: string): Buffer {
  return hashOf(secretOfLink(given));
}

/** Compares in a time that tells nothing. A missing hash equals none. */
export function isSameHash(one: Buffer, other: Buffer | null): boolean {
  const equal = timingSafeEqual(one, other ?? Buffer.alloc(one.length));
  return equal && other !== null;
}
