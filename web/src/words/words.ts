import type { TFunction } from 'i18next';
import { createContext } from 'svelte';
import type { Language } from './languages.ts';
import type { Messages, Namespace } from './messages.ts';
import { createTranslate } from './translate.ts';

/** Looks up a screen text: `t('site:join.title')`, `t('board:open', { count: 3 })`. */
export type Translate = TFunction<
  [
    'site',
    'errors',
    'board',
    'desk',
    'ask',
    'assessment',
    'plan',
    'shows',
    'match',
    'trust',
    'approve',
    'file',
    'notices',
    'difference',
    'closing',
    'coordinate',
    'wall',
    'event',
    'feed',
    'feedback',
    'recap',
    'privacy',
    'bench',
    'question',
    'practice',
    'record',
    'room',
    'opening',
    'organization',
    'suggestion',
    'import',
    'tools',
    'webhook',
    'calendar',
    'developers',
  ]
>;

/** The screen texts of one person's language. */
export interface Words {
  readonly language: Language;
  /** All that there are, English first. */
  readonly languages: readonly Language[];
  readonly t: Translate;
  /** Adds the texts of a namespace that only some routes need, such as `board`. Calling it twice is harmless. */
  add<N extends Namespace>(namespace: N, messages: Messages[N]): void;
}

/**
 * The texts for one person. Made once per request on the server and once in the browser: a shared instance
 * would show one visitor the language of another.
 */
export function createWords(
  language: Language,
  messages: Partial<Messages>,
  languages: readonly Language[] = [language],
): Words {
  const texts = new Map<string, unknown>(Object.entries(messages));
  return {
    language,
    languages,
    t: createTranslate(language, texts) as unknown as Translate,
    add: (namespace, added) => {
      if (!texts.has(namespace)) texts.set(namespace, added);
    },
  };
}

/** `useWords()` gives the texts of this page to a component; the root layout sets them. */
export const [useWords, setWords] = createContext<Words>();
