import type { OpeningLineFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

/** `$58,000 to $64,000 a year`, `24.50 € an hour`: what is paid, in the reader's way of writing it. */
export function payWords(
  { from, to, currency, per }: OpeningLineFragment['pay'],
  { t, language }: { t: Translate; language: string },
): string {
  const whole = Number.isInteger(from) && Number.isInteger(to);
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  });
  const [least, most] = [format.format(from), format.format(to)];
  const pay = from === to ? least : t('opening:pay.range', { least, most });
  return t(`opening:pay.per.${per}`, { pay });
}
