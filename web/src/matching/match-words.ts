import type { WhyFragment } from '#web/gql/graphql.ts';
import { languageName } from '#web/person/person-languages.ts';
import { formatHours } from '#web/time/format.ts';
import type { Words } from '#web/words/words.ts';

/** Why a card fits the reader, as short sentences. What the card itself says is left out, and praise of oneself. */
export function whyForYou(reasons: readonly WhyFragment[], words: Words): string[] {
  return reasons.flatMap((reason) => {
    const { t, language } = words;
    const hours = formatHours(reason.hours ?? 0, language);
    const count = reason.count ?? 0;
    switch (reason.code) {
      case 'TIME_FREE':
        return [t('match:you.timeFree', { hours })];
      case 'TIME_SHORT':
        return [reason.hours ? t('match:you.timeShort', { hours }) : t('match:you.timeNone')];
      case 'DUE_TIGHT':
        return [t('match:you.dueTight')];
      case 'DID_SKILL':
        return [t('match:you.didSkill', { count })];
      case 'KNOWS_LOCAL':
        return [t('match:you.knowsLocal')];
      case 'HOLDS_MUCH':
        return [t('match:you.holdsMuch', { count })];
      default:
        return [];
    }
  });
}

/** Why somebody fits a card, in a few words each. That they have the skill is the list's own title. */
export function whyThem(reasons: readonly WhyFragment[], words: Words): string[] {
  return reasons.flatMap((reason) => {
    const { t, language } = words;
    const hours = formatHours(reason.hours ?? 0, language);
    const count = reason.count ?? 0;
    switch (reason.code) {
      case 'TIME_FREE':
      case 'TIME_SHORT':
        return [reason.hours ? t('match:them.time', { hours }) : t('match:them.timeNone')];
      case 'DUE_TIGHT':
        return [t('match:them.dueTight')];
      case 'DUE_IN_TIME':
        return [t('match:them.dueInTime', { hours })];
      case 'DID_SKILL':
        return [t('match:them.didSkill', { count })];
      case 'KNOWS_LOCAL':
        return [t('match:them.knowsLocal', { count })];
      case 'TRUSTED':
        return [t('match:them.trusted')];
      case 'WAITED':
        return [t('match:them.waited', { count })];
      case 'HOLDS_MUCH':
        return [t('match:them.holdsMuch', { count })];
      case 'LANGUAGE':
        return [t('match:them.language', { language: languageName(reason.language ?? '', language) })];
      default:
        return [];
    }
  });
}
