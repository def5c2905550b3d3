import { type Edition, inLanguage, type WrittenEdition } from '../../src/features/template/card-templates.ts';
import { Templates } from '../../src/features/template/templates.ts';
import { templateFacts } from '../../src/features/template/card-templates.ts';
import { readLanguages } from '../../src/platform/languages/languages.ts';

const templates = new Templates(readLanguages());

/** The templates that come with the product, in one language. */
export function templatesIn(language: string): (Edition & WrittenEdition)[] {
  return templateFacts.flatMap(({ key }) =>
    templates.history(key, []).map((edition) => inLanguage(edition, language)),
  );
}

/** The same in English. */
export const cardTemplates = templatesIn('en');
