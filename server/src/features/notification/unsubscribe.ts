import { changeChoice } from './update-choice.ts';
import { isSameHash } from '../../core/access/secret.ts';
import type { Services } from '../../platform/services.ts';
import type { Vault } from '../../platform/vault/vault.ts';

const PATH = /^\/unsubscribe\/([0-9a-f-]{36})\.([\w-]{43})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const signature = (vault: Vault, personId: string) =>
  vault.keyedHash(personId, 'unsubscribe').toString('base64url');

/** A path to which a mail program posts when somebody has enough of our mail (RFC 8058). It does nothing else. */
export function unsubscribePath(vault: Vault, personId: string): string {
  return `/unsubscribe/${personId}.${signature(vault, personId)}`;
}

/** Ends e-mail for whoever the path was made for; the address stays for when they want it back. Says whether it was one of ours. */
export async function unsubscribe(services: Services, path: string): Promise<boolean> {
  const [, personId = '', given = ''] = PATH.exec(path) ?? [];
  if (!UUID.test(personId)) return false;
  // As text: the last sign of base64 has bits that mean nothing, so that several texts are the same bytes.
  if (!isSameHash(Buffer.from(signature(services.vault, personId)), Buffer.from(given))) return false;
  const db = services.orm.em.fork().getKysely();
  const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  if (person) await changeChoice(db, personId, { email: false, digest: false });
  return true;
}
