import type { PushKeys } from './push-keys.ts';

/** A message that waits longer than this at the push service is of no use any more, in seconds. */
const KEPT_SECONDS = 12 * 3600;

/** The headers of a push message without content, signed for the service behind `endpoint` (RFC 8292). */
export async function pushHeaders(
  endpoint: string,
  url: string,
  keys: PushKeys,
): Promise<Record<string, string>> {
  const { default: webPush } = await import('web-push');
  // Services want a way to reach whoever sends; an address of this machine alone would be none.
  const subject = url.startsWith('https:') ? url : 'mailto:strikeboard@localhost';
  const audience = new URL(endpoint).origin;
  const { Authorization } = webPush.getVapidHeaders(
    audience,
    subject,
    keys.publicKey,
    keys.privateKey,
    'aes128gcm',
  );
  return { authorization: Authorization, ttl: String(KEPT_SECONDS), urgency: 'normal', topic: 'news' };
}
