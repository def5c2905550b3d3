import errors from '../../../../schema/ERRORS.md';
import reference from '../../../../schema/README.md';
import recipes from '../../../../schema/RECIPES.md';
import type { Block } from '../../../bundling/contract-pages.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

const code = import.meta.glob<string>('../../../../schema/start/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const starts = [
  { name: 'curl', file: 'start.sh' },
  { name: 'TypeScript', file: 'start.ts' },
  { name: 'Python', file: 'start.py' },
  { name: 'PHP', file: 'start.php' },
].map((start) => ({ ...start, code: code[`../../../../schema/start/${start.file}`] ?? '' }));

/** What the programs name until they are copied from a page that knows better. */
const EXAMPLE_ADDRESS = 'http://localhost:4000';

/** Programs with this very address in them. */
const at =
  (origin: string) =>
  (block: Block): Block =>
    block.kind === 'code' || block.kind === 'file'
      ? { ...block, text: block.text.replaceAll(EXAMPLE_ADDRESS, origin) }
      : block;

export const load: PageServerLoad = async ({ locals, url }) => {
  return {
    developersWords: await loadMessages(locals.language, 'developers'),
    starts: starts.map((start) => ({ ...start, code: start.code.replaceAll(EXAMPLE_ADDRESS, url.origin) })),
    recipes: recipes.map((part) => ({ ...part, blocks: part.blocks.map(at(url.origin)) })),
    reference: reference.map((part) => ({ ...part, blocks: part.blocks.map(at(url.origin)) })),
    errors,
  };
};
