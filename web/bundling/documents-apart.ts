import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const mark = '?document=';
const named = /import\s*\{([^}]*)\}\s*from\s*(["'])([^"']*gql\/graphql\.ts)\2;?/g;
const whole = /import\s*\*\s*as\s+(\w+)\s+from\s*(["'])([^"']*gql\/graphql\.ts)\2;?/g;

/**
 * Each generated GraphQL document in a module of its own, as the browser needs it. They come in one, and what two pages
 * need of one module all pages carry: every document of the app was 12 kB on each of them.
 */
export function documentsApart(): Plugin {
  return {
    name: 'strikeboard:documents-apart',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: {
      filter: { id: /\.(?:ts|svelte)$/, code: /gql\/graphql\.ts/ },
      handler: (code) => ({ code: importApart(code), map: null }),
    },
    async resolveId(source, importer) {
      const [file = '', name] = source.split(mark);
      if (name === undefined) return undefined;
      const found = await this.resolve(file, importer);
      return found && `${found.id}${mark}${name}`;
    },
    async load(id) {
      const [file = '', name] = id.split(mark);
      if (name === undefined) return undefined;
      const all = await readFile(file, 'utf8');
      const start = all.indexOf(`export const ${name} = `);
      if (start < 0) return this.error(`There is no ${name} among the generated documents`);
      const end = all.indexOf('\nexport ', start);
      const own = all.slice(start, end < 0 ? undefined : end);
      return {
        code: `import { TypedDocumentString } from '${file}';\n${withoutText(own)}`.replace(
          /\) as unknown as [^;]*;/,
          ');',
        ),
        map: null,
        moduleType: 'js',
      };
    },
  };
}

/** The code, with every document that it imports coming from a module of its own. */
export function importApart(code: string): string {
  let apart = code;
  for (const [, all = '', , path = ''] of code.matchAll(whole)) {
    const uses = new RegExp(`\\b${all}\\.(\\w+Document)\\b`, 'g');
    const names = new Set([...apart.matchAll(uses)].map(([, name]) => name));
    const list = [...names].map((name) => `${name} as ${all}_${name}`).join(', ');
    apart = `import { ${list} } from '${path}';\n${apart.replace(uses, `${all}_$1`)}`;
  }
  return apart.replace(named, (_, list: string, _quote, path: string) => {
    const names = list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const rest = names.filter((name) => !/^\w+Document\b/.test(name));
    return [
      ...(rest.length > 0 ? [`import { ${rest.join(', ')} } from '${path}';`] : []),
      ...names
        .filter((name) => !rest.includes(name))
        .map((name) => `import { ${name} } from '${path}${mark}${name.split(' ')[0]}';`),
    ].join(' ');
  });
}

/**
 * What goes over the line for a query or a mutation is its hash (`api/hashes.ts`), so its first words are enough in the
 * browser; `api/late-texts.ts` has the rest for a server that does not know the hash. What is subscribed to goes by its
 * text.
 */
export function withoutText(document: string): string {
  return document.replace(/(TypedDocumentString\(`)\s*((?:query|mutation) \w+)[^`]*`/, '$1$2`');
}
