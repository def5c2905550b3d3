import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../startup/project-dir.ts';
import { StartupError } from '../startup/startup-error.ts';

/** The language that has every text: it stands in where another has none. */
export const FIRST_LANGUAGE = 'en';

/** The languages that the product speaks: one folder of files each, and nothing else names them. */
export interface Languages {
  /** BCP 47 tags, English first. */
  readonly tags: readonly string[];
  /** The one of ours that somebody who reads `tag` reads best; undefined for none. */
  closest(tag: string): string | undefined;
  /** Names of the files of a language, without `.json`. */
  readonly files: readonly string[];
  /** The texts of one file in one language as they stand there; undefined where it has no such file. */
  texts(language: string, file: string): unknown;
}

/**
 * Reads which languages there are: those of the house, which the pages have too, and those of `furtherDir`, made the
 * same way. Texts are read at their first use: a server that sends nothing reads nothing. Refuses, with a StartupError,
 * a further folder that is not there or whose folders are not named by languages.
 */
export function readLanguages({ languagesDir }: { languagesDir?: string | undefined } = {}): Languages {
  const own = join(projectDir(), 'web/src/messages');
  const folders = new Map<string, string>();
  for (const parent of [own, ...(languagesDir === undefined ? [] : [languagesDir])])
    for (const tag of foldersOf(parent)) if (!folders.has(tag)) folders.set(tag, join(parent, tag));
  const tags = [...folders.keys()].sort(
    (one, other) =>
      Number(other === FIRST_LANGUAGE) - Number(one === FIRST_LANGUAGE) || (one < other ? -1 : 1),
  );
  const read = new Map<string, unknown>();
  return {
    tags,
    closest: (tag) => closestOf(tags, tag),
    files: readdirSync(join(own, FIRST_LANGUAGE)).map((name) => name.replace(/\.json$/, '')),
    texts: (language, file) => {
      const folder = folders.get(language);
      if (folder === undefined) return undefined;
      const path = join(folder, `${file}.json`);
      if (!read.has(path)) read.set(path, readTexts(path));
      return read.get(path);
    },
  };
}

/** Of these tags the one itself, else its language without the region. */
export function closestOf(tags: readonly string[], wanted: string): string | undefined {
  const tag = wanted.toLowerCase();
  const [language] = tag.split('-');
  return tags.find((each) => each.toLowerCase() === tag) ?? tags.find((each) => each === language);
}

function foldersOf(parent: string): string[] {
  let names: string[];
  try {
    names = readdirSync(parent).filter((name) => statSync(join(parent, name)).isDirectory());
  } catch {
    throw new StartupError(`LANGUAGES_DIR must name a folder of languages, and “${parent}” is none.`);
  }
  return names.map((name) => {
    const wrong = new StartupError(
      `A folder in LANGUAGES_DIR is called as its language, such as ht or pt-BR, and “${name}” is none.`,
    );
    try {
      if (Intl.getCanonicalLocales(name)[0] !== name) throw wrong;
    } catch {
      throw wrong;
    }
    return name;
  });
}

function readTexts(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new StartupError(`${path} is no JSON.`);
  }
}
