import type { Em } from '../db/orm.ts';
import type { Vault } from '../vault/vault.ts';

/** By these push services know this server (VAPID, RFC 8292). */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** The keys of all servers on this database; made by whoever asks first. */
export async function readPushKeys({ vault }: { vault: Vault }, em: Em): Promise<PushKeys> {
  const db = em.getKysely();
  const find = () =>
    db
      .selectFrom('push_key')
      .select(['public_key as publicKey', 'private_sealed as sealed'])
      .where('id', '=', 1)
      .executeTakeFirst();
  let found = await find();
  if (!found) {
    const { default: webPush } = await import('web-push');
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    await db
      .insertInto('push_key')
      .values({ id: 1, public_key: publicKey, private_sealed: vault.seal(privateKey, pushKeyPlace) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    found = await find();
  }
  if (!found) throw new Error('The keys for push messages are gone.');
  return { publicKey: found.publicKey, privateKey: vault.open(found.sealed, pushKeyPlace) };
}

export const pushKeyPlace = 'push_key.private';
