import type { RecordField, RecordFragment } from '#web/gql/graphql.ts';
import { languageInSentence } from '#web/person/person-languages.ts';
import { formatHours } from '#web/time/format.ts';
import type { Translate } from '#web/words/words.ts';

/** What of a record can be given, in the order in which it is read. */
export const recordFields = [
  'HANDLE',
  'SKILLS',
  'LANGUAGES',
  'STANDING',
  'HOURS',
  'CARDS',
  'FIGHTS',
  'THANKS',
  'REVIEWED',
  'TRAINED',
  'PRACTISED',
] as const satisfies readonly RecordField[];

/** What a record says in words; what was not given is left out. */
export function recordLines(
  record: RecordFragment,
  { t, language }: { t: Translate; language: string },
): { field: RecordField; name: string; value: string }[] {
  const list = (values: readonly string[]) => values.join(', ') || t('opening:record.nothing');
  const values: Record<RecordField, string | null> = {
    HANDLE: record.handle ?? null,
    SKILLS: record.skills ? list(record.skills.map((skill) => t(`site:skill.${skill}`))) : null,
    LANGUAGES: record.languages
      ? list(record.languages.map((tag) => languageInSentence(tag, language)))
      : null,
    STANDING: record.standing ? t(`site:standing.${record.standing}`) : null,
    HOURS: record.hours == null ? null : formatHours(record.hours, language),
    CARDS: numberOf(record.cards),
    FIGHTS: numberOf(record.fights),
    THANKS: numberOf(record.thanks),
    REVIEWED: numberOf(record.reviewed),
    TRAINED: numberOf(record.trained),
    PRACTISED: numberOf(record.practised),
  };
  return recordFields.flatMap((field) => {
    const value = values[field];
    return value === null ? [] : [{ field, name: t(`opening:record.${field}`), value }];
  });

  function numberOf(value: number | null | undefined): string | null {
    return value == null ? null : new Intl.NumberFormat(language).format(value);
  }
}
