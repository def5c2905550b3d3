import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Services } from '../../platform/services.ts';

/** Crockford's base 32: nothing is misread from a screen or misheard at a loud door. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;
const MARK_BYTES = 12;

/** A code for the door, such as `7K2M9A`: one of a thousand million, unique within its event. */
export function newSeatCode(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % 32]).join('');
}

/** What stands in the drawn code: whose place it is, and that we said so. */
export function seatToken({ vault }: Pick<Services, 'vault'>, registrationId: string): string {
  const id = Buffer.from(registrationId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, markOf(vault, registrationId)]).toString('base64url');
}

/** The row id in a drawn code, or null for what we never drew; a link with such a code behind its # is as good. */
export function readSeatToken({ vault }: Pick<Services, 'vault'>, shown: string): string | null {
  const bytes = Buffer.from(shown.trim().split('#').at(-1) ?? '', 'base64url');
  if (bytes.length !== 16 + MARK_BYTES) return null;
  const id = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return timingSafeEqual(bytes.subarray(16), markOf(vault, id)) ? id : null;
}

const markOf = (vault: Services['vault'], id: string) =>
  vault.keyedHash(id, 'seat at an event').subarray(0, MARK_BYTES);
