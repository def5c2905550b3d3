import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lexer, type Token } from 'marked';
import type { Plugin } from 'vite';

/** A run of words. */
export interface Run {
  text: string;
  isCode?: boolean;
  isStrong?: boolean;
  href?: string;
}

export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; runs: Run[] }
  | { kind: 'code'; text: string }
  | { kind: 'file'; name: string; text: string }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'table'; header: Run[][]; rows: Run[][][] };

/** One part of a page about the contract. */
export interface ContractPart {
  /** Its place in the page, behind the #. */
  id: string;
  title: string;
  /** Data and no HTML: what shows HTML as it is would be 300 bytes on each page of ours. */
  blocks: Block[];
}

/** Where on our pages those files stand. */
const PLACES: Record<string, string> = {
  'README.md': '#reference',
  'ERRORS.md': '#errors',
  'RECIPES.md': '#recipes',
  'CHANGELOG.md': '/developers/changes',
  'schema.graphql': '/developers/schema.graphql',
};

/** `import parts from '…/schema/README.md'` gives the page in parts, made ready at the build: nobody waits for it. */
export function contractPages(): Plugin {
  return {
    name: 'strikeboard:contract-pages',
    transform: {
      filter: { id: /\/schema\/[A-Z]+\.md$/ },
      handler(text, id) {
        const folder = dirname(id);
        const prefix = `${id.slice(folder.length + 1, -'.md'.length).toLowerCase()}-`;
        const fileAt = (path: string) => {
          this.addWatchFile(join(folder, path));
          return readFileSync(join(folder, path), 'utf8');
        };
        const code = `export default ${JSON.stringify(partsOf(text, { prefix, fileAt }))};`;
        return { code, map: null, moduleType: 'js' };
      },
    },
  };
}

interface PartsOptions {
  /** Of all ids, since several pages stand in one. */
  prefix: string;
  /** The text of a file beside the page. A paragraph that is nothing but a link to one shows what is in it. */
  fileAt(path: string): string;
}

/** The parts of a page, each from a heading of the second level to the next; what stands before them is the first. */
export function partsOf(text: string, { prefix, fileAt }: PartsOptions): ContractPart[] {
  const [before = '', ...rest] = text.split(/^(?=## )/m);
  return [before.replace(/^# .*\n/, ''), ...rest]
    .map((part) => ({
      title: (/^## (.*)\n/.exec(part)?.[1] ?? '').replaceAll('`', ''),
      blocks: lexer(part.replace(/^## .*\n/, '')).flatMap((token) => blocksOf(token, fileAt)),
    }))
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ title, blocks }) => ({
      id: prefix + (title.toLowerCase().replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'about'),
      ...{ title, blocks },
    }));
}

function blocksOf(token: Token, fileAt: PartsOptions['fileAt']): Block[] {
  switch (token.type) {
    case 'paragraph': {
      const runs = runsOf(token.tokens ?? []);
      const [only, ...others] = token.tokens ?? [];
      const isFile = only?.type === 'link' && others.length === 0 && /^(start|recipes)\//.test(only.href);
      if (!isFile) return [{ kind: 'paragraph', runs }];
      const path: string = only.href;
      return [{ kind: 'file', name: path.slice(path.indexOf('/') + 1), text: fileAt(path).trimEnd() }];
    }
    case 'heading':
      return [{ kind: 'heading', runs: runsOf(token.tokens ?? []) }];
    case 'code':
      return [{ kind: 'code', text: token['text'] }];
    case 'list':
      return [{ kind: 'list', items: token['items'].map((item: Cell) => runsOf(itemTokens(item))) }];
    case 'table': {
      const cell = ({ tokens }: { tokens: Token[] }) => runsOf(tokens);
      const { header, rows } = token as unknown as { header: Cell[]; rows: Cell[][] };
      return [{ kind: 'table', header: header.map(cell), rows: rows.map((row) => row.map(cell)) }];
    }
    // A comment is for who reads the file.
    case 'html':
    case 'space':
      return [];
    default:
      throw new Error(`Nothing shows a ${token.type} on the page for developers: ${token.raw}`);
  }
}

interface Cell {
  tokens: Token[];
}

/** Those of its one paragraph. */
function itemTokens({ tokens }: Cell): Token[] {
  return tokens.flatMap((token) => {
    if (token.type !== 'text' && token.type !== 'paragraph')
      throw new Error(`Nothing shows a ${token.type} in a list: ${token.raw}`);
    return 'tokens' in token ? (token.tokens ?? []) : [token];
  });
}

function runsOf(tokens: readonly Token[], around: Omit<Run, 'text'> = {}): Run[] {
  return tokens.flatMap((token): Run[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return [{ ...around, text: token['text'] }];
      case 'codespan':
        return [{ ...around, isCode: true, text: token['text'] }];
      case 'strong':
      case 'em':
        return runsOf(token.tokens ?? [], { ...around, isStrong: true });
      case 'link': {
        const place = PLACES[token['href']] ?? token['href'];
        // Other files are not here: their names stand for themselves.
        const href = /^([#/]|https?:)/.test(place) ? place : undefined;
        return runsOf(token.tokens ?? [], { ...around, ...(href && { href }) });
      }
      default:
        throw new Error(`Nothing shows a ${token.type} in a line: ${token.raw}`);
    }
  });
}
