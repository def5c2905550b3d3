import { fromGlobalId, toGlobalId } from '../../platform/graphql/global-id.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';

/**
 * Of whoever may see how an open poll stands: the same for all who voted in it, so that the stream tells them all by one
 * message. It is worth nothing but that.
 */
export function resultKeyOf({ vault }: Pick<Services, 'vault'>, pollId: string): string {
  return `${toGlobalId('Poll', pollId)}.${vault.keyedHash(pollId, 'poll result').toString('base64url').slice(0, 22)}`;
}

/** As many as a stream takes: those of the open polls. */
export const MOST_KEYS = 3;

/**
 * The polls whose results these keys open. Refuses what is no key, more than can be of use, and another order than by
 * their signs or one twice: those who ask for the same have to ask in the same words.
 */
export function pollsOf(services: Pick<Services, 'vault'>, keys: readonly string[]): Set<string> {
  if (keys.length > MOST_KEYS)
    throw new InvalidInput('resultKeys', 'TOO_MANY', `Send ${MOST_KEYS} keys at most: those of open polls.`, {
      limit: MOST_KEYS,
    });
  const polls = keys.map((key, at) => {
    const parts = fromGlobalId(key.split('.', 1)[0]!);
    const isKey = parts?.name === 'Poll' && resultKeyOf(services, parts.uuid) === key;
    if (!isKey || (at > 0 && keys[at - 1]! >= key))
      throw new InvalidInput('resultKeys', 'UNKNOWN', 'This is no key of a result, or not in order.');
    return parts.uuid;
  });
  return new Set(polls);
}
