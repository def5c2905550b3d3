import { v7 as newId } from 'uuid';
import { languageTags } from '../../platform/input/text.ts';
import { hashOf, newSessionToken } from '../../core/access/secret.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { scheduleAskErasing } from './erase-ask.ts';

/**
 * Begins an ask. Returns the token of its link, which is kept nowhere else: whoever has it resumes the ask,
 * sends it, and follows it. One in which nothing was written is gone after a day: beginning costs others nothing.
 */
export async function startAsk(services: Services, input: { language: string }): Promise<{ token: string }> {
  const [language] = languageTags([input.language], 'language');
  if (!language) throw new InvalidInput('language', 'EMPTY', 'Say which language you read.');
  const token = newSessionToken();
  await services.orm.em.fork().transactional(async (em) => {
    const id = newId();
    await em
      .getKysely()
      .insertInto('ask')
      .values({ id, token_hash: hashOf(token), language })
      .execute();
    await scheduleAskErasing(services, em, id);
  });
  return { token };
}
