import { nextTurn } from './next-turn.ts';

/** The files that are in the browser's cache: what the page itself asks for is on its way already. */
const fetched = new Set(
  typeof document === 'undefined'
    ? []
    : [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href),
);

/**
 * Fetches the files of code that comes late before the browser's module loader hears of them (see
 * `bundling/fetch-first.ts`). Asking for one takes a cheap phone 5 ms and a dialog has twenty: each has a turn of its
 * own, so that a tap is heard in between.
 */
export async function fetchLateFiles(files: readonly string[]): Promise<void> {
  let turn = Promise.resolve();
  const missing = files.filter((file) => !fetched.has(file));
  await Promise.all(missing.map((file) => fetchFile(file, (turn = turn.then(nextTurn)))));
}

async function fetchFile(file: string, turn: Promise<void>): Promise<void> {
  await turn;
  const { ok } = await fetch(file);
  if (!ok) throw new TypeError(`Failed to fetch dynamically imported module: ${file}`);
  fetched.add(file);
}
