import { UNFINISHED } from '#web/time/typed-moment.ts';
import type { UpdateCardsInput } from '#web/gql/graphql.ts';
import type { Phase, Sensitivity, Skill } from '../board-card.ts';

/** What many cards are to have, as the form holds it: empty leaves a field of all of them as it is. */
export interface SharedText {
  due: '' | 'AT' | 'NONE';
  dueAt: string | null;
  phase: Phase | '';
  sensitivity: Sensitivity | '';
  skill: Skill | '';
  hours: string;
  languages: string;
}

export const unchanged: SharedText = {
  due: '',
  dueAt: null,
  phase: '',
  sensitivity: '',
  skill: '',
  hours: '',
  languages: '',
};

type Words = Omit<UpdateCardsInput, 'boardId' | 'cards' | 'requestId'>;

/** The fields that were chosen, as the API takes them; null where none was, or a moment is wanted and not there. */
export function sharedWords(typed: SharedText): Words | null {
  if (typed.due === 'AT' && (typed.dueAt === null || typed.dueAt === UNFINISHED)) return null;
  const words: Words = {
    ...(typed.due === 'AT' && { dueAt: typed.dueAt }),
    // Whichever way it was said.
    ...(typed.due === 'NONE' && { dueAt: null, dueOffsetHours: null }),
    ...(typed.phase && { phase: typed.phase }),
    ...(typed.sensitivity && { sensitivity: typed.sensitivity }),
    ...(typed.skill && { skill: typed.skill }),
    ...(typed.hours.trim() && { hours: Number(typed.hours.replace(',', '.')) || 0 }),
    ...(typed.languages.trim() && {
      languages: typed.languages
        .split(/[,\s]+/)
        .map((code) => code.toLowerCase())
        .filter(Boolean),
    }),
  };
  return Object.keys(words).length > 0 ? words : null;
}
