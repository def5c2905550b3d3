import type { Translate } from '#web/words/words.ts';

/** How somebody is called on a screen: by their handle, and once they left in words that say so. */
export function personName(t: Translate, person: { handle: string; hasLeft?: boolean | undefined }): string {
  return person.hasLeft ? t('site:role.left') : person.handle;
}

/** The same where a sentence or a line begins with it. */
export function personNameFirst(
  t: Translate,
  person: { handle: string; hasLeft?: boolean | undefined },
): string {
  const name = personName(t, person);
  return person.hasLeft ? name.charAt(0).toLocaleUpperCase() + name.slice(1) : name;
}
