import type { Vault } from '../../platform/vault/vault.ts';

const urlPlace = (id: string) => `webhook.sealed_url:${id}`;
const secretPlace = (id: string) => `webhook.sealed_secret:${id}`;

export const sealUrl = (vault: Vault, id: string, url: string) => vault.seal(url, urlPlace(id));
export const urlOf = (vault: Vault, { id, sealedUrl }: { id: string; sealedUrl: Buffer }) =>
  vault.open(sealedUrl, urlPlace(id));

export const sealSecret = (vault: Vault, id: string, secret: string) => vault.seal(secret, secretPlace(id));

/** The secrets that sign now, the newest first. The old one was sealed in the same place. */
export const secretsOf = (
  vault: Vault,
  webhook: { id: string; sealedSecret: Buffer; sealedOldSecret: Buffer | null },
): string[] =>
  [webhook.sealedSecret, webhook.sealedOldSecret].flatMap((sealed) =>
    sealed ? [vault.open(sealed, secretPlace(webhook.id))] : [],
  );
