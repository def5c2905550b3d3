import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals what must not be readable in a copy of the database. Each value has a random nonce of its own
 * (AES-256-GCM) and is bound to its place, so that a sealed value moved to another row does not open.
 */
export interface Vault {
  /** `place` names table, column and row, such as `contact.address:<person>`. */
  seal(text: string, place: string): Buffer;
  /** Throws for a value that was sealed elsewhere, with another secret, or damaged. */
  open(sealed: Buffer, place: string): string;
  /** Equal for equal texts of one `purpose`, and nothing without the secret: to find what is sealed. */
  keyedHash(text: string, purpose: string): Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The vault of a server. All replicas on one database need the same `appSecret`. */
export function createVault(appSecret: string): Vault {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', appSecret, '', `strikeboard ${purpose}`, 32));
  const sealing = derive('seal');
  const hashing = derive('hash');
  return {
    seal: (text, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed, place) => {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(place))
        .setAuthTag(tag);
      const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    keyedHash: (text, purpose) => createHmac('sha256', hashing).update(`${purpose}\0${text}`).digest(),
  };
}
