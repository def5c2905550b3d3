import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const english = fileURLToPath(new URL('../../src/messages/en', import.meta.url));

/** What it is called: the tag that Unicode gives to English with accents. */
export const PSEUDO = 'en-XA';

const ACCENTS: Record<string, string> = {
  ...{ a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', y: 'ý', z: 'ž' },
  ...{ A: 'Å', E: 'É', I: 'Î', O: 'Ø', U: 'Û', C: 'Ç', N: 'Ñ', S: 'Š', Y: 'Ý', Z: 'Ž' },
};

/** A text with accents, in brackets and a third longer, as languages are; what stands in `{{…}}` stays. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\})/);
  const accented = parts.map((part) =>
    part.startsWith('{{') ? part : [...part].map((sign) => ACCENTS[sign] ?? sign).join(''),
  );
  const longer = ' ëvér'.repeat(Math.ceil(text.length / 15));
  return `⟦${accented.join('')}${longer}⟧`;
}

/** Writes the language below `parent`, as a folder of files and nothing else. */
export async function writePseudoLanguage(parent: string): Promise<void> {
  const folder = join(parent, PSEUDO);
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(english)) {
    const texts: unknown = JSON.parse(await readFile(join(english, file), 'utf8'));
    await writeFile(join(folder, file), JSON.stringify(inPseudo(texts)));
  }
}

function inPseudo(node: unknown): unknown {
  if (typeof node === 'string') return pseudo(node);
  return Object.fromEntries(
    Object.entries(node as Record<string, unknown>).map(([key, value]) => [key, inPseudo(value)]),
  );
}

/** Every key that has a dot in it, as a page would show one that has no text. */
export async function dottedKeys(): Promise<string[]> {
  const keys: string[] = [];
  const collect = (node: unknown, path: string): void => {
    if (typeof node === 'string') {
      if (path.includes('.')) keys.push(path);
    } else
      for (const [key, value] of Object.entries(node as Record<string, unknown>))
        collect(value, path ? `${path}.${key}` : key);
  };
  for (const file of await readdir(english)) {
    // Keys of templates are no keys of pages.
    if (file !== 'templates.json') collect(JSON.parse(await readFile(join(english, file), 'utf8')), '');
  }
  return keys;
}
