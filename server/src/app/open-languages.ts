import { FIRST_LANGUAGE, type Languages, readLanguages } from '../platform/languages/languages.ts';
import { missingTexts } from '../platform/languages/missing-texts.ts';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/log/log.ts';

/** What the log names of a language that lacks much. */
const NAMED = 10;

/** The languages this server speaks, those of LANGUAGES_DIR too; what one of those lacks is said once, in the log. */
export function openLanguages(config: Pick<Config, 'languagesDir'>, log: Log): Languages {
  const languages = readLanguages(config);
  // Those of the house are held to be whole by a test.
  if (config.languagesDir === undefined) return languages;
  for (const [language, keys] of missingTexts(languages)) {
    const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
    log.warn(
      `${language} lacks ${keys.length} texts, for which ${FIRST_LANGUAGE} stands in: ${keys.slice(0, NAMED).join(', ')}${more}`,
    );
  }
  return languages;
}
