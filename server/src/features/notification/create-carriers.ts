import type { Services } from '../../platform/services.ts';
import type { Carriers } from '../../platform/mail/carriers.ts';
import { createMailCarrier } from '../../platform/mail/mail-carrier.ts';
import { withMailRoom } from '../../platform/mail/mail-room.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import { sendPush } from '../../platform/push/push-carrier.ts';

/** What takes messages out of this server. Opens nothing until there is one. */
export function createCarriers(
  services: Pick<Services, 'config' | 'orm'>,
  url: string,
  words: MailWords,
): Carriers {
  return { url, words, sendMail: withMailRoom(services, createMailCarrier(services.config, url)), sendPush };
}
