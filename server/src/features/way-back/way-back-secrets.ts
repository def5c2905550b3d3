import { type RawBuilder, sql } from 'kysely';
import { hashOf } from '../../core/access/secret.ts';
import { foldAddress } from '../../platform/mail/email-address.ts';
import type { Vault } from '../../platform/vault/vault.ts';

/** For how long link and digits open something, and how many wrong digits they stand. */
export const WAY_BACK_MINUTES = 10;
export const WAY_BACK_TRIES = 5;

/** What stands behind the # of the link: 256 bits as base64url. The job that sends it makes it again. */
export function tokenOf(vault: Vault, wayBackId: string): string {
  return vault.keyedHash(wayBackId, 'way back link').toString('base64url');
}

/** The six digits that do the same on another device. */
export function digitsOf(vault: Vault, wayBackId: string): string {
  const hash = vault.keyedHash(wayBackId, 'way back digits');
  return String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** What both are kept as. */
export function hashesOf(vault: Vault, wayBackId: string): { tokenHash: Buffer; codeHash: Buffer } {
  return {
    tokenHash: hashOf(tokenOf(vault, wayBackId)),
    codeHash: digitsHash(vault, wayBackId, digitsOf(vault, wayBackId)),
  };
}

export function digitsHash(vault: Vault, wayBackId: string, digits: string): Buffer {
  return vault.keyedHash(`${wayBackId} ${digits}`, 'way back digits hash');
}

/** By which a confirmed address is found (`contact.address_key`). */
export function addressKeyOf(vault: Vault, address: string): Buffer {
  return vault.keyedHash(foldAddress(address), 'e-mail address');
}

/** Of `way_back way` and `contact`: not too old, and its address is the one that was confirmed when it was asked for. */
export const counts: RawBuilder<boolean> = sql<boolean>`(contact.person_id = way.person_id
  and contact.confirmed_at <= way.asked_at
  and way.asked_at > clock_timestamp() - make_interval(mins => ${sql.lit(WAY_BACK_MINUTES)}))`;
