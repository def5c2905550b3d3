import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './languages.ts';

/** LANGUAGES_DIR, which the server has checked: a folder of languages beside those of the house. */
const folder = () => process.env['LANGUAGES_DIR'] ?? '';

// Texts are the same for everybody, and of one version while a server runs.
let tags: Language[] | undefined;
const read = new Map<string, unknown>();

export function furtherLanguages(): Language[] {
  if (!folder()) return [];
  return (tags ??= readdirSync(folder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name));
}

/** The texts of one namespace as they stand there; undefined where there are none. */
export function readFurtherLanguage(language: Language, namespace: string): unknown {
  if (!furtherLanguages().includes(language)) return undefined;
  const path = join(folder(), language, `${namespace}.json`);
  if (!read.has(path)) read.set(path, readJson(path));
  return read.get(path);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
