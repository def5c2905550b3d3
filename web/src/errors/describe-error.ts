import { ApiFailure, ApiUnavailable, ApiUnreachable } from '#web/api/api.ts';
import type { ErrorWordsFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

/**
 * The words for one refusal, by its code, in the reader's language. A code this page does not know yet (an
 * older page after a deploy) falls back to the server's English sentence.
 */
export function describeError(error: ErrorWordsFragment, t: Translate): string {
  switch (error.__typename) {
    case 'InvalidInput':
      return t(`errors:reason.${error.reason}${aboutWords(error)}` as 'errors:reason.CONTROL_CHARACTERS', {
        count: error.limit ?? 0,
        about: error.about ?? '',
        defaultValue: error.message,
      });
    case 'CardAlreadyClaimed':
      return error.alternatives.length > 0
        ? t('errors:CARD_ALREADY_CLAIMED_others', {
            handle: error.holder.handle,
            count: error.alternatives.length,
          })
        : t('errors:CARD_ALREADY_CLAIMED', { handle: error.holder.handle });
    case 'ClaimLimitReached':
      return t('errors:CLAIM_LIMIT_REACHED', { count: error.claimLimit });
    case 'WrongStatus':
      return error.why ? whyWords(error, t) : t(`errors:WRONG_STATUS_${error.status}`);
    case 'CardInTheWay':
      return t('errors:CARD_IN_THE_WAY', { title: error.card.title, words: plainWords(error, t) });
    default:
      return plainWords(error, t);
  }
}

/** Words that depend on nothing else of the refusal. */
function plainWords(error: ErrorWordsFragment, t: Translate): string {
  if (error.why) return whyWords(error, t);
  return t(`errors:${error.code}` as 'errors:NOT_FOUND', { defaultValue: error.message });
}

/** The words for the exact reason: those of its code may be true for another one alone. */
const whyWords = ({ why, message }: ErrorWordsFragment, t: Translate) =>
  t(`errors:why.${why}` as 'errors:why.CRAFT_FIRST', { defaultValue: message });

/** Some reasons have words of their own for when it is known which part of the value is meant. */
function aboutWords({ reason, about }: { reason: string; about?: string | null }): '' | '_about' {
  return about && /^(CONTROL_CHARACTERS|CONFUSABLE)$/.test(reason) ? '_about' : '';
}

/** The words for what was thrown instead of answered: no connection, or a failure of ours. */
export function describeFailure(failure: unknown, t: Translate): string {
  if (failure instanceof ApiUnavailable) return t('errors:unavailable');
  if (failure instanceof ApiUnreachable) return t('errors:unreachable');
  if (failure instanceof ApiFailure && failure.code === 'STORAGE_FULL') return t('errors:storageFull');
  if (failure instanceof ApiFailure && failure.code === 'BODY_TOO_LARGE') return t('errors:tooLarge');
  if (failure instanceof ApiFailure && failure.requestId) {
    return t('errors:unexpected_id', { requestId: failure.requestId });
  }
  // Neither of the two is a mistake in this page: it belongs in the log, not only on the screen.
  if (!(failure instanceof ApiFailure)) globalThis.reportError?.(failure);
  return t('errors:unexpected');
}

/**
 * The words for one form field among a payload's errors, or undefined when the field is fine. `field` is its
 * name in the input; nested ones (`settings.leaseHours`) are found by their last part.
 */
export function describeFieldError(
  errors: readonly ErrorWordsFragment[],
  field: string,
  t: Translate,
): string | undefined {
  const error = errors.find(
    (e) => e.__typename === 'InvalidInput' && (e.field === field || e.field.endsWith(`.${field}`)),
  );
  return error && describeError(error, t);
}
