import type { Services } from '../../platform/services.ts';
import type { Carriers } from '../../platform/mail/carriers.ts';
import { createMailCarrier } from '../../platform/mail/mail-carrier.ts';
import { withMailRoom } from '../../platform/mail/mail-room.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import { sendPush } from '../../platform/push/push-carrier.ts';
import { createMailWords } from '../../platform/mail/mail-words.ts';

/** What takes messages out of this server. Opens nothing until there is one. */
export function createCarriers(
  services: Pick<Services, 'config' | 'orm'>,
  url: string,
  words: MailWords,
): Carriers {
  return { url, words, sendMail: withMailRoom(services, createMailCarrier(services.config, url)), sendPush };
}

const made = new WeakMap<Services, Carriers>();

/** Those of a running server, once it has an address. */
export function carriersOf(services: Services): Carriers {
  let carriers = made.get(services);
  if (!carriers) {
    carriers = createCarriers(services, services.address(), createMailWords(services.languages));
    made.set(services, carriers);
  }
  return carriers;
}
