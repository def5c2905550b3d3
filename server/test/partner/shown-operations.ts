import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/platform/startup/project-dir.ts';

/** One piece of GraphQL that we show to outsiders. */
export interface Shown {
  /** Where it stands, below `schema/`. */
  place: string;
  text: string;
}

const folder = join(projectDir(), 'schema');
export const read = (place: string) => readFileSync(join(folder, place), 'utf8');
const filesIn = (place: string) => readdirSync(join(folder, place)).map((name) => `${place}/${name}`);

/** All that we show: in the pages, as examples of the explorer, and in the programs. */
export function shownOperations(): Shown[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md');
  return [
    ...pages.flatMap((place) => blocksOf(read(place)).map((text) => ({ place, text }))),
    ...filesIn('examples').map((place) => ({ place, text: read(place) })),
    ...[...filesIn('start'), ...filesIn('recipes')].flatMap((place) =>
      operationsIn(textOf(place)).map((text) => ({ place, text })),
    ),
  ];
}

function blocksOf(page: string): string[] {
  return [...page.matchAll(/^```graphql\n(.*?)^```/gms)].map(([, text = '']) => text);
}

/** A program as it is; of a workflow what it sends. */
function textOf(place: string): string {
  if (!place.endsWith('.json')) return read(place);
  const { nodes } = JSON.parse(read(place)) as { nodes: { parameters: { jsonBody?: string } }[] };
  return nodes.map(({ parameters: { jsonBody } }) => (jsonBody?.startsWith('{') ? jsonBody : '')).join('\n');
}

const BEGIN = /\b(?:query|mutation|subscription)(?:\s+\w+)?\s*(?:\([^)]*\))?\s*\{|(?<=["'`])\{ (?=\w)/g;

/** Operations in the text of a program, whatever its language: from their first word to the last brace. */
export function operationsIn(program: string): string[] {
  return [...program.matchAll(BEGIN)].map(({ index, 0: begin }) => {
    let depth = 0;
    for (let at = index + begin.indexOf('{'); at < program.length; at += 1) {
      if (program[at] === '{') depth += 1;
      if (program[at] === '}') depth -= 1;
      if (depth === 0) return program.slice(index, at + 1);
    }
    throw new Error(`An operation has no end: ${program.slice(index, index + 80)}`);
  });
}
