import i18next, { type i18n, type TFunction } from 'i18next';
import { createContext } from 'svelte';
import { isolate } from './isolate.ts';
import type { Language } from './languages.ts';
import type { Messages, Namespace } from './messages.ts';

/** Looks up a screen text: `t('site:join.title')`, `t('board:open', { count: 3 })`. */
export type Translate = TFunction<
  [
    'site',
    'errors',
    'board',
    'desk',
    'ask',
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
    'privacy',
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
  const instance: i18n = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'site',
    ns: Object.keys(messages),
    resources: { [language]: messages },
    // Svelte escapes what it prints; here only the direction of what people wrote is held apart.
    interpolation: { escape: isolate },
    initAsync: false,
  });
  return {
    language,
    languages,
    t: instance.t as Translate,
    add: (namespace, texts) => {
      if (!instance.hasResourceBundle(language, namespace)) {
        instance.addResourceBundle(language, namespace, texts);
      }
    },
  };
}

/** `useWords()` gives the texts of this page to a component; the root layout sets them. */
export const [useWords, setWords] = createContext<Words>();
