import type { Translate } from '#web/words/words.ts';

/** Hours a week that somebody of a local may have, as few enough to choose from. */
export const HOURS = ['0', '2', '5', '10', '40'] as const;

/** `An hour or two a week`; another number comes from another client. */
export function hoursText(hours: string, t: Translate): string {
  const known = HOURS.find((value) => value === hours);
  return known ? t(`ask:hours.${known}`) : t('ask:hours.another', { hours });
}
