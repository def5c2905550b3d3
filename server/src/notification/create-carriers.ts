import type { Services } from '../services.ts';
import type { Carriers } from './carriers.ts';
import { createMailCarrier } from './mail-carrier.ts';
import { withMailRoom } from './mail-room.ts';
import type { MailWords } from './mail-words.ts';
import { sendPush } from './push-carrier.ts';

/** What takes messages out of this server. Opens nothing until there is one. */
export function createCarriers(
  services: Pick<Services, 'config' | 'orm'>,
  url: string,
  words: MailWords,
): Carriers {
  return { url, words, sendMail: withMailRoom(services, createMailCarrier(services.config, url)), sendPush };
}
