import type { Vault } from '../../platform/vault/vault.ts';

/** How long a code counts, and how many wrong answers it stands. */
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;

/**
 * The six digits that confirm an address. Made from the secret of this server and never kept: the job that sends
 * them makes them again.
 */
export function emailCode(vault: Vault, personId: string, sentAt: Date): string {
  const hash = vault.keyedHash(`${personId} ${sentAt.toISOString()}`, 'e-mail code');
  return String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** What a code is kept as: without the secret, nothing to guess a million codes against. */
export function codeHash(vault: Vault, personId: string, code: string): Buffer {
  return vault.keyedHash(`${personId} ${code}`, 'e-mail code hash');
}
