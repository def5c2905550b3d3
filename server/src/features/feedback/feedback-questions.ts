import { createHash } from 'node:crypto';
import { FIRST_LANGUAGE } from '../../platform/languages/languages.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { FeedbackBalance, type FeedbackQuestions } from './feedback.entity.ts';

export interface Edition {
  /** By which an answer says what it answers. */
  hash: string;
  questions: FeedbackQuestions;
}

/** What is asked today in a language; in English where we do not speak it. */
export function editionIn(
  { languages, feedbackWords }: Pick<Services, 'languages' | 'feedbackWords'>,
  language: string,
): Edition {
  const spoken = languages.tags.includes(language) ? language : FIRST_LANGUAGE;
  const t = feedbackWords(spoken);
  const choices = Object.values(FeedbackBalance).map((choice) => [choice, t(`choice.${choice}`)]);
  const questions: FeedbackQuestions = {
    language: spoken,
    ...{ good: t('question.good'), missing: t('question.missing'), balance: t('question.balance') },
    choices: Object.fromEntries(choices) as FeedbackQuestions['choices'],
    next: t('question.next'),
  };
  return { hash: createHash('sha256').update(JSON.stringify(questions)).digest('hex'), questions };
}

/**
 * Keeps the words that somebody answered. Refuses what we neither ask today in any language nor have asked before: an
 * answer without its question says nothing.
 */
export async function keepEdition(services: Services, db: Kysely, hash: string): Promise<void> {
  const asked = services.languages.tags
    .map((language) => editionIn(services, language))
    .find((edition) => edition.hash === hash);
  if (asked) {
    await db
      .insertInto('feedback_edition')
      .values({ hash, questions: JSON.stringify(asked.questions) as never })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  const known = await db.selectFrom('feedback_edition').select('hash').where('hash', '=', hash).execute();
  if (known.length === 0)
    throw new InvalidInput('edition', 'UNKNOWN', 'The questions are new. Load the page again.');
}

declare module '../../platform/services.ts' {
  interface Services {
    /** The words of the questions, in every language. */
    feedbackWords: MailWords;
  }
}
