import { sql } from 'kysely';
import { languageTags } from '../../platform/input/text.ts';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { AskStatus } from './ask.entity.ts';
import { type AskAsRead, requireAnswersAsRead } from './answers-as-read.ts';
import { sealContact } from './contact.ts';
import { likenessKeys } from './likeness.ts';
import { requireAskByToken } from './read-asks.ts';
import { type AskAnswersInput, mergeAnswers, takeAnswers, takeContact } from './take-answers.ts';

/**
 * Keeps some of the answers of the ask behind a link; what is not given stays, so that two who write at once
 * lose nothing of each other. Also after it was sent, until it is decided. The contact is sealed. Refuses a link
 * that leads nowhere, an answer that is not as `asRead` says any more, and whatever `takeAnswers` refuses; then
 * nothing is kept.
 */
export async function saveAskAnswers(
  services: Services,
  {
    token,
    answers = {},
    contact,
    language,
    noListOfPeople,
    asRead,
  }: {
    token: string;
    answers?: AskAnswersInput | undefined;
    /** Undefined leaves it as it is; null or nothing takes it away. */
    contact?: string | null | undefined;
    language?: string | null | undefined;
    noListOfPeople?: boolean | undefined;
    asRead?: AskAsRead | null | undefined;
  },
): Promise<void> {
  const change = takeAnswers(answers, { noListOfPeople });
  const newContact = contact === undefined ? undefined : takeContact(contact, { noListOfPeople });
  const [newLanguage] = language == null ? [] : languageTags([language], 'language');
  const { vault } = services;
  const sent = await services.orm.em.fork().transactional(async (em) => {
    const ask = await requireAskByToken(em, token);
    if (ask.status === AskStatus.ACCEPTED || ask.status === AskStatus.DECLINED) {
      throw wrongStage('ASK_ANSWERED', 'This request has been answered. To ask for more, start a new one.');
    }
    const held = { answers: ask.answers, hasContact: ask.contactSealed !== null };
    requireAnswersAsRead({ ...asRead }, held, { ...change, contact: newContact });
    const merged = mergeAnswers(ask.answers, change);
    const { organizationName } = change;
    const keys = likenessKeys(vault, ask.likenessKeys, { organizationName, contact: newContact });
    await em
      .getKysely()
      .updateTable('ask')
      .set({
        answers: sql`${JSON.stringify(merged)}::jsonb`,
        likeness_keys: sql`${keys}::bytea[]`,
        updated_at: sql`clock_timestamp()`,
        ...(newContact !== undefined && { contact_sealed: sealContact(vault, ask.id, newContact) }),
        ...(newLanguage && { language: newLanguage }),
      })
      .where('id', '=', ask.id)
      .execute();
    return ask.sentAt !== null;
  });
  if (sent) services.hints.send({ desk: true });
}
