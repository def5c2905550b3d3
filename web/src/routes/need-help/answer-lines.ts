import { isUnfinished } from '#web/time/typed-moment.ts';
import { languageName } from '#web/person/person-languages.ts';
import type { Words } from '#web/words/words.ts';
import { hoursText } from './hours.ts';
import type { Question, Typed } from './typed.ts';

/** An answer as it is read back, line by line; nothing for "not sure". */
export function answerLines(
  question: Question,
  { typed, hasContact }: { typed: Typed; hasContact: boolean },
  { t, language }: Words,
): string[] {
  switch (question) {
    case 1:
      return lines(
        typed.organizationName,
        typed.organizationKind && t(`ask:organizationKind.${typed.organizationKind}`),
        typed.role,
      );
    case 2:
      return lines(
        typed.happening,
        typed.kind && t(`site:campaignKind.${typed.kind}`),
        typed.employer,
        typed.startsAt &&
          !isUnfinished(typed.startsAt) &&
          `${dateText(typed.startsAt, language)} (${typed.timeZone.replaceAll('_', ' ')})`,
      );
    case 3:
      return lines(typed.lookHere);
    case 4:
      return Object.entries(typed.assets).flatMap(([asset, said]) =>
        said ? [`${t(`ask:asset.${asset as keyof Typed['assets']}`)}: ${t(`ask:q4.${said}`)}`] : [],
      );
    case 5:
      return lines(typed.approver, typed.contact || (hasContact && t('ask:review.contactKept')));
    case 6:
      return lines(typed.worries.map((worry) => t(`ask:worry.${worry}`)).join(', '), typed.worryWords);
    case 7:
      return lines(typed.languages.map((tag) => languageName(tag, language)).join(', '));
    case 8:
      return lines(
        typed.suggestForUs && t('ask:q8.suggest'),
        typed.needs.map((skill) => t(`site:skill.${skill}`)).join(', '),
        typed.needWords,
      );
    case 9:
      return lines(
        typed.hideEmployer && t('ask:review.employerUnsaid'),
        typed.hideStart && t('ask:review.startUnsaid'),
        typed.unsaid,
      );
    case 10:
      return lines(typed.hours && hoursText(typed.hours, t));
  }
}

const lines = (...texts: (string | false)[]) =>
  texts.filter((text): text is string => text !== false && text.trim() !== '');

/** The moment as it was typed, in words: what the clock shows there, whatever the reader's zone. */
function dateText(typed: string, language: string): string {
  const moment = new Date(`${typed}Z`);
  if (Number.isNaN(moment.getTime())) return typed;
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(moment);
}
