import { fileURLToPath } from 'node:url';

/** The folder of the whole project: the same way up from `src` as from `dist`. */
export function projectDir(): string {
  return fileURLToPath(new URL('../../../../', import.meta.url));
}
