import type { Config } from '../config.ts';
import type { Carriers } from './carriers.ts';
import { createMailCarrier } from './mail-carrier.ts';
import type { MailWords } from './mail-words.ts';
import { sendPush } from './push-carrier.ts';

/** What takes messages out of this server. Opens nothing until there is one. */
export function createCarriers(
  config: Pick<Config, 'smtpUrl' | 'dataDir'>,
  url: string,
  words: MailWords,
): Carriers {
  return { url, words, sendMail: createMailCarrier(config, url), sendPush };
}
