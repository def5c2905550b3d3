import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

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

/** The hash of a recovery code however it was typed: any case, with or without spaces and dashes, O for 0, I or L for 1. */
export function hashOfRecoveryCode(typed: string): Buffer {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return hashOf(letters);
}

/** Compares in a time that tells nothing. A missing hash equals none. */
export function isSameHash(one: Buffer, other: Buffer | null): boolean {
  const equal = timingSafeEqual(one, other ?? Buffer.alloc(one.length));
  return equal && other !== null;
}
