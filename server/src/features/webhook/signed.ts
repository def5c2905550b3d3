import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';

/** For so long the old secret signs beside a new one (hours): receivers are changed one after the other. */
export const OVERLAP_HOURS = 24;
const SECRET_BYTES = 32;

/** A secret as Standard Webhooks writes it. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The headers that say, by each of the secrets, that a message is ours and of this moment. Made for each attempt. */
export function signed(
  { id, body }: { id: string; body: string },
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, now, body)).join(' '),
  };
}
