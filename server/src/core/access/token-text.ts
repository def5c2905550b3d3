import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hashOf } from './secret.ts';

/** By this anybody, and every scanner for secrets, knows a token of ours. */
const PREFIX = 'sbt_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 22;
/** 190 random bits. */
const SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${ID_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/** A new token for the row `id`: `sbt_`, the id, a secret, and a checksum over all that. To be shown once. */
export function newTokenText(id: string): string {
  const body = PREFIX + inDigits(BigInt(`0x${id.replaceAll('-', '')}`), ID_LENGTH) + newSecret();
  return body + checksumOf(body);
}

/**
 * The row id in a token, and the hash it has to have there; null for what cannot be one. The checksum tells a mistyped
 * or invented one without asking the database.
 */
export function readTokenText(text: string): { id: string; hash: Buffer } | null {
  if (!SHAPE.test(text)) return null;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  if (checksumOf(body) !== text.slice(-CHECKSUM_LENGTH)) return null;
  let number = 0n;
  for (const digit of body.slice(PREFIX.length, PREFIX.length + ID_LENGTH))
    number = number * 62n + BigInt(DIGITS.indexOf(digit));
  const hex = number.toString(16).padStart(32, '0');
  // 22 digits hold a little more than 128 bits.
  if (hex.length > 32) return null;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), hash: hashOf(text) };
}

/** CRC-32 in six digits, as GitHub's tokens have it: scanners know how to check that. */
function checksumOf(body: string): string {
  return inDigits(BigInt(crc32(body)), CHECKSUM_LENGTH);
}

function inDigits(number: bigint, length: number): string {
  let text = '';
  for (let left = number; text.length < length; left /= 62n) text = DIGITS[Number(left % 62n)] + text;
  return text;
}

/** Bytes at or above 248 are left out, so that each digit is as likely as any other. */
function newSecret(): string {
  let text = '';
  while (text.length < SECRET_LENGTH)
    for (const byte of randomBytes(SECRET_LENGTH))
      if (byte < 248 && text.length < SECRET_LENGTH) text += DIGITS[byte % 62];
  return text;
}
